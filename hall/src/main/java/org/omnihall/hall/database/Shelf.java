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
 * <p>The idea is the set-associative cache of a processor: a key has eight slots in which its row may lie. Where all eight are taken, one of them,
 * whichever, goes. What it costs, an entry that leaves although others are older, is counted and rare while the shelf is not nearly full.
 */
public final class Shelf<K, R> {

    private static final int WAYS = 8;

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
        int first = first(key);
        for (int at = first; at < first + WAYS; at++) {
            R row = slots.get(at);
            if (row != null && isOf.test(row, key)) {
                return Optional.of(row);
            }
        }
        return Optional.empty();
    }

    /** Lays a row down, in the place of the one with its key. Two threads may not bring the same key at once. */
    public void put(K key, R row) {
        int first = first(key);
        int free = -1;
        for (int at = first; at < first + WAYS; at++) {
            R there = slots.get(at);
            if (there == null) {
                free = free < 0 ? at : free;
            } else if (isOf.test(there, key) && slots.compareAndSet(at, there, row)) {
                return;
            }
        }
        if (free < 0 || !slots.compareAndSet(free, null, row)) {
            pushedOut.increment();
            slots.set(first + ThreadLocalRandom.current().nextInt(WAYS), row);
        }
    }

    public void forget(K key) {
        int first = first(key);
        for (int at = first; at < first + WAYS; at++) {
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

    /** The finalizer of MurmurHash3, so that keys that differ in few bits do not meet. */
    private int first(K key) {
        int mixed = key.hashCode();
        mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        long spread = Integer.toUnsignedLong(mixed ^ (mixed >>> 16));
        return (int) ((spread * sets) >>> Integer.SIZE) * WAYS;
    }
}
