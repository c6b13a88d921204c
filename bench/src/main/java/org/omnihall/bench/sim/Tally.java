package org.omnihall.bench.sim;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.omnihall.bench.ac.AccountingRecord;
import org.omnihall.bench.ac.Watcher;
import org.omnihall.bench.phone.GaveUp;
import org.omnihall.bench.population.Journey;
import org.omnihall.portal.Type;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;

/** Counts journeys as phones tell them and packets as the controller sees them. */
final class Tally implements Watcher, Consumer<Journey> {

    private final List<Duration> first = new CopyOnWriteArrayList<>();
    private final List<Duration> again = new CopyOnWriteArrayList<>();
    private final LongAdder untried = new LongAdder();
    private final Map<GaveUp.Reason, LongAdder> failed = new ConcurrentHashMap<>();
    private final Map<GaveUp.Reason, String> examples = new ConcurrentHashMap<>();
    private final Map<AccountingRecord.Status, AtomicLong> told = new ConcurrentHashMap<>();
    private final Map<AccountingRecord.Status, AtomicLong> acknowledged = new ConcurrentHashMap<>();
    private final Map<Code, LongAdder> answers = new ConcurrentHashMap<>();
    private final Map<Type, LongAdder> portal = new ConcurrentHashMap<>();

    @Override
    public void accept(Journey journey) {
        switch (journey) {
            case Journey.Good good -> (good.again() ? again : first).add(good.took());
            case Journey.Untried none -> untried.increment();
            case Journey.Failed failure -> {
                failed.computeIfAbsent(failure.reason(), none -> new LongAdder())
                        .increment();
                examples.putIfAbsent(failure.reason(), failure.detail());
            }
        }
    }

    @Override
    public void told(AccountingRecord record) {
        told.computeIfAbsent(record.status(), none -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public void acknowledged(AccountingRecord record) {
        acknowledged.computeIfAbsent(record.status(), none -> new AtomicLong()).incrementAndGet();
    }

    @Override
    public void radius(Way way, Packet packet) {
        if (way == Way.IN) {
            answers.computeIfAbsent(packet.code(), none -> new LongAdder()).increment();
        }
    }

    @Override
    public void portal(Way way, org.omnihall.portal.Packet packet) {
        if (way == Way.IN) {
            portal.computeIfAbsent(packet.type(), none -> new LongAdder()).increment();
        }
    }

    List<Duration> first() {
        return first;
    }

    List<Duration> again() {
        return again;
    }

    long good() {
        return (long) first.size() + again.size();
    }

    long untried() {
        return untried.sum();
    }

    long failures() {
        return failed.values().stream().mapToLong(LongAdder::sum).sum();
    }

    Map<GaveUp.Reason, Long> failed() {
        Map<GaveUp.Reason, Long> sums = new EnumMap<>(GaveUp.Reason.class);
        failed.forEach((reason, count) -> sums.put(reason, count.sum()));
        return sums;
    }

    String example(GaveUp.Reason reason) {
        return examples.getOrDefault(reason, "");
    }

    long told(AccountingRecord.Status status) {
        return told.getOrDefault(status, new AtomicLong()).get();
    }

    long acknowledged(AccountingRecord.Status status) {
        return acknowledged.getOrDefault(status, new AtomicLong()).get();
    }

    /** Records about sessions that wait for their acknowledgement. */
    long unacknowledged() {
        return List.of(AccountingRecord.Status.START, AccountingRecord.Status.INTERIM, AccountingRecord.Status.STOP)
                .stream()
                .mapToLong(status -> told(status) - acknowledged(status))
                .sum();
    }

    long answers(Code code) {
        return answers.getOrDefault(code, new LongAdder()).sum();
    }

    long portal(Type type) {
        return portal.getOrDefault(type, new LongAdder()).sum();
    }
}
