package org.omnihall.hall.access.limit;

import java.util.Optional;
import org.omnihall.octets.Spread;

/**
 * A part of the {@link PlaceTable}. The entries lie one after the other in an array of numbers, an index of open addressing finds them. One that
 * outgrows its room is written anew at the end; when the array is full, what is alive moves to another. Not for several threads.
 */
final class PlaceStripe {

    /** Its owner, when it was read, and its room and length: two numbers in one. */
    private static final int HEAD = 3;

    private static final int OWNER = 0;
    private static final int READ_AT = 1;
    private static final int SIZE = 2;

    private static final int LEAST_ROOM = OwnersPlaces.WIDTH;
    private static final int DEAD = -1;

    private final int most;
    private final int mostNumbers;
    private long[] entries = new long[0];
    private int end;

    /** Where an entry lies, plus one; half of it at least is zero. */
    private int[] index = new int[2];

    private int owners;

    /** @param most owners that it knows at once, fewer where they have more than a place each */
    PlaceStripe(int most) {
        this.most = most;
        this.mostNumbers = most * (HEAD + LEAST_ROOM);
    }

    Optional<OwnersPlaces> find(long owner) {
        int entry = index[place(owner)] - 1;
        return entry < 0
                ? Optional.empty()
                : Optional.of(OwnersPlaces.of(owner, entries[entry + READ_AT], entries, entry + HEAD, length(entry)));
    }

    /** Lays an owner's places down instead of those that it knows; returns how many owners it had to forget for that. */
    int put(OwnersPlaces his) {
        int entry = index[place(his.owner())] - 1;
        if (entry >= 0 && his.length() <= room(entry)) {
            write(entry, his, room(entry));
            return 0;
        }
        if (entry < 0 && his.saysNothing()) {
            return 0;
        }
        int room = roomFor(his.length());
        int forgotten = makeRoom(HEAD + room);
        int place = place(his.owner());
        if (index[place] != 0) {
            kill(index[place] - 1);
        }
        index[place] = append(his, room) + 1;
        return forgotten;
    }

    void clear() {
        entries = new long[0];
        end = 0;
        index = new int[2];
        owners = 0;
    }

    private int append(OwnersPlaces his, int room) {
        int entry = end;
        write(entry, his, room);
        end += HEAD + room;
        owners++;
        return entry;
    }

    private void write(int entry, OwnersPlaces his, int room) {
        entries[entry + OWNER] = his.owner();
        entries[entry + READ_AT] = his.readAt();
        entries[entry + SIZE] = (long) room << Integer.SIZE | his.length();
        his.writeTo(entries, entry + HEAD);
    }

    /** Its place in the index is given to the same owner's next entry, or goes with all others when what is alive moves. */
    private void kill(int entry) {
        entries[entry + SIZE] = (long) room(entry) << Integer.SIZE | (DEAD & 0xffff_ffffL);
        owners--;
    }

    /** Where the numbers do not fit behind the last entry, or the index becomes full. */
    private int makeRoom(int numbers) {
        if (owners < most && end + numbers <= entries.length && 2 * (owners + 1) < index.length) {
            return 0;
        }
        int forgotten = forgetTooMany(numbers);
        moveAlive(numbers);
        return forgotten;
    }

    /** Those go whose entries lie there longest, an eighth at once. Any is as good: he is read again when he is asked for. */
    private int forgetTooMany(int numbers) {
        int living = 0;
        int alive = 0;
        for (int entry = 0; entry < end; entry += HEAD + room(entry)) {
            living += isAlive(entries, entry) ? 1 : 0;
            alive += isAlive(entries, entry) ? size(entries, entry) : 0;
        }
        if (living < most && alive + numbers <= mostNumbers) {
            return 0;
        }
        int mayLive = most - Math.max(1, most / 8);
        int mayTake = mostNumbers - mostNumbers / 8 - numbers;
        int forgotten = 0;
        for (int entry = 0; living > 0 && (living > mayLive || alive > mayTake); entry += HEAD + room(entry)) {
            if (isAlive(entries, entry)) {
                living--;
                alive -= size(entries, entry);
                forgotten++;
                kill(entry);
            }
        }
        return forgotten;
    }

    private void moveAlive(int numbers) {
        long[] old = entries;
        int oldEnd = end;
        int alive = 0;
        for (int entry = 0; entry < oldEnd; entry += HEAD + room(old, entry)) {
            alive += isAlive(old, entry) ? size(old, entry) : 0;
        }
        int slots = 2 * (alive + alive / 2) / (HEAD + LEAST_ROOM) + 2;
        entries = new long[Math.min(alive + alive / 2, mostNumbers) + numbers];
        index = new int[Integer.highestOneBit(slots) * 2];
        end = 0;
        owners = 0;
        for (int entry = 0; entry < oldEnd; entry += HEAD + room(old, entry)) {
            if (isAlive(old, entry)) {
                move(old, entry);
            }
        }
    }

    private void move(long[] old, int entry) {
        int length = length(old, entry);
        int room = roomFor(length);
        System.arraycopy(old, entry, entries, end, HEAD + length);
        entries[end + SIZE] = (long) room << Integer.SIZE | length;
        index[place(old[entry + OWNER])] = end + 1;
        end += HEAD + room;
        owners++;
    }

    /** Whether it is the owner's newest and says something. */
    private static boolean isAlive(long[] entries, int entry) {
        int length = length(entries, entry);
        return length != DEAD && !OwnersPlaces.saysNothing(entries[entry + READ_AT], length);
    }

    /** The numbers that an entry needs. */
    private static int size(long[] entries, int entry) {
        return HEAD + roomFor(length(entries, entry));
    }

    private static int roomFor(int length) {
        return Math.max(LEAST_ROOM, length);
    }

    private int room(int entry) {
        return room(entries, entry);
    }

    private int length(int entry) {
        return length(entries, entry);
    }

    private static int room(long[] entries, int entry) {
        return (int) (entries[entry + SIZE] >>> Integer.SIZE);
    }

    private static int length(long[] entries, int entry) {
        return (int) entries[entry + SIZE];
    }

    /** Where the index has the owner, or would have him. */
    private int place(long owner) {
        int at = (int) Spread.of(owner) & (index.length - 1);
        while (index[at] != 0 && entries[index[at] - 1 + OWNER] != owner) {
            at = (at + 1) & (index.length - 1);
        }
        return at;
    }

    /** The octets that it takes of the heap, for who looks at its measures. */
    long octets() {
        return (long) entries.length * Long.BYTES + (long) index.length * Integer.BYTES;
    }
}
