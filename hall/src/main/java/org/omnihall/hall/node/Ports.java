package org.omnihall.hall.node;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The ports of a node. In settings files these are the ports before the offset; {@link NodeSettings#ports()} gives them shifted. A port
 * of 0 lets the system choose and is never shifted.
 *
 * @param web TCP: console, halls and APIs
 * @param webTls the same with TLS
 * @param pages TCP: the landing hop of the login pages
 * @param pagesTls the login pages themselves
 * @param radiusAuthentication UDP
 * @param radiusAccounting UDP
 * @param portal UDP: the Portal server's listener
 * @param macBinding UDP: the MAC binding server, on an address of its own
 * @param smpp TCP: the simulated SMS centre of the demo
 * @param database TCP: the embedded PostgreSQL
 */
public record Ports(
        @DefaultValue("8080") int web,
        @DefaultValue("8443") int webTls,
        @DefaultValue("8081") int pages,
        @DefaultValue("8444") int pagesTls,
        @DefaultValue("1812") int radiusAuthentication,
        @DefaultValue("1813") int radiusAccounting,
        @DefaultValue("50100") int portal,
        @DefaultValue("50101") int macBinding,
        @DefaultValue("2775") int smpp,
        @DefaultValue("54320") int database) {

    public Ports {
        named(web, webTls, pages, pagesTls, radiusAuthentication, radiusAccounting, portal, macBinding, smpp, database)
                .forEach(Ports::check);
    }

    Ports shiftedBy(int offset) {
        return new Ports(
                shift(web, offset),
                shift(webTls, offset),
                shift(pages, offset),
                shift(pagesTls, offset),
                shift(radiusAuthentication, offset),
                shift(radiusAccounting, offset),
                shift(portal, offset),
                shift(macBinding, offset),
                shift(smpp, offset),
                shift(database, offset));
    }

    /** The TCP ports that this process listens on itself, by the name of their setting. */
    Map<String, Integer> tcp() {
        Map<String, Integer> tcp = new LinkedHashMap<>();
        tcp.put("web", web);
        tcp.put("web-tls", webTls);
        tcp.put("pages", pages);
        tcp.put("pages-tls", pagesTls);
        return tcp;
    }

    /** The UDP ports on the node's bind address, by the name of their setting. */
    Map<String, Integer> udp() {
        Map<String, Integer> udp = new LinkedHashMap<>();
        udp.put("radius-authentication", radiusAuthentication);
        udp.put("radius-accounting", radiusAccounting);
        udp.put("portal", portal);
        return udp;
    }

    private static int shift(int port, int offset) {
        return port == 0 ? 0 : port + offset;
    }

    private static Map<String, Integer> named(int... ports) {
        String[] names = {
            "web",
            "web-tls",
            "pages",
            "pages-tls",
            "radius-authentication",
            "radius-accounting",
            "portal",
            "mac-binding",
            "smpp",
            "database"
        };
        Map<String, Integer> named = new LinkedHashMap<>();
        for (int i = 0; i < ports.length; i++) {
            named.put(names[i], ports[i]);
        }
        return named;
    }

    private static void check(String name, int port) {
        if (port < 0 || port > 65535) {
            throw new IllegalArgumentException("omnihall.node.ports." + name + " (with the offset) is " + port
                    + "; a port lies between 0 and 65535");
        }
    }
}
