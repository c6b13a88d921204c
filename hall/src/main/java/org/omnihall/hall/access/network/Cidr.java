package org.omnihall.hall.access.network;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnihall.hall.shell.Addresses;

/** An IPv4 or IPv6 network; bits behind the prefix are zero, so that equal networks are equal. */
public record Cidr(InetAddress network, int prefix) {

    /** No longer than the longest IPv6 address with an IPv4 one at its end (RFC 4291 section 2.2), and read in one pass. */
    private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

    public Cidr {
        if (prefix < 0 || prefix > network.getAddress().length * 8) {
            throw new IllegalArgumentException("prefix length: " + prefix);
        }
        network = masked(network, prefix);
    }

    /** The network of one address. */
    public static Cidr of(InetAddress address) {
        return new Cidr(address, address.getAddress().length * 8);
    }

    /** Reads {@code 10.1.0.0/16}, {@code 10.1.2.3} or the same in IPv6. Names are never looked up. */
    public static Optional<Cidr> parse(String text) {
        String[] parts = text.strip().split("/", -1);
        if (parts.length > 2) {
            return Optional.empty();
        }
        Optional<InetAddress> address = address(parts[0]);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int whole = address.get().getAddress().length * 8;
        if (parts.length == 1) {
            return Optional.of(new Cidr(address.get(), whole));
        }
        return parts[1].matches("\\d{1,3}") && Integer.parseInt(parts[1]) <= whole
                ? Optional.of(new Cidr(address.get(), Integer.parseInt(parts[1])))
                : Optional.empty();
    }

    /** Reads an address in figures; names are never looked up. */
    public static Optional<InetAddress> address(String text) {
        if (!LITERAL.matcher(text).matches()
                || (text.indexOf(':') < 0 && text.chars().filter(c -> c == '.').count() != 3)) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    public boolean contains(InetAddress address) {
        return address.getAddress().length == network.getAddress().length
                && masked(address, prefix).equals(network);
    }

    /** True for the network of one address only. */
    public boolean single() {
        return prefix == network.getAddress().length * 8;
    }

    /** {@code 10.1.0.0/16}; a single address without its prefix. */
    @Override
    public String toString() {
        return single() ? Addresses.text(network) : Addresses.text(network) + "/" + prefix;
    }

    static InetAddress masked(InetAddress address, int prefix) {
        byte[] octets = address.getAddress();
        for (int i = 0; i < octets.length; i++) {
            int kept = Math.clamp(prefix - i * 8L, 0, 8);
            octets[i] &= (byte) (0xff << (8 - kept));
        }
        try {
            return InetAddress.getByAddress(octets);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("an address of 4 or 16 octets", impossible);
        }
    }
}
