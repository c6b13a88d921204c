package org.omnihall.octets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable string of octets: compared by content, printed as hexadecimal. */
public final class Octets implements Comparable<Octets> {

    public static final Octets EMPTY = new Octets(new byte[0]);

    private final byte[] bytes;

    private Octets(byte[] owned) {
        this.bytes = owned;
    }

    /** A copy of the given octets. */
    public static Octets of(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes.clone());
    }

    /** A copy of {@code length} octets from {@code offset}. */
    public static Octets of(byte[] bytes, int offset, int length) {
        return length == 0 ? EMPTY : new Octets(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    /** The next {@code length} octets of the buffer, whose position moves behind them. */
    public static Octets take(ByteBuffer in, int length) {
        byte[] taken = new byte[length];
        in.get(taken);
        return new Octets(taken);
    }

    /** The UTF-8 form of a text. */
    public static Octets ofText(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads hexadecimal digits; white space, colons and dashes between octets are allowed. */
    public static Octets ofHex(String hex) {
        return new Octets(HexFormat.of().parseHex(hex.replaceAll("[\\s:|-]", "")));
    }

    /** Four octets in network order. */
    public static Octets ofInt(int value) {
        return new Octets(ByteBuffer.allocate(4).putInt(value).array());
    }

    /** Eight octets in network order. */
    public static Octets ofLong(long value) {
        return new Octets(ByteBuffer.allocate(8).putLong(value).array());
    }

    public int length() {
        return bytes.length;
    }

    public boolean isEmpty() {
        return bytes.length == 0;
    }

    /** The octet at an index, 0 to 255. */
    public int at(int index) {
        return bytes[index] & 0xff;
    }

    /** The first four octets as a number in network order; callers check the length. */
    public int toInt() {
        return ByteBuffer.wrap(bytes).getInt();
    }

    /** The first eight octets as a number in network order; callers check the length. */
    public long toLong() {
        return ByteBuffer.wrap(bytes).getLong();
    }

    public byte[] toBytes() {
        return bytes.clone();
    }

    /** The octets read as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String toText() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public Octets slice(int from, int to) {
        return of(bytes, from, to - from);
    }

    public Octets plus(Octets more) {
        byte[] joined = Arrays.copyOf(bytes, bytes.length + more.bytes.length);
        System.arraycopy(more.bytes, 0, joined, bytes.length, more.bytes.length);
        return new Octets(joined);
    }

    public void writeTo(ByteBuffer out) {
        out.put(bytes);
    }

    /** Feeds a digest without a copy. */
    public void updateTo(MessageDigest digest) {
        digest.update(bytes);
    }

    /** Their SHA-256 (FIPS 180-4): 32 octets. */
    public Octets sha256() {
        try {
            return new Octets(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256", missing);
        }
    }

    /** Compares in time that depends on the lengths only. */
    public boolean equalsInConstantTime(Octets other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }

    public String toHex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public int compareTo(Octets other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Hexadecimal digits, so that octets can stand in a log. */
    @Override
    public String toString() {
        return toHex();
    }
}
