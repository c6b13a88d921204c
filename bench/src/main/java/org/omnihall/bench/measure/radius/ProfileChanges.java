package org.omnihall.bench.measure.radius;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.radius.ChangingTerms;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Draft;

/** Gives one of a hundred subscribers another profile every minute, as staff do it one by one. */
final class ProfileChanges implements AutoCloseable {

    private static final int OF = 100;
    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    /** Neighbours in time are far apart. */
    private static final int STRIDE = 104_729;

    private final Accounts accounts;
    private final ChangingTerms terms;
    private final int subscribers;
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Future<Integer> changing;
    private volatile boolean over;

    ProfileChanges(RunningHall hall, ChangingTerms terms, int subscribers) {
        this.accounts = hall.bean(Accounts.class);
        this.terms = terms;
        this.subscribers = subscribers;
        Callable<Integer> all = this::change;
        this.changing = thread.submit(all);
    }

    private int change() throws InterruptedException {
        long gap = MINUTE * OF / subscribers;
        long due = System.nanoTime();
        int made = 0;
        for (long turn = 0; !over; turn++) {
            int subscriber = (int) (turn * STRIDE % subscribers);
            if (!ChangingTerms.isSingle(subscriber)) {
                due += gap;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                give(subscriber);
                made++;
            }
        }
        return made;
    }

    private void give(int subscriber) {
        String profile = terms.changing(subscriber) ? Roster.OTHER : Roster.USUAL;
        Draft draft = Draft.of("name", "bench" + subscriber, "profile", profile, "valid_until", Roster.VALID_UNTIL);
        Roster.done(accounts.change(draft, Roster.ACTOR));
        terms.changed(subscriber);
    }

    /** Makes no more of them; how many were made. */
    int end() throws InterruptedException {
        over = true;
        try {
            return changing.get();
        } catch (ExecutionException broken) {
            throw new IllegalStateException("a profile could not be changed", broken.getCause());
        }
    }

    @Override
    public void close() {
        over = true;
        thread.close();
    }
}
