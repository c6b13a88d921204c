package org.omnihall.hall.access.roaming.forward;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** Bounds how many are on their way at once; whoever finds no place has his turn when one before him is done. */
final class Turns {

    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int taken;

    Turns(int most) {
        this.most = most;
    }

    /** Runs the work, at once or on the thread of whoever makes room; it calls {@link #done} when it is over. */
    void take(Runnable work) {
        synchronized (this) {
            if (taken >= most) {
                waiting.add(work);
                return;
            }
            taken++;
        }
        work.run();
    }

    void done() {
        Optional<Runnable> next;
        synchronized (this) {
            next = Optional.ofNullable(waiting.poll());
            if (next.isEmpty()) {
                taken--;
            }
        }
        next.ifPresent(Runnable::run);
    }
}
