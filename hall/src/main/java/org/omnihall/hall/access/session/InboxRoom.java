package org.omnihall.hall.access.session;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Room for a number of requests in the inbox, taken before they are put there and given back when they are gone. */
final class InboxRoom {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final int size;
    private final Semaphore free;

    InboxRoom(int size) {
        this.size = size;
        this.free = new Semaphore(size);
    }

    /** What lies in it. */
    record Lying(InboxRoom room, int requests) {

        void leave() {
            room.free.release(requests);
        }
    }

    /** Takes room for so many, and waits up to a second for it; gives false where there was none. */
    boolean take(int requests) {
        try {
            return free.tryAcquire(requests, PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    void giveBack(int requests) {
        free.release(requests);
    }

    /** Requests that have taken room here. */
    Lying lying(int requests) {
        return new Lying(this, requests);
    }

    int taken() {
        return size - free.availablePermits();
    }
}
