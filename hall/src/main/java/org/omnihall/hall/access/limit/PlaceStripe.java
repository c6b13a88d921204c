package org.omnihall.hall.access.limit;

import java.util.Optional;

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
        int forgotten = makeRoom(HEAD + roomFor(his));
        int place = place(his.owner());
        if (index[place] != 0) {
            kill(index[place] - 1);
        }
        index[place] = append(his, roomFor(his)) + 1;
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

    /** Its place in the index is given to the same owner's next entry. */
    private void kill(int entry) {
        entries[entry + SIZE] = (long) room(entry) << Integer.SIZE | (DEAD & 0xffff_ffffL);
        owners--;
    }

    /**
     * Moves what is alive where the numbers do not fit behind the last entry or the index becomes full. Where there is too much of it, those owners go
     * whose entries lie there longest: mostly who has no more places than ever and was written over, and any is as good, for he is read again.
     */
    private int makeRoom(int numbers) {
        if (owners < most && end + numbers <= entries.length && 2 * (owners + 1) < index.length) {
            return 0;
        }
        long[] old = entries;
        int oldEnd = end;
        int living = 0;
        int alive = 0;
        for (int entry = 0; entry < oldEnd; entry += HEAD + room(old, entry)) {
            living += isAlive(old, entry) ? 1 : 0;
            alive += isAlive(old, entry) ? size(old, entry) : 0;
        }
        boolean tooMuch = living >= most || alive + numbers > mostNumbers;
        int mayLive = tooMuch ? most - Math.max(1, most / 8) : most;
        int mayTake = tooMuch ? mostNumbers - mostNumbers / 8 - numbers : mostNumbers;
        int forgotten = 0;
        int entry = 0;
        while (living > mayLive || (living > 0 && alive > mayTake)) {
            if (isAlive(old, entry)) {
                living--;
                alive -= size(old, entry);
                forgotten++;
            }
            entry += HEAD + room(old, entry);
        }
        entries = new long[Math.min(alive + alive / 2, mostNumbers) + numbers];
        index = new int[Integer.highestOneBit(2 * (living + living / 2 + 1)) * 2];
        end = 0;
        owners = 0;
        for (; entry < oldEnd; entry += HEAD + room(old, entry)) {
            if (isAlive(old, entry)) {
                move(old, entry);
            }
        }
        return forgotten;
    }

    private void move(long[] old, int entry) {
        int length = length(old, entry);
        int room = Math.max(LEAST_ROOM, length);
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
        return HEAD + Math.max(LEAST_ROOM, length(entries, entry));
    }

    private static int roomFor(OwnersPlaces his) {
        return Math.max(LEAST_ROOM, his.length());
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
        int at = (int) PlaceTable.mix(owner) & (index.length - 1);
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
