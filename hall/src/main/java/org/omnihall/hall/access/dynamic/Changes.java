package org.omnihall.hall.access.dynamic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.SessionPlace;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.MomentId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Carries to a running session what its account or profile says now, by a CoA-Request (RFC 5176 section 3.2). */
@Component
public class Changes implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);

    private final AccessControllers controllers;
    private final CurrentTerms terms;
    private final ChangeRequests requests;
    private final Disconnects disconnects;
    private final DynamicClient client;
    private final Figures figures;
    private final AuditTrail audit;
    private final Clock clock;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    Changes(
            AccessControllers controllers,
            CurrentTerms terms,
            ChangeRequests requests,
            Disconnects disconnects,
            DynamicClient client,
            Figures figures,
            AuditTrail audit,
            Clock clock) {
        this.controllers = controllers;
        this.terms = terms;
        this.requests = requests;
        this.disconnects = disconnects;
        this.client = client;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Asks the session's controller to go on by the terms of now. A session that would not be let in any more is asked to end.
     *
     * @param actor a login, {@code shell:USER} or {@code system}
     * @return nothing where its controller is not registered any more, or can be told by nothing which session is meant
     */
    public Optional<Asked> change(OpenSession session, String actor) {
        audit.record(actor, "session.change", "session:" + session.id(), session.acctSessionId());
        Optional<Asked> asked = ask(session, actor);
        asked.filter(request -> request.kind() == Asked.Kind.END)
                .ifPresent(end ->
                        audit.record(actor, "session.end", "session:" + session.id(), "would not be let in any more"));
        return asked;
    }

    /** The same for one of many, whose change is audited as a whole. */
    Optional<Asked> ask(OpenSession session, String actor) {
        return controllers
                .byId(session.controllerId())
                .flatMap(ac -> terms.of(session, ac)
                        .map(given -> ask(session, ac, given, actor))
                        .orElseGet(() -> Optional.of(disconnects.ask(session, actor))));
    }

    private Optional<Asked> ask(OpenSession session, AccessController ac, CurrentTerms.Given given, String actor) {
        Instant now = clock.instant();
        return DynamicPackets.change(session, ac, given.terms(), given.handle(), now)
                .map(packet -> {
                    UUID request = MomentId.at(now);
                    requests.write(request, session, given.terms(), actor, now, deadline(session.place()));
                    CompletableFuture<Void> answered =
                            client.ask(packet, ac).thenAcceptAsync(answer -> answered(request, answer), threads);
                    return new Asked(Asked.Kind.CHANGE, request, answered);
                });
    }

    private Duration deadline(SessionPlace place) {
        return figures.at(place.areaPath(), place.venueId(), place.apId()).disconnectDeadline();
    }

    private void answered(UUID request, DynamicAnswer answer) {
        try {
            requests.answered(request, answer, clock.instant());
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the answer to {} could not be written: {}", request, away.toString());
        }
    }

    @Override
    public void destroy() {
        threads.close();
    }
}
