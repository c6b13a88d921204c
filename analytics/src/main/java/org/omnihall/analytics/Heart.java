package org.omnihall.analytics;

import java.sql.SQLException;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Says every few seconds that a run is alive, however long a step takes. A run that was given up is told so by its own next word. */
public final class Heart implements AutoCloseable {

    private static final long SECONDS = 5;

    private final long run;
    private final Tables.Access access;
    private final Clock clock;
    private final CountDownLatch ended = new CountDownLatch(1);

    private Heart(long run, Tables.Access access, Clock clock) {
        this.run = run;
        this.access = access;
        this.clock = clock;
    }

    public static Heart begin(long run, Tables.Access access, Clock clock) {
        Heart heart = new Heart(run, access, clock);
        Thread.ofVirtual().name("heart").start(heart::beat);
        return heart;
    }

    public long run() {
        return run;
    }

    private void beat() {
        try (Tables tables = new Tables(access)) {
            while (!ended.await(SECONDS, TimeUnit.SECONDS)) {
                tables.alive(run, clock.instant());
            }
        } catch (SQLException silent) {
            System.err.println("no more signs of life: " + silent.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
    }
}
