package org.omnihall.hall.access.session;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A batch of accounting events worked into the sessions that they are about; pure but for the ids that it is handed. What was loaded before
 * is kept beside what it became, so that the writer sees what changed.
 */
final class Ledger {

    private final Map<UUID, Held> before = new LinkedHashMap<>();
    private final Map<UUID, Held> now = new LinkedHashMap<>();
    private final Map<SessionStore.Key, Set<UUID>> named = new HashMap<>();
    private final Map<UUID, List<SameEvent>> seen = new HashMap<>();
    private final List<SessionWrites.Entry> entries = new ArrayList<>();
    private final Function<Instant, UUID> ids;

    Ledger(Collection<Held> known, Collection<SameEvent> stored, Function<Instant, UUID> ids) {
        known.forEach(this::know);
        stored.forEach(this::see);
        this.ids = ids;
    }

    /** Another session that may be touched. */
    void know(Held session) {
        before.putIfAbsent(session.facts().id(), session);
        if (now.putIfAbsent(session.facts().id(), session) == null) {
            name(session);
        }
    }

    /** Works one event in; a re-send of a known one changes nothing. */
    void enter(AccountingEvent event, Facts facts) {
        UUID id = SessionMatch.pick(event, candidates(event)).orElseGet(() -> ids.apply(event.receivedAt()));
        SameEvent same = SameEvent.of(id, event);
        if (seen.getOrDefault(id, List.of()).stream().anyMatch(same::matches)) {
            return;
        }
        Held held = now.get(id);
        if (held == null) {
            held = new Held(
                    facts.of(id, event), SessionFold.NOTHING, event.receivedAt(), Held.Row.NONE, Optional.empty());
        }
        Held after = held.with(event);
        now.put(id, after);
        name(after);
        see(same);
        entries.add(new SessionWrites.Entry(id, event));
    }

    /** Who a new session is of and where. */
    @FunctionalInterface
    interface Facts {
        SessionFacts of(UUID id, AccountingEvent event);
    }

    private void name(Held session) {
        named.computeIfAbsent(SessionStore.Key.of(session.facts()), none -> new LinkedHashSet<>())
                .add(session.facts().id());
    }

    private void see(SameEvent event) {
        seen.computeIfAbsent(event.session(), none -> new ArrayList<>()).add(event);
    }

    private List<SessionMatch.Candidate> candidates(AccountingEvent event) {
        return named.getOrDefault(new SessionStore.Key(event.controllerId(), event.acctSessionId()), Set.of()).stream()
                .map(now::get)
                .filter(Objects::nonNull)
                .map(Held::candidate)
                .toList();
    }

    void closeReplaced() {
        now.putAll(SameDevice.replaced(List.copyOf(now.values())));
    }

    /** Closes what a controller had before it began anew, also where what happened later became known earlier. */
    void closeBefore(long controllerId, Instant reset) {
        now.replaceAll((id, s) -> s.facts().controllerId() == controllerId
                        && s.fold().startedAt().isBefore(reset)
                        && goesOnAfter(s.fold(), reset)
                ? s.with(new Closer(reset, Closer.Cause.CONTROLLER_RESET))
                : s);
    }

    private static boolean goesOnAfter(SessionFold fold, Instant reset) {
        return fold.close()
                .map(known -> known.cause() == Closer.Cause.REPLACED && reset.isBefore(known.at()))
                .orElse(true);
    }

    /** Closes what has been silent too long, with its last counters. */
    void closeLost() {
        now.replaceAll((id, s) -> s.fold()
                .lastHeard()
                .filter(heard -> s.fold().isOpen())
                .map(heard -> s.with(new Closer(heard, Closer.Cause.LOST)))
                .orElse(s));
    }

    List<SessionWrites.Entry> entries() {
        return List.copyOf(entries);
    }

    List<Held> changed() {
        return now.values().stream()
                .filter(s -> !s.equals(before.get(s.facts().id())))
                .toList();
    }

    /** What the events of this batch add to their sessions. */
    List<UseCounter.Grown> grown() {
        Map<UUID, Instant> reported = new LinkedHashMap<>();
        entries.forEach(entry -> reported.merge(entry.session(), at(entry.event()), Ledger::later));
        return reported.entrySet().stream()
                .flatMap(session ->
                        Optional.ofNullable(now.get(session.getKey()))
                                .map(held -> grown(held, session.getValue()))
                                .stream())
                .filter(grown -> grown.begins() || !grown.more().equals(Usage.NONE))
                .toList();
    }

    private UseCounter.Grown grown(Held held, Instant until) {
        Optional<Held> earlier = Optional.ofNullable(before.get(held.facts().id()));
        return new UseCounter.Grown(
                held.facts(),
                held.fold().usage().since(earlier.map(old -> old.fold().usage()).orElse(Usage.NONE)),
                earlier.isEmpty(),
                earlier.flatMap(old -> old.fold().lastHeard()).orElseGet(held.fold()::startedAt),
                until);
    }

    /** A controller whose clock goes ahead tells of nothing that is still to come. */
    private static Instant at(AccountingEvent event) {
        return event.at().isAfter(event.receivedAt()) ? event.receivedAt() : event.at();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** The sessions that this batch made or touched by an event. */
    List<Held> entered() {
        return entries.stream()
                .map(SessionWrites.Entry::session)
                .distinct()
                .map(now::get)
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
    }
}
