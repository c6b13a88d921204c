package org.omnihall.hall.shell;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/** Network addresses as people read them: IPv6 in the short form of RFC 5952 section 4. */
public final class Addresses {

    private static final int GROUPS = 8;

    private Addresses() {}

    public static String text(InetAddress address) {
        return address instanceof Inet6Address six ? text(six.getAddress()) : address.getHostAddress();
    }

    private static String text(byte[] octets) {
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < GROUPS; i++) {
            groups.add(Integer.toHexString((octets[2 * i] & 0xff) << 8 | (octets[2 * i + 1] & 0xff)));
        }
        int start = 0;
        int longest = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(groups, i);
            if (zeros > longest) {
                start = i;
                longest = zeros;
            }
        }
        return longest < 2
                ? String.join(":", groups)
                : String.join(":", groups.subList(0, start)) + "::"
                        + String.join(":", groups.subList(start + longest, GROUPS));
    }

    private static int zerosFrom(List<String> groups, int start) {
        int end = start;
        while (end < GROUPS && groups.get(end).equals("0")) {
            end++;
        }
        return end - start;
    }
}
