package org.omnihall.hall.access.limit;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.omnihall.octets.Spread;

/**
 * The places of millions of owners, as numbers in arrays. Each admission changes one: as objects the old ones would fill the old generation of the
 * heap, and each of its collections stops all answers for as long as a phone waits for one.
 *
 * <p>Where an owner lies is decided by his number. Each stripe has a lock, and becomes larger by itself: what that takes is a stripe's matter, and
 * not the table's.
 */
final class PlaceTable {

    private static final int STRIPES = 256;
    private static final int LEAST = 8;

    private final List<Stripe> stripes;
    private final LongAdder pushedOut = new LongAdder();

    private record Stripe(Lock lock, PlaceStripe places) {}

    /** @param room owners that it knows at once, about */
    PlaceTable(int room) {
        int each = Math.max(LEAST, room / STRIPES);
        this.stripes = IntStream.range(0, STRIPES)
                .mapToObj(i -> new Stripe(new ReentrantLock(), new PlaceStripe(each)))
                .toList();
    }

    /**
     * Works on what is known of an owner, while nobody else does.
     *
     * @param what may {@link #put} it anew
     */
    <T> T with(Owner owner, Function<OwnersPlaces, T> what) {
        long number = owner.number();
        Stripe stripe = stripe(number);
        stripe.lock().lock();
        try {
            return what.apply(stripe.places().find(number).orElseGet(() -> OwnersPlaces.unread(owner)));
        } finally {
            stripe.lock().unlock();
        }
    }

    void put(OwnersPlaces his) {
        Stripe stripe = stripe(his.owner());
        stripe.lock().lock();
        try {
            pushedOut.add(stripe.places().put(his));
        } finally {
            stripe.lock().unlock();
        }
    }

    void clear() {
        for (Stripe stripe : stripes) {
            stripe.lock().lock();
            try {
                stripe.places().clear();
            } finally {
                stripe.lock().unlock();
            }
        }
    }

    /** How many owners had to go for others. */
    long pushedOut() {
        return pushedOut.sum();
    }

    /** Owners are numbered one after the other, and lie anywhere. */
    private Stripe stripe(long owner) {
        return stripes.get((int) (Spread.of(owner) >>> Integer.SIZE) & (STRIPES - 1));
    }
}
