package org.omnihall.bench.wire;

import java.util.concurrent.atomic.LongAdder;

/** What happened on lines so far. */
public final class Toll {

    private final LongAdder sent = new LongAdder();
    private final LongAdder lost = new LongAdder();
    private final LongAdder duplicated = new LongAdder();
    private final LongAdder reordered = new LongAdder();
    private final LongAdder corrupted = new LongAdder();

    void count(Fates.Fate fate) {
        sent.increment();
        if (fate.copies() == 0) {
            lost.increment();
            return;
        }
        duplicated.add(fate.copies() - 1L);
        reordered.add(fate.held().isZero() ? 0 : 1);
        corrupted.add(fate.corrupted() ? 1 : 0);
    }

    public long sent() {
        return sent.sum();
    }

    public long lost() {
        return lost.sum();
    }

    public long duplicated() {
        return duplicated.sum();
    }

    public long reordered() {
        return reordered.sum();
    }

    public long corrupted() {
        return corrupted.sum();
    }

    @Override
    public String toString() {
        return "%d datagrams: %d lost, %d duplicated, %d reordered, %d corrupted"
                .formatted(sent(), lost(), duplicated(), reordered(), corrupted());
    }
}
