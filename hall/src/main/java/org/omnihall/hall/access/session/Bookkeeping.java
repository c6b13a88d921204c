package org.omnihall.hall.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.access.SessionClosed;
import org.omnihall.hall.access.SessionOpened;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.PlacesChanged;
import org.omnihall.hall.database.MomentId;
import org.omnihall.octets.MacAddress;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes batches of accounting into the tables, each in one transaction: load, work in, write, tell. Called by one thread a node at a time. */
@Component
class Bookkeeping {

    static final Duration DEFAULT_INTERIM = Duration.ofMinutes(10);
    private static final int LOST_AT_ONCE = 1000;

    private final SessionStore store;
    private final SessionWrites writes;
    private final AdmittedFacts admitted;
    private final UseCounter uses;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Bookkeeping(
            SessionStore store,
            SessionWrites writes,
            AdmittedFacts admitted,
            UseCounter uses,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.writes = writes;
        this.admitted = admitted;
        this.uses = uses;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Works in what controllers said about sessions. */
    void enter(List<AccountingEvent> batch) {
        transaction.executeWithoutResult(status -> {
            store.begin(keys(batch.stream()));
            entered(batch);
        });
    }

    /** Works in what controllers asked for, in its order, all of it or nothing. */
    void enterAll(List<AccountingRequest> requests) {
        transaction.executeWithoutResult(status -> {
            store.begin(keys(requests.stream().flatMap(AccountingRequest::sessions)));
            List<AccountingEvent> run = new ArrayList<>();
            for (AccountingRequest request : requests) {
                switch (request) {
                    case AccountingRequest.Session session -> run.add(session.event());
                    case AccountingRequest.Reset reset -> {
                        enterRun(run);
                        reset(reset.controllerId(), reset.at(), reset.kind());
                    }
                    case AccountingRequest.Nothing nothing -> {}
                }
            }
            enterRun(run);
        });
    }

    private void enterRun(List<AccountingEvent> run) {
        if (!run.isEmpty()) {
            entered(List.copyOf(run));
            run.clear();
        }
    }

    private static Set<SessionStore.Key> keys(Stream<AccountingEvent> events) {
        return events.map(e -> new SessionStore.Key(e.controllerId(), e.acctSessionId()))
                .collect(Collectors.toSet());
    }

    /** In a transaction that has {@link SessionStore#begin begun} with the names of all that it enters. */
    private void entered(List<AccountingEvent> batch) {
        Instant from =
                batch.stream().map(AccountingEvent::at).min(Instant::compareTo).orElseThrow();
        Instant to =
                batch.stream().map(AccountingEvent::at).max(Instant::compareTo).orElseThrow();
        List<Held> known = store.known(keys(batch.stream()), from);
        List<SameEvent> stored = store.events(
                known.stream().map(s -> s.facts().id()).toList(),
                from.minus(SameEvent.TOLERANCE),
                to.plus(SameEvent.TOLERANCE));
        Ledger ledger = new Ledger(known, stored, MomentId::at);
        Ledger.Facts facts = admitted.of(batch);
        batch.forEach(event -> ledger.enter(event, facts));
        closeOthers(ledger);
        writes.events(ledger.entries());
        if (uses.counts()) {
            uses.count(ledger.grown(), batch.getFirst().receivedAt());
        }
        writes.started(
                batch.stream()
                        .filter(event -> event.grant().isEmpty())
                        .flatMap(event -> event.journey().stream())
                        .collect(Collectors.toSet()),
                batch.getFirst().receivedAt());
        finish(ledger);
    }

    private void closeOthers(Ledger ledger) {
        List<Held> fresh =
                ledger.entered().stream().filter(s -> s.row() == Held.Row.NONE).toList();
        Set<MacAddress> macs =
                fresh.stream().flatMap(s -> s.facts().mac().stream()).collect(Collectors.toSet());
        if (!macs.isEmpty()) {
            Instant since = fresh.stream()
                    .map(s -> s.fold().startedAt())
                    .min(Instant::compareTo)
                    .orElseThrow();
            store.ofDevices(macs, since).forEach(ledger::know);
            ledger.closeReplaced();
        }
        Set<Long> controllers =
                fresh.stream().map(s -> s.facts().controllerId()).collect(Collectors.toSet());
        if (!controllers.isEmpty()) {
            store.resets(controllers).forEach(reset -> ledger.closeBefore(reset.controllerId(), reset.at()));
        }
    }

    /** A controller begins or ends accounting: what it had before is over (RFC 2866 section 5.1). */
    void reset(long controllerId, Instant at, String kind) {
        transaction.executeWithoutResult(status -> {
            writes.reset(controllerId, at, kind);
            Ledger ledger = new Ledger(store.openOf(controllerId), List.of(), MomentId::at);
            store.replacedAcross(controllerId, at).forEach(ledger::know);
            ledger.closeBefore(controllerId, at);
            finish(ledger);
        });
    }

    /**
     * Closes sessions of which too many updates in a row stayed away, a thousand at once.
     *
     * @return whether there may be more
     */
    boolean closeLost(Instant now, Instant listeningSince) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            List<Held> overdue = store.overdue(now, listeningSince, LOST_AT_ONCE);
            Ledger ledger = new Ledger(overdue, List.of(), MomentId::at);
            ledger.closeLost();
            finish(ledger);
            return overdue.size() == LOST_AT_ONCE;
        }));
    }

    private void finish(Ledger ledger) {
        List<Held> changed = ledger.changed();
        writes.store(changed);
        Map<UUID, Instant> ended = new HashMap<>();
        List<Held> closed = new ArrayList<>();
        List<Held> opened = new ArrayList<>();
        for (Held session : changed) {
            Optional<Closer> close = session.fold().close();
            if (close.isPresent() && session.row() != Held.Row.CLOSED) {
                ended.put(session.facts().id(), close.get().at());
                closed.add(session);
                events.publishEvent(closed(session, close.get()));
            } else if (close.isEmpty() && session.row() != Held.Row.OPEN) {
                opened.add(session);
                events.publishEvent(opened(session));
            }
        }
        publishPlaces(opened, closed);
        writes.untold(Stream.concat(opened.stream(), closed.stream()).toList());
        Collection<UUID> over = new HashSet<>(ended.keySet());
        changed.stream().map(Held::heardAt).max(Instant::compareTo).ifPresent(at -> writes.ended(over, at));
    }

    private void publishPlaces(List<Held> opened, List<Held> closed) {
        PlacesChanged changed = new PlacesChanged(
                opened.stream().flatMap(Bookkeeping::began).toList(),
                closed.stream()
                        .flatMap(session -> session.facts().owner().stream()
                                .map(owner -> new PlacesChanged.Over(
                                        owner, session.facts().id())))
                        .toList());
        if (!changed.began().isEmpty() || !changed.over().isEmpty()) {
            events.publishEvent(changed);
        }
    }

    private static Stream<PlacesChanged.Began> began(Held session) {
        SessionFacts facts = session.facts();
        return facts.owner().stream()
                .map(owner -> new PlacesChanged.Began(
                        owner,
                        facts.limit().orElse(Limit.NONE),
                        facts.id(),
                        facts.journey(),
                        facts.controllerId(),
                        facts.mac(),
                        session.fold().startedAt()));
    }

    private static SessionOpened opened(Held s) {
        return new SessionOpened(
                s.facts().id(),
                s.facts().journey(),
                s.facts().controllerId(),
                s.facts().subscriberId(),
                s.facts().mac(),
                s.facts().place().areaPath(),
                s.fold().startedAt());
    }

    private static SessionClosed closed(Held s, Closer close) {
        return new SessionClosed(
                s.facts().id(),
                s.facts().journey(),
                s.facts().controllerId(),
                s.facts().subscriberId(),
                s.facts().mac(),
                s.facts().place().areaPath(),
                close.at(),
                close.cause().name(),
                s.fold().usage().time(),
                s.fold().usage().upOctets(),
                s.fold().usage().downOctets());
    }
}
