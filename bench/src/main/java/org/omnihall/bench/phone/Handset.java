package org.omnihall.bench.phone;

import java.net.InetAddress;
import org.omnihall.octets.MacAddress;

/**
 * A phone in somebody's hand.
 *
 * @param number eleven digits
 * @param mac what the access controller sees
 * @param address what the access controller leased; the phone speaks HTTP from it
 * @param language an Accept-Language header
 */
public record Handset(String number, MacAddress mac, InetAddress address, String language) {

    /** A loopback address of its own and a MAC for the phone of this index: 127.64.0.1 and up, so that the hall sees one peer a phone. */
    public static Handset ofIndex(String number, int index) {
        if (index < 0 || index >= 1 << 21) {
            throw new IllegalArgumentException("no loopback address for phone " + index);
        }
        int host = (127 << 24 | 64 << 16) + index + 1;
        byte[] octets = {(byte) (host >>> 24), (byte) (host >>> 16), (byte) (host >>> 8), (byte) host};
        return new Handset(number, new MacAddress(0x02_4f_48_00_00_00L + index), address(octets), "zh-CN,zh;q=0.9");
    }

    public Handset speaking(String languages) {
        return new Handset(number, mac, address, languages);
    }

    private static InetAddress address(byte[] octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException("four octets are an address", impossible);
        }
    }
}
