package org.omnihall.hall.access.dynamic;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeTypes;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A controller with sessions enough for sweeps, and whose turn it is there. */
final class SweptNas implements AutoCloseable {

    static final int START = 1;
    static final int STOP = 2;
    static final String AREA = "/zj/hz/";

    private final SmallNas nas;
    private final JdbcClient db;
    private final long id;
    private long nextMac;

    SweptNas(SmallNas nas, String name, ControllerRegistry registry, JdbcClient db) {
        this.nas = nas;
        this.db = db;
        this.id = nas.register(registry, name).id();
        this.nextMac = 0x0211_2300_0000L + (id << 12);
    }

    SmallNas nas() {
        return nas;
    }

    long id() {
        return id;
    }

    /** When its next turn comes, on whatever node. */
    void turnAt(Instant moment) {
        db.sql("insert into access.sweep_turn (controller_id, next_at) values (?, ?)"
                        + " on conflict (controller_id) do update set next_at = excluded.next_at")
                .params(id, moment.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** So many phones of one user name. */
    List<MacAddress> online(String users, int number) {
        return IntStream.range(0, number)
                .mapToObj(n -> {
                    MacAddress mac = new MacAddress(nextMac++);
                    account(START, users, mac);
                    return mac;
                })
                .toList();
    }

    void account(int status, String user, MacAddress mac) {
        nas.ask(nas.accounting(status, user + "-" + mac.bits(), mac)
                .text(AttributeTypes.USER_NAME, user)
                .build());
    }

    /** All whose name begins so. */
    static Sweeps.Wish wish(Asked.Kind kind, String users) {
        SessionFilter all = SessionFilter.all(AREA);
        return new Sweeps.Wish(
                kind,
                new SessionFilter(
                        all.areaPath(),
                        all.subscriber(),
                        Optional.of(users),
                        all.mac(),
                        all.ip(),
                        all.controllers(),
                        all.venues(),
                        all.ssid(),
                        all.profile(),
                        all.from(),
                        all.until()),
                users);
    }

    @Override
    public void close() {
        nas.close();
    }
}
