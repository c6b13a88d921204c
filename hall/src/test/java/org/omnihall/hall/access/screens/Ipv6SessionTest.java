package org.omnihall.hall.access.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.PacketBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who had an IPv6 address: told by accounting over UDP, asked at the console, while the session lasts and after (requirement A12). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Ipv6SessionTest {

    private static final MacAddress PHONE = new MacAddress(0x0211_2279_0001L);
    private static final int START = 1;
    private static final int STOP = 2;
    private static final int INTERIM = 3;

    private final int port;
    private final JdbcClient db;
    private final ControllerRegistry registry;
    private final SmallNas nas;
    private final long began = Instant.now().getEpochSecond() - 100;

    @Autowired
    Ipv6SessionTest(@LocalServerPort int port, JdbcClient db, RadiusListeners hall, ControllerRegistry registry) {
        this.port = port;
        this.db = db;
        this.registry = registry;
        this.nas = new SmallNas("127.0.19.1", hall);
    }

    @BeforeAll
    void register() {
        nas.register(registry, "v6-ac");
    }

    @AfterAll
    void close() {
        nas.close();
    }

    private PacketBuilder accounting(int status, int second) {
        return nas.accounting(status, "v6-1", PHONE)
                .text(AttributeTypes.USER_NAME, "v6-zhao")
                .integer(AttributeTypes.EVENT_TIMESTAMP, began + second)
                .integer(AttributeTypes.ACCT_SESSION_TIME, second);
    }

    @Test
    void findsASessionByEveryAddressThatItsUserHad() {
        nas.ask(accounting(START, 0)
                .octets(AttributeTypes.FRAMED_IPV6_PREFIX, Octets.ofHex("00 40 20010db800770001"))
                .build());
        nas.ask(accounting(INTERIM, 60)
                .octets(AttributeTypes.FRAMED_IPV6_PREFIX, Octets.ofHex("00 40 20010db800770001"))
                .octets(AttributeTypes.FRAMED_IPV6_ADDRESS, Octets.ofHex("20010db8007800010000000000000017"))
                .build());
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "v6-admin", "administrator", "/");
        assertThat(admin.get("/online?ip=2001:db8:77:1::abcd").body()).contains("v6-zhao");
        assertThat(admin.get("/online?ip=2001:db8:78:1::17").body()).contains("v6-zhao");
        assertThat(admin.get("/online?ip=2001:db8:77:2::1").body()).doesNotContain("v6-zhao");
        assertThat(admin.get("/online?ip=nonsense").body()).doesNotContain("v6-zhao");
        nas.ask(accounting(STOP, 90).build());
        assertThat(admin.get("/online?ip=2001:db8:78:1::17").body()).doesNotContain("v6-zhao");
        String history = admin.get("/sessions?ip=2001:db8:78:1::17").body();
        assertThat(history).contains("v6-zhao");
        String session = history.replaceFirst("(?s).*(/sessions/[0-9a-f-]{36}).*", "$1");
        assertThat(admin.get(session).body()).contains("2001:db8:78:1::17", "2001:db8:77:1::/64");
        assertThat(db.sql("select count(*) from access.session_network where network <<= '2001:db8:77::/48'")
                        .query(Integer.class)
                        .single())
                .as("the same again is no other row")
                .isEqualTo(1);
    }
}
