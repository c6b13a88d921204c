package org.omnihall.portal.server;

import static org.omnihall.portal.AttributeType.USER_IPV6_LIST;
import static org.omnihall.portal.AttributeType.USER_LIST;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Packet;

/** The lists of clients in NTF_USER_HEARTBEAT and its answer. */
final class UserList {

    private static final int IPV4_IN_A_LIST = 63;
    private static final int IPV6_IN_A_LIST = 15;

    private UserList() {}

    /** One packet for every 63 IPv4 or 15 IPv6 clients. */
    static List<Packet> packets(Packet empty, List<InetAddress> users) {
        List<Packet> packets = new ArrayList<>();
        List<InetAddress> ipv4 =
                users.stream().filter(Inet4Address.class::isInstance).toList();
        List<InetAddress> ipv6 =
                users.stream().filter(user -> !(user instanceof Inet4Address)).toList();
        for (int i = 0; i < ipv4.size(); i += IPV4_IN_A_LIST) {
            packets.add(empty.with(USER_LIST, joined(ipv4.subList(i, Math.min(i + IPV4_IN_A_LIST, ipv4.size())))));
        }
        for (int i = 0; i < ipv6.size(); i += IPV6_IN_A_LIST) {
            packets.add(empty.with(USER_IPV6_LIST, joined(ipv6.subList(i, Math.min(i + IPV6_IN_A_LIST, ipv6.size())))));
        }
        return packets;
    }

    private static Octets joined(List<InetAddress> users) {
        return users.stream().map(user -> Octets.of(user.getAddress())).reduce(Octets.EMPTY, Octets::plus);
    }

    static Set<InetAddress> in(Packet packet) {
        Set<InetAddress> users = new HashSet<>(packet.addresses(USER_LIST));
        users.addAll(packet.addresses(USER_IPV6_LIST));
        return Set.copyOf(users);
    }

    static Set<InetAddress> union(Set<InetAddress> some, Set<InetAddress> others) {
        Set<InetAddress> all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
