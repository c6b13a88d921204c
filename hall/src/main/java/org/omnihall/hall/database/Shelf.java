package org.omnihall.hall.database;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A bounded memory of rows by their keys, for millions of them: beside a row it takes four octets, and a reader takes no lock.
 *
 * <p>The idea is the set-associative cache of a processor, and the cuckoo's of two nests: a key has two sets of eight slots in which its row may lie, the
 * second for when the first is full. Where both are, one row of the second, whichever, goes. What it costs, an entry that leaves although others are
 * older, is counted: next to none while the shelf is half full, one in a hundred at three quarters.
 */
public final class Shelf<K, R> {

    private static final int WAYS = 8;

    /** Whatever makes another number of a key's hash. */
    private static final int OTHER = 0x5bd1e995;

    private final AtomicReferenceArray<@Nullable R> slots;
    private final int sets;
    private final BiPredicate<R, K> isOf;
    private final LongAdder pushedOut = new LongAdder();

    /**
     * @param room how many rows; a multiple of eight, as {@link SpareHeap#rows} gives it
     * @param isOf whether a row has a key
     */
    public Shelf(int room, BiPredicate<R, K> isOf) {
        if (room % WAYS != 0 || room < WAYS) {
            throw new IllegalArgumentException("room must be a multiple of 8: " + room);
        }
        this.slots = new AtomicReferenceArray<>(room);
        this.sets = room / WAYS;
        this.isOf = isOf;
    }

    public Optional<R> find(K key) {
        int hash = mixed(key.hashCode());
        R row = in(firstSet(hash), key);
        return Optional.ofNullable(row == null ? in(secondSet(hash), key) : row);
    }

    private @Nullable R in(int set, K key) {
        for (int at = set; at < set + WAYS; at++) {
            R row = slots.get(at);
            if (row != null && isOf.test(row, key)) {
                return row;
            }
        }
        return null;
    }

    /** Lays a row down, in the place of the one with its key. Two threads may not bring the same key at once. */
    public void put(K key, R row) {
        int hash = mixed(key.hashCode());
        int first = firstSet(hash);
        int second = secondSet(hash);
        if (replaced(first, key, row) || replaced(second, key, row) || laidDown(first, row) || laidDown(second, row)) {
            return;
        }
        pushedOut.increment();
        slots.set(second + ThreadLocalRandom.current().nextInt(WAYS), row);
    }

    private boolean replaced(int set, K key, R row) {
        for (int at = set; at < set + WAYS; at++) {
            R there = slots.get(at);
            if (there != null && isOf.test(there, key) && slots.compareAndSet(at, there, row)) {
                return true;
            }
        }
        return false;
    }

    private boolean laidDown(int set, R row) {
        for (int at = set; at < set + WAYS; at++) {
            if (slots.get(at) == null && slots.compareAndSet(at, null, row)) {
                return true;
            }
        }
        return false;
    }

    public void forget(K key) {
        int hash = mixed(key.hashCode());
        forget(firstSet(hash), key);
        forget(secondSet(hash), key);
    }

    private void forget(int set, K key) {
        for (int at = set; at < set + WAYS; at++) {
            R there = slots.get(at);
            if (there != null && isOf.test(there, key)) {
                slots.compareAndSet(at, there, null);
            }
        }
    }

    public void clear() {
        for (int at = 0; at < slots.length(); at++) {
            slots.set(at, null);
        }
    }

    /** How many rows had to go for others. */
    public long pushedOut() {
        return pushedOut.sum();
    }

    private int firstSet(int hash) {
        return set(hash);
    }

    private int secondSet(int hash) {
        return set(mixed(hash ^ OTHER));
    }

    private int set(int hash) {
        return (int) ((Integer.toUnsignedLong(hash) * sets) >>> Integer.SIZE) * WAYS;
    }

    /** The finalizer of MurmurHash3, so that keys that differ in few bits do not meet. */
    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
