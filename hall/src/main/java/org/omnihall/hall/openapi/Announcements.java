package org.omnihall.hall.openapi;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.openapi.hub.Outbox;
import org.omnihall.tmf.Event;
import org.omnihall.tmf.Happening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the hub what happened to resources. A module announces its own changes; what is written through an interface is announced by itself.
 * Announced is what a transaction did as a whole, when it commits, and with it: once for each resource, created rather than changed.
 */
@Component
public class Announcements {

    private final Rows rows;
    private final Outbox outbox;
    private final Clock clock;
    private final ObjectProvider<OpenResource> resources;

    Announcements(Rows rows, Outbox outbox, Clock clock, ObjectProvider<OpenResource> resources) {
        this.rows = rows;
        this.outbox = outbox;
        this.clock = clock;
        this.resources = resources;
    }

    /**
     * Announces, when the transaction that runs commits. A deletion is announced before the row goes.
     *
     * @throws IllegalStateException outside of a transaction
     */
    public void announce(OpenResource resource, String id, Happening happening) {
        if (outbox.hasNoListener(resource.api())) {
            return;
        }
        Pending pending = (Pending) TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .findFirst()
                .orElseGet(this::begun);
        pending.add(new Subject(resource, id), happening);
    }

    /** The same for the resource of this name, of which there is one; nothing where no module declares it. */
    public void announce(String resource, String id, Happening happening) {
        resources.stream()
                .filter(one -> one.type().name().equals(resource))
                .findFirst()
                .ifPresent(one -> announce(one, id, happening));
    }

    /** Whether nobody listens to this interface, so that there is nothing to announce. */
    boolean areUnheard(Api api) {
        return outbox.hasNoListener(api);
    }

    private Pending begun() {
        Pending pending = new Pending();
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    private record Subject(OpenResource resource, String id) {}

    private record Noted(Happening happening, Optional<Stored> last) {}

    /** What the transaction did so far. */
    private final class Pending implements TransactionSynchronization {

        private final Map<Subject, Noted> noted = new LinkedHashMap<>();

        void add(Subject subject, Happening happening) {
            Optional<Stored> last = happening == Happening.DELETE ? row(subject) : Optional.empty();
            noted.merge(subject, new Noted(happening, last), Pending::both);
        }

        private static Noted both(Noted before, Noted now) {
            return switch (now.happening()) {
                case DELETE -> now;
                case STATE -> before.happening() == Happening.CHANGE ? now : before;
                case CREATE, CHANGE -> before;
            };
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            noted.forEach((subject, what) -> what.last()
                    .or(() -> row(subject))
                    .ifPresent(row -> outbox.put(
                            subject.resource(),
                            new Event(
                                    MomentId.at(clock.instant()),
                                    clock.instant(),
                                    subject.resource().type().name(),
                                    what.happening(),
                                    Bodies.shown(subject.resource(), row)),
                            row)));
        }

        private Optional<Stored> row(Subject subject) {
            return rows.find(subject.resource(), subject.id(), "/");
        }
    }
}
