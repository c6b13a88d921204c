package org.omnihall.bench.demo;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.omnihall.bench.ac.AccountingRecord;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.ac.Watcher;

/** A controller's own book: what it told, and what the hall acknowledged. */
final class Book implements Watcher {

    private final List<AccountingRecord> acknowledged = new CopyOnWriteArrayList<>();
    private final AtomicLong told = new AtomicLong();

    @Override
    public void told(AccountingRecord record) {
        told.incrementAndGet();
    }

    @Override
    public void acknowledged(AccountingRecord record) {
        acknowledged.add(record);
    }

    List<AccountingRecord> acknowledged() {
        return List.copyOf(acknowledged);
    }

    long count(Status status) {
        return acknowledged.stream().filter(record -> record.status() == status).count();
    }

    boolean complete() {
        return told.get() == acknowledged.size();
    }

    long told() {
        return told.get();
    }
}
