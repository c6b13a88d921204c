package org.omnihall.hall.access.limit;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.omnihall.hall.access.limit.Admissions.Answer;
import org.omnihall.hall.database.SpareHeap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Who of late holds which places, in memory. Admissions are born here; sessions are read once an owner and then follow what accounting says on this
 * node. What other nodes say makes an owner's sessions be read again.
 *
 * <p>A wrong count does little harm, as long as it is short: too few places, and what starts in excess is ended within two seconds ({@link Overruns});
 * too many, and nobody is refused before his sessions were read again.
 */
@Component
class PlaceView {

    /** The octets of an owner with a place, and their part of the heap that is to spare: as many as there are accounts. */
    private static final int OCTETS_AN_OWNER = 120;

    private static final double PART_OF_THE_HEAP = 0.34;

    /** However quiet it was: what went wrong unseen does not last. */
    private static final Duration TRUSTED = Duration.ofMinutes(10);

    /** A refusal rests on what was read so short a time ago. */
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final PlaceTable table = new PlaceTable(SpareHeap.rows(OCTETS_AN_OWNER, PART_OF_THE_HEAP));

    /** Owners whose sessions are being read, and whether something happened to them meanwhile. */
    private final Map<Owner, Boolean> reading = new ConcurrentHashMap<>();

    private final BegunAdmissions begun = new BegunAdmissions();
    private final PlaceNews news;

    PlaceView(PlaceNews news, MeterRegistry meters) {
        this.news = news;
        news.listen(new Elsewhere());
        meters.more().counter("omnihall.places.pushed.out", List.of(), table, PlaceTable::pushedOut);
    }

    /** What memory can say; nothing where the owner's sessions have to be read first, or one of them has to end. */
    Optional<Answer> answer(Admission admission, Instant at) {
        return table.with(
                admission.owner(),
                his -> his.isReadSince(at.minus(TRUSTED))
                        ? quick(admission, his, at)
                                .filter(answer -> answer instanceof Answer.Held || his.isReadSince(at.minus(FRESH)))
                        : Optional.empty());
    }

    /** The same where nothing can be read: by what is known here, however old it is. */
    Optional<Answer> answerAlone(Admission admission, Instant at) {
        return table.with(admission.owner(), his -> quick(admission, his, at));
    }

    /** The same where nothing was read in time: who was looked up before comes in by that, and nobody is refused. */
    Optional<Answer> answerKnown(Admission admission, Instant at) {
        return table.with(
                admission.owner(),
                his -> his.isReadSince(Instant.EPOCH)
                        ? quick(admission, his, at).filter(answer -> answer instanceof Answer.Held)
                        : Optional.empty());
    }

    private Optional<Answer> quick(Admission admission, OwnersPlaces his, Instant at) {
        return switch (judged(admission, his, at)) {
            case Answer.Held held ->
                held.release().isEmpty() ? Optional.of(take(admission, his, held, at)) : Optional.empty();
            case Answer.Full full -> Optional.of(full);
            case Answer.Lost lost -> Optional.of(lost);
        };
    }

    /** The answer by what is known, right after the owner's sessions were read; a session that began meanwhile is among those. */
    Answer answerNow(Admission admission, Instant at) {
        return table.with(admission.owner(), his -> switch (judged(admission, his, at)) {
            case Answer.Held held -> begun.contains(admission.journey()) ? held : take(admission, his, held, at);
            case Answer.Full full -> full;
            case Answer.Lost lost -> lost;
        });
    }

    private static Answer judged(Admission admission, OwnersPlaces his, Instant at) {
        OwnersPlaces held = his.heldAt(at);
        Optional<UUID> again = held.earlier(admission);
        if (again.isPresent()) {
            return new Answer.Held(again.get(), List.of());
        }
        int devices = admission.limit().devices();
        if (devices <= 0 || held.count() < devices) { // however they are counted
            return new Answer.Held(admission.journey(), List.of());
        }
        List<DeviceLimit.Place> places = held.all().stream().map(Taken::place).toList();
        return switch (DeviceLimit.judge(admission.limit(), admission.mac(), places)) {
            case DeviceLimit.Verdict.Full() -> new Answer.Full();
            case DeviceLimit.Verdict.Room(List<UUID> release) -> new Answer.Held(admission.journey(), release);
        };
    }

    private Answer take(Admission admission, OwnersPlaces his, Answer.Held held, Instant at) {
        if (held.journey().equals(admission.journey())) {
            Taken place = new Taken(
                    new DeviceLimit.Place(admission.journey(), false, admission.mac(), at),
                    admission.controllerId(),
                    Optional.of(at.plus(Admissions.HOLD)));
            OwnersPlaces others = his.heldAt(at);
            for (UUID released : held.release()) {
                others = others.without(released);
            }
            table.put(others.with(place));
            news.held(admission.owner(), place);
        }
        return held;
    }

    /** To be called before the sessions of these owners are read. */
    void read(Collection<Owner> owners) {
        owners.forEach(owner -> reading.put(owner, false));
    }

    /** The open sessions of an owner, as of a moment after {@link #read(Collection)}. */
    void read(Owner owner, List<PlaceBook.Open> open, Instant at) {
        change(owner, his -> {
            OwnersPlaces fresh = his.read(open, at);
            return Boolean.TRUE.equals(reading.remove(owner)) ? fresh.stale() : fresh;
        });
    }

    /** What began with {@link #read(Collection)} is over, whether it came to something or not. */
    void readNoMore(Collection<Owner> owners) {
        owners.forEach(reading::remove);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void changed(PlacesChanged changed) {
        changed.began().forEach(this::began);
        changed.over().forEach(over -> {
            update(over.owner(), his -> his.without(over.session()));
            news.changed(over.owner());
        });
    }

    private void began(PlacesChanged.Began began) {
        began.journey().ifPresent(begun::add);
        Taken place = new Taken(
                new DeviceLimit.Place(began.session(), true, began.mac(), began.since()),
                began.controllerId(),
                Optional.empty());
        update(began.owner(), his -> withoutAdmission(his, began.journey()).with(place));
        if (began.limit().devices() == 0) { // of the others accounting's transaction told
            news.changed(began.owner());
        }
    }

    private static OwnersPlaces withoutAdmission(OwnersPlaces his, Optional<UUID> journey) {
        return journey.map(his::withoutAdmission).orElse(his);
    }

    /** What is known of an owner changes, maybe while his sessions are read. */
    private void update(Owner owner, UnaryOperator<OwnersPlaces> what) {
        change(owner, his -> {
            reading.computeIfPresent(owner, (same, quiet) -> true);
            return what.apply(his);
        });
    }

    private void change(Owner owner, UnaryOperator<OwnersPlaces> what) {
        table.with(owner, his -> {
            table.put(what.apply(his));
            return his;
        });
    }

    /** What other nodes tell. */
    private final class Elsewhere implements PlaceNews.Ear {

        @Override
        public void held(Owner owner, Taken place) {
            if (!begun.contains(place.place().id())) {
                change(owner, his -> his.with(place));
            }
        }

        @Override
        public void began(Owner owner, Optional<UUID> journey) {
            journey.ifPresent(begun::add);
            stale(owner, his -> withoutAdmission(his, journey));
        }

        @Override
        public void changed(Owner owner) {
            stale(owner, UnaryOperator.identity());
        }

        /** His sessions are to be read again. */
        private void stale(Owner owner, UnaryOperator<OwnersPlaces> what) {
            update(owner, his -> what.apply(his).stale());
        }

        @Override
        public void missedSomething() {
            table.clear();
        }
    }
}
