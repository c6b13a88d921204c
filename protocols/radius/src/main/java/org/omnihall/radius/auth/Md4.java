package org.omnihall.radius.auth;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.omnihall.octets.Octets;

/** The digest of RFC 1320, which the JDK lacks and NT password hashes need; fit for nothing else. */
final class Md4 {

    private static final int[] START = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476};
    private static final int[][] SHIFTS = {{3, 7, 11, 19}, {3, 5, 9, 13}, {3, 9, 11, 15}};
    private static final int[] CONSTANTS = {0, 0x5a827999, 0x6ed9eba1};
    private static final int[][] ORDERS = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15},
        {0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15}
    };

    private Md4() {}

    static Octets digest(Octets message) {
        ByteBuffer padded = padded(message);
        int[] state = START.clone();
        int[] block = new int[16];
        while (padded.hasRemaining()) {
            for (int i = 0; i < block.length; i++) {
                block[i] = padded.getInt();
            }
            add(state, block);
        }
        ByteBuffer out = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        for (int word : state) {
            out.putInt(word);
        }
        return Octets.of(out.array());
    }

    private static ByteBuffer padded(Octets message) {
        int blocks = (message.length() + 8) / 64 + 1;
        ByteBuffer padded = ByteBuffer.allocate(blocks * 64).order(ByteOrder.LITTLE_ENDIAN);
        message.writeTo(padded);
        padded.put((byte) 0x80);
        return padded.putLong(padded.capacity() - 8, message.length() * 8L).rewind();
    }

    private static void add(int[] state, int[] block) {
        int a = state[0];
        int b = state[1];
        int c = state[2];
        int d = state[3];
        for (int step = 0; step < 48; step++) {
            int round = step / 16;
            int sum = a + mix(round, b, c, d) + block[ORDERS[round][step % 16]] + CONSTANTS[round];
            a = d;
            d = c;
            c = b;
            b = Integer.rotateLeft(sum, SHIFTS[round][step % 4]);
        }
        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
    }

    private static int mix(int round, int x, int y, int z) {
        return switch (round) {
            case 0 -> (x & y) | (~x & z);
            case 1 -> (x & y) | (x & z) | (y & z);
            default -> x ^ y ^ z;
        };
    }
}
