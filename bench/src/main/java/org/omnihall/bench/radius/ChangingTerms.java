package org.omnihall.bench.radius;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Subscribers whose profiles change while they are asked about: two seconds after a change only the new one is right. */
public final class ChangingTerms implements Terms {

    /** Session-Timeout of the profile that subscribers change to, and back from. */
    public static final int OTHER_SECONDS = 7_200;

    /** Session-Timeout of those who may have one device. */
    public static final int SINGLE_SECONDS = 14_400;

    private static final long SETTLED = Duration.ofSeconds(2).toMillis();
    private static final int SINGLE_OF = 100;

    /** Under way: a moment that never comes. */
    private static final long NOW = Long.MAX_VALUE >> 1;

    private final long began = System.nanoTime();

    /** For each subscriber twice the millisecond of the last change, and one where he has the other profile since. */
    private final AtomicLongArray states;

    public ChangingTerms(int subscribers) {
        this.states = new AtomicLongArray(subscribers);
    }

    /** Whether he may have one device; such a one does not change. */
    public static boolean isSingle(int subscriber) {
        return subscriber % SINGLE_OF == SINGLE_OF / 2;
    }

    /** Each in turn of those among so many, counted from a hundred, who may have one device. */
    static int single(long turn, int among) {
        return (int) (turn % (among / SINGLE_OF)) * SINGLE_OF + SINGLE_OF / 2;
    }

    /** To be said before a change: from now on both are right. Whether the other profile is the new one. */
    public boolean changing(int subscriber) {
        return (states.updateAndGet(subscriber, state -> (NOW << 1) | (~state & 1)) & 1) == 1;
    }

    /** To be said after the change was made. */
    public void changed(int subscriber) {
        states.updateAndGet(subscriber, state -> (millis(System.nanoTime()) << 1) | (state & 1));
    }

    @Override
    public boolean fit(int subscriber, int seconds, long askedAt) {
        if (isSingle(subscriber)) {
            return seconds == SINGLE_SECONDS;
        }
        long state = states.get(subscriber);
        boolean isNew = seconds == ((state & 1) == 1 ? OTHER_SECONDS : USUAL_SECONDS);
        boolean isOld = seconds == ((state & 1) == 1 ? USUAL_SECONDS : OTHER_SECONDS);
        boolean settled = state == 0 || millis(askedAt) - (state >> 1) > SETTLED;
        return isNew || (isOld && !settled);
    }

    private long millis(long nanos) {
        return 1 + (nanos - began) / 1_000_000;
    }
}
