package org.omnihall.bench.phone;

import java.math.BigInteger;
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

    private static final long LOCALLY_ADMINISTERED = 0x02_00_00_00_00_00L;
    private static final InetAddress FIRST = address(new byte[] {127, 64, 0, 1});

    /** A loopback address of its own and a MAC for the phone of this index: 127.64.0.1 and up, so that the hall sees one peer a phone. */
    public static Handset ofIndex(String number, int index) {
        if (index < 0 || index >= 1 << 21) {
            throw new IllegalArgumentException("no loopback address for phone " + index);
        }
        return new Handset(number, new MacAddress(0x02_4f_48_00_00_00L + index), after(FIRST, index), "zh-CN,zh;q=0.9");
    }

    /** A phone whose MAC follows from its number; its address is so many after another, and all must be addresses of this machine. */
    public static Handset numbered(long number, int index, InetAddress first) {
        return new Handset(
                Long.toString(number),
                new MacAddress(LOCALLY_ADMINISTERED + number),
                after(first, index),
                "zh-CN,zh;q=0.9");
    }

    private static InetAddress after(InetAddress first, int index) {
        byte[] sum = new BigInteger(1, first.getAddress())
                .add(BigInteger.valueOf(index))
                .toByteArray();
        byte[] octets = new byte[first.getAddress().length];
        int least = Math.min(sum.length, octets.length);
        System.arraycopy(sum, sum.length - least, octets, octets.length - least, least);
        return address(octets);
    }

    public Handset speaking(String languages) {
        return new Handset(number, mac, address, languages);
    }

    private static InetAddress address(byte... octets) {
        try {
            return InetAddress.getByAddress(octets);
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalStateException("4 and 16 octets are an address", impossible);
        }
    }
}
