package org.omnihall.hall.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Rounds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works the inbox into the books, in large groups: what a statement costs is shared by hundreds of requests instead of by those that one commit
 * acknowledged (ADR 0023).
 *
 * <p>Rings of the bell in quick succession make one round. What another node left behind is taken too, whoever lives; names are locked
 * ({@link SessionStore#begin}), so that two nodes may work at events of one session. A row goes by the transaction that works it in, so that it is
 * worked in once; one that the books refuse is parted until what they refuse is found, put aside, and tried again each hour.
 */
@Component
class AccountingClerk {

    private static final Logger LOG = LoggerFactory.getLogger(AccountingClerk.class);

    /** How often it looks though nobody rings. */
    private static final Duration LOOK = Duration.ofMillis(250);

    /** Rounds begin so far from each other, unless there is more than a round's. */
    private static final Duration GATHERING = Duration.ofMillis(100);

    private static final Duration SWEEP = Duration.ofSeconds(20);
    private static final Duration RETRY = Duration.ofHours(1);

    private final AccountingInbox inbox;
    private final Bookkeeping books;
    private final AccountingDetour detour;
    private final Partitions partitions;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Bell bell = new Bell();
    private Instant nextSweep = Instant.MIN;
    private Instant listeningSince = Instant.MAX;
    private volatile boolean stopping;
    private volatile boolean toldOfAbsence;
    private List<Rounds> rounds = List.of();

    AccountingClerk(
            AccountingInbox inbox,
            Bookkeeping books,
            AccountingDetour detour,
            Partitions partitions,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.books = books;
        this.detour = detour;
        this.partitions = partitions;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    void start() {
        stopping = false;
        listeningSince = clock.instant();
        rounds = List.of(Rounds.begin(bell, LOOK, this::round, this::failed));
    }

    /** Ends after the round that runs; what is left in the inbox waits for whoever looks next. */
    void stop() {
        stopping = true;
        rounds.forEach(Rounds::close);
        rounds = List.of();
    }

    /** There is something in the inbox. */
    void ring() {
        bell.ring();
    }

    private void round() {
        long began = System.nanoTime();
        sweepWhenDue();
        empty();
        toldOfAbsence = false;
        if (!stopping) {
            LockSupport.parkNanos(GATHERING.toNanos() - (System.nanoTime() - began));
        }
    }

    private void empty() {
        boolean more = true;
        while (more) {
            Set<Long> known = inbox.known();
            AtomicReference<AccountingInbox.Taken> taken = new AtomicReference<>(AccountingInbox.Taken.NOTHING);
            Taking taking = Taking.attempt("what was acknowledged", () -> enter(taken));
            List<Long> ids = taken.get().ids();
            if (taking instanceof Taking.Refused) {
                ids.forEach(this::enterAlone);
            }
            inbox.gone(ids);
            more = taken.get().isFull() && !stopping;
            if (!taken.get().isFull()) {
                inbox.freeGone(known);
            }
        }
    }

    private void enter(AtomicReference<AccountingInbox.Taken> taken) {
        transaction.executeWithoutResult(status -> {
            taken.set(inbox.take());
            enter(taken.get().rows().stream());
        });
    }

    private void enter(Stream<AccountingInbox.Row> rows) {
        List<AccountingRequest> requests =
                rows.flatMap(AccountingInbox.Row::requests).toList();
        if (!requests.isEmpty()) {
            books.enterAll(requests);
        }
    }

    /** A row of those that could not be entered together. */
    private void enterAlone(long id) {
        Taking taking = Taking.attempt(
                "a row of the inbox", () -> transaction.executeWithoutResult(status -> enter(inbox.take(id).stream())));
        if (taking instanceof Taking.Refused(String reason)) {
            partOrPutAside(id, reason);
        }
    }

    private void partOrPutAside(long id, String reason) {
        List<Long> parts = new ArrayList<>();
        Taking parting = Taking.attempt(
                "a row of the inbox", () -> transaction.executeWithoutResult(status -> parts.addAll(inbox.part(id))));
        if (parting instanceof Taking.Done && !parts.isEmpty()) {
            parts.forEach(this::enterAlone);
        } else {
            inbox.putAside(id, reason);
        }
    }

    /** The sweep for lost sessions; what fails is tried again at the next one. What is not worked in yet may be the word that they are not lost. */
    private void sweepWhenDue() {
        Instant now = clock.instant();
        if (detour.isOn()) {
            nextSweep = now.plus(SWEEP);
        }
        if (now.isBefore(nextSweep)) {
            return;
        }
        nextSweep = now.plus(SWEEP);
        partitions.prepare(now);
        inbox.retry(RETRY);
        if (!inbox.isBehind() && books.closeLost(now, listeningSince)) {
            nextSweep = now;
        }
    }

    /** Told once an absence; a round is tried many times in it. */
    private void failed(Throwable reason) {
        if (!toldOfAbsence) {
            LOG.warn("the inbox of accounting waits for the database: {}", reason.toString());
        }
        toldOfAbsence = true;
    }
}
