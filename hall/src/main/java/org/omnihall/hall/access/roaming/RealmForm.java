package org.omnihall.hall.access.roaming;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.access.network.Reading;
import org.omnihall.hall.access.roaming.HomeServer.Transport;
import org.omnihall.octets.Octets;
import org.omnihall.radius.tls.RadSec;

/**
 * Reads a realm out of a draft. Fields: name, strip, mayVlan, mayRates, longest, patience, rest, and for each of {@link #MOST_SERVERS} home servers
 * transport, address, port, accountingPort, certificate and secret with its number behind. A blank address is no server; a blank secret keeps the
 * one that the server with that address and port has.
 */
public final class RealmForm {

    /** More would be waited for longer than anybody waits. */
    public static final int MOST_SERVERS = 3;

    /** What is taken where nothing is said. */
    static final Duration LONGEST = Duration.ofHours(8);

    static final Duration PATIENCE = Duration.ofSeconds(3);
    static final Duration REST = Duration.ofSeconds(30);

    private static final int LEAST_SECRET = 8;
    private static final int RADIUS_PORT = 1812;
    private static final int MOST_PORT = 65_535;
    private static final Pattern NAME =
            Pattern.compile("\\*|[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
    private static final Pattern CERTIFICATE =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._ -]{0,252}|([0-9a-f]{2}:){31}[0-9a-f]{2}");

    private final Draft draft;
    private final Reading in;
    private final Map<String, Octets> secrets = new HashMap<>();

    RealmForm(Draft draft, Optional<Realm> before) {
        this.draft = draft;
        this.in = new Reading(draft);
        before.ifPresent(realm -> realm.servers().forEach(server -> secrets.put(server.toString(), server.secret())));
    }

    /** @param taken whether another realm has the name */
    Change<Realm> read(long id, Predicate<String> taken) {
        String name = in.text("name", 253).toLowerCase(Locale.ROOT);
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            in.wrong("name", Problem.Fault.MALFORMED, "a realm such as gd.example.com, or *");
        } else if (taken.test(name)) {
            in.wrong("name", Problem.Fault.TAKEN, name);
        }
        Realm realm = new Realm(
                id,
                name,
                in.flag("strip"),
                in.flag("mayVlan"),
                in.flag("mayRates"),
                span("longest", LONGEST, Duration.ofDays(7)),
                span("patience", PATIENCE, Duration.ofSeconds(10)),
                span("rest", REST, Duration.ofMinutes(10)),
                servers());
        return in.broken() ? Change.refused(in.problems()) : Change.done(realm);
    }

    private Duration span(String field, Duration standard, Duration most) {
        Duration read = in.span(field, most);
        return read.isZero() ? standard : read;
    }

    private List<HomeServer> servers() {
        List<HomeServer> servers = new ArrayList<>();
        for (int number = 1; number <= MOST_SERVERS; number++) {
            if (draft.has("address" + number)) {
                server(Integer.toString(number)).ifPresent(servers::add);
            }
        }
        return servers;
    }

    private Optional<HomeServer> server(String number) {
        Transport transport = in.choice("transport" + number, Transport.class, Transport.UDP);
        Optional<InetAddress> address = in.address("address" + number);
        return switch (transport) {
            case UDP -> {
                int port = port("port" + number, RADIUS_PORT);
                int accounting = port("accountingPort" + number, Math.min(port + 1, MOST_PORT));
                yield address.map(at -> udp(new HomeServer(transport, at, port, accounting, "", Octets.EMPTY), number));
            }
            case RADSEC -> {
                int port = port("port" + number, RadSec.PORT);
                String certificate = certificate(in, "certificate" + number);
                yield address.map(at -> new HomeServer(transport, at, port, port, certificate, Octets.EMPTY));
            }
        };
    }

    private int port(String field, int standard) {
        return (int) in.number(field, standard, 1, MOST_PORT);
    }

    /** A name of a certificate, or its fingerprint, as it is compared. */
    static String certificate(Reading in, String field) {
        String mark = in.text(field, 253).toLowerCase(Locale.ROOT);
        if (!mark.isEmpty() && !CERTIFICATE.matcher(mark).matches()) {
            in.wrong(field, Problem.Fault.MALFORMED, "a name of the certificate, or its SHA-256 fingerprint");
        }
        return mark.replace(":", "");
    }

    private HomeServer udp(HomeServer server, String number) {
        Optional<Octets> before =
                Optional.ofNullable(secrets.get(server.toString())).filter(old -> !old.isEmpty());
        String typed = in.secret("secret" + number, LEAST_SECRET, before.isPresent());
        return new HomeServer(
                server.transport(),
                server.address(),
                server.port(),
                server.accountingPort(),
                "",
                typed.isEmpty() ? before.orElse(Octets.EMPTY) : Octets.ofText(typed));
    }
}
