package org.omnihall.radius.udp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetSocketAddress;

/**
 * Room for so many datagrams and their addresses, as one call of the system fills or sends them: an array of mmsghdr (recvmmsg(2)), each of which points
 * to its octets and its address. Of one thread.
 */
final class Datagrams {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;

    /** struct mmsghdr: a msghdr and the octets of the datagram. */
    private static final int MESSAGE = 64;

    private static final int NAME_AT = 0;
    private static final int NAME_LENGTH_AT = 8;
    private static final int PIECES_AT = 16;
    private static final int PIECES_LENGTH_AT = 24;
    private static final int RECEIVED_AT = 56;

    /** struct iovec: where, and how many octets. */
    private static final int PIECE = 16;

    private static final int PIECE_LENGTH_AT = 8;

    private final int many;
    private final int room;
    private final MemorySegment messages;
    private final MemorySegment pieces;
    private final MemorySegment octets;
    private final SocketAddresses addresses;

    /** @param room the octets of each */
    Datagrams(Arena arena, int many, int room) {
        this.many = many;
        this.room = room;
        this.messages = arena.allocate((long) MESSAGE * many, Long.BYTES);
        this.pieces = arena.allocate((long) PIECE * many, Long.BYTES);
        this.octets = arena.allocate((long) room * many, Long.BYTES);
        this.addresses = new SocketAddresses(arena, many);
        for (int i = 0; i < many; i++) {
            long piece = (long) i * PIECE;
            long message = (long) i * MESSAGE;
            pieces.set(ValueLayout.ADDRESS, piece, octets.asSlice((long) i * room));
            pieces.set(LONG, piece + PIECE_LENGTH_AT, room);
            messages.set(ValueLayout.ADDRESS, message + NAME_AT, addresses.at(i));
            messages.set(ValueLayout.ADDRESS, message + PIECES_AT, pieces.asSlice(piece));
            messages.set(LONG, message + PIECES_LENGTH_AT, 1);
        }
    }

    int many() {
        return many;
    }

    /** To be filled. */
    MemorySegment empty() {
        for (int i = 0; i < many; i++) {
            messages.set(INT, (long) i * MESSAGE + NAME_LENGTH_AT, SocketAddresses.LARGEST);
        }
        return messages;
    }

    /** Those from one on, to be sent. */
    MemorySegment from(int first) {
        return messages.asSlice((long) first * MESSAGE);
    }

    /** Copies what was received, cut off at the room; how many octets that are. */
    int copy(int index, byte[] to) {
        int length = messages.get(INT, (long) index * MESSAGE + RECEIVED_AT);
        MemorySegment.copy(octets, ValueLayout.JAVA_BYTE, (long) index * room, to, 0, length);
        return length;
    }

    /** Where it came from, or is to go. */
    InetSocketAddress address(int index) {
        return addresses.get(index);
    }

    /** @param family of the socket, whose addresses both families can be */
    void put(int index, byte[] datagram, InetSocketAddress destination, int family) {
        MemorySegment.copy(datagram, 0, octets, ValueLayout.JAVA_BYTE, (long) index * room, datagram.length);
        pieces.set(LONG, (long) index * PIECE + PIECE_LENGTH_AT, datagram.length);
        int length = addresses.put(index, destination, family);
        messages.set(INT, (long) index * MESSAGE + NAME_LENGTH_AT, length);
    }
}
