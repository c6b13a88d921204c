package org.omnihall.hall.access.roaming;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Where people with a realm in their name are answered (RFC 7542): the home servers in the order in which they are asked.
 *
 * @param name in lower case; {@code *} is every realm that is not named
 * @param strip whether the home server wants the name without it
 * @param mayVlan whether the home server may choose a VLAN here
 * @param mayRates whether it may set rates here
 * @param longest the longest session that it may allow
 * @param patience how long one server is waited for
 * @param rest how long a server that is silent is left alone
 * @param servers none: the realm is our own
 */
public record Realm(
        long id,
        String name,
        boolean strip,
        boolean mayVlan,
        boolean mayRates,
        Duration longest,
        Duration patience,
        Duration rest,
        List<HomeServer> servers) {

    /** The name of the realm that stands for all others. */
    public static final String ANY = "*";

    public Realm {
        servers = List.copyOf(servers);
    }

    /** Whether we answer ourselves. */
    public boolean isOurs() {
        return servers.isEmpty();
    }

    /** The realm in a name; empty where there is none. */
    public static String in(String userName) {
        int at = userName.lastIndexOf('@');
        return at < 0 ? "" : userName.substring(at + 1).toLowerCase(Locale.ROOT);
    }
}
