package org.omnihall.hall.access.limit;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;

/**
 * What the other nodes are to be told of places, in the form that {@link PlaceNews} tells it in: written at once into the row that it goes with, for
 * as objects it would lie about by the ten thousand. Bounded; of any thread.
 */
final class UntoldNews {

    /** An item's kind, and its length in two octets. */
    static final int HEAD = Byte.BYTES + Short.BYTES;

    static final byte HELD = 1;
    static final byte CHANGED = 2;
    static final long NO_MAC = -1;

    private static final int HELD_LENGTH = 6 * Long.BYTES;
    private static final int CHANGED_LENGTH = Long.BYTES;
    private static final int ROOM = 1 << 17;
    private static final int ITEMS_A_ROW = 4096;
    private static final int OCTETS_A_ROW = ITEMS_A_ROW * (HEAD + HELD_LENGTH);

    private final Deque<Row> full = new ArrayDeque<>();
    private final ByteBuffer written = ByteBuffer.allocate(OCTETS_A_ROW);
    private int items;

    /** So many items as the octets of one row. */
    record Row(Octets octets, int items) {}

    /** False where there is no room for more. */
    boolean held(Owner owner, Taken place) {
        return add(HELD, HELD_LENGTH, row -> {
            UUID id = place.place().id();
            row.putLong(owner.number())
                    .putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .putLong(place.place().mac().map(MacAddress::bits).orElse(NO_MAC))
                    .putLong(place.controllerId())
                    .putLong(place.place().since().toEpochMilli());
        });
    }

    /** False where there is no room for more. */
    boolean changed(Owner owner) {
        return add(CHANGED, CHANGED_LENGTH, row -> row.putLong(owner.number()));
    }

    private synchronized boolean add(byte kind, int length, Consumer<ByteBuffer> what) {
        if (items == ITEMS_A_ROW) {
            if (full.size() == ROOM / ITEMS_A_ROW) {
                return false;
            }
            close();
        }
        what.accept(written.put(kind).putShort((short) length));
        items++;
        return true;
    }

    private void close() {
        full.add(new Row(Octets.take(written.flip(), written.limit()), items));
        written.clear();
        items = 0;
    }

    /** How many rows there are. */
    synchronized int rows() {
        return full.size() + (items > 0 ? 1 : 0);
    }

    /** Takes the oldest row out. */
    synchronized Optional<Row> take() {
        if (full.isEmpty() && items > 0) {
            close();
        }
        return Optional.ofNullable(full.poll());
    }
}
