package org.omnihall.octets;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** An immutable string of octets: compared by content, printed as hexadecimal. */
public final class Octets implements Comparable<Octets> {

    public static final Octets EMPTY = new Octets(new byte[0]);

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;

    private Octets(byte[] owned) {
        this.bytes = owned;
    }

    /** Octets that nobody else has: no copy. */
    static Octets owning(byte... bytes) {
        return bytes.length == 0 ? EMPTY : new Octets(bytes);
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
        return owning(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads hexadecimal digits; white space, colons and dashes between octets are allowed. */
    public static Octets ofHex(String hex) {
        return new Octets(HexFormat.of().parseHex(hex.replaceAll("[\\s:|-]", "")));
    }

    /** Four octets in network order. */
    public static Octets ofInt(int value) {
        byte[] bytes = new byte[Integer.BYTES];
        INT.set(bytes, 0, value);
        return new Octets(bytes);
    }

    /** Eight octets in network order. */
    public static Octets ofLong(long value) {
        byte[] bytes = new byte[Long.BYTES];
        LONG.set(bytes, 0, value);
        return new Octets(bytes);
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
        return (int) INT.get(bytes, 0);
    }

    /** The first eight octets as a number in network order; callers check the length. */
    public long toLong() {
        return (long) LONG.get(bytes, 0);
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

    /** Copies them into an array, from an index on. */
    public void writeTo(byte[] out, int at) {
        System.arraycopy(bytes, 0, out, at, bytes.length);
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
