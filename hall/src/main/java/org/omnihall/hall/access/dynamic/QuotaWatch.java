package org.omnihall.hall.access.dynamic;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;
import org.omnihall.hall.access.limit.Overruns;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.quota.Reached;
import org.omnihall.hall.access.quota.ReachedBook;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.OpenSessions;
import org.omnihall.hall.channel.OpeningHours;
import org.omnihall.hall.shell.ShellSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * The second line of access-rules.md rule 16: ends or slows the sessions of those who have used up what their profile gives, within two seconds of the
 * report that says so, and gives their rates back when the day or the month is over. That they really end, or go on by what they were told, is watched
 * by {@link EndDeadlines} and {@link ChangeDeadlines}.
 *
 * <p>Every node looks, and one of them takes each owner; what it took and did not settle, for it died, another takes after some seconds.
 */
@Component
class QuotaWatch {

    private static final Logger LOG = LoggerFactory.getLogger(QuotaWatch.class);
    private static final String ACTOR = "system";
    private static final int AT_ONCE = 200;
    private static final int ROUNDS = 100;

    /** So long after their end sessions of a profile with hours are looked for. */
    private static final Duration AFTER_HOURS = Duration.ofMinutes(5);

    private final ReachedBook book;
    private final Profiles profiles;
    private final OpenSessions open;
    private final AccessControllers controllers;
    private final CurrentTerms terms;
    private final Changes changes;
    private final Overruns overruns;
    private final DistributionSummary overshootOctets;
    private final DistributionSummary overshootSeconds;
    private final Clock clock;
    private final ZoneId zone;

    QuotaWatch(
            ReachedBook book,
            Profiles profiles,
            OpenSessions open,
            AccessControllers controllers,
            CurrentTerms terms,
            Changes changes,
            Overruns overruns,
            MeterRegistry meters,
            Clock clock,
            ShellSettings shell) {
        this.book = book;
        this.profiles = profiles;
        this.open = open;
        this.controllers = controllers;
        this.terms = terms;
        this.changes = changes;
        this.overruns = overruns;
        this.overshootOctets = DistributionSummary.builder("omnihall.quota.overshoot")
                .baseUnit("octets")
                .register(meters);
        this.overshootSeconds = DistributionSummary.builder("omnihall.quota.overtime")
                .baseUnit("seconds")
                .register(meters);
        this.clock = clock;
        this.zone = shell.zone();
    }

    @Scheduled(fixedDelayString = "PT0.5S")
    void look() {
        look(clock.instant());
    }

    void look(Instant now) {
        List<Reached> taken;
        do {
            taken = book.take(now, AT_ONCE);
            taken.forEach(reached -> settle(reached, now));
        } while (taken.size() == AT_ONCE);
    }

    /** Once the day or the month is over. */
    @Scheduled(fixedDelayString = "PT10S")
    void lift() {
        lift(clock.instant());
    }

    void lift(Instant now) {
        List<Reached> over;
        do {
            over = book.takeOver(now, AT_ONCE);
            over.forEach(reached -> lift(reached, now));
        } while (over.size() == AT_ONCE);
    }

    private void lift(Reached reached, Instant now) {
        if (all(reached, given -> true, now)) {
            book.lifted(reached, now);
        }
    }

    private void settle(Reached reached, Instant now) {
        if (all(reached, CurrentTerms.Given::slowed, now) && book.settled(reached, now)) {
            overshootOctets.record((double) reached.over().octets());
            overshootSeconds.record((double) reached.over().time().toSeconds());
        }
    }

    /** Whether each of an owner's sessions was asked, or needs not be; else he is taken again. */
    private boolean all(Reached reached, Predicate<CurrentTerms.Given> isNews, Instant now) {
        try {
            return open.ofOwner(reached.owner()).stream()
                    .filter(session -> now.isBefore(reached.endsAt())
                            || session.startedAt().isBefore(reached.endsAt()))
                    .allMatch(session -> carry(session, isNews, now));
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("the sessions of {} cannot be looked at: {}", reached.owner(), away.toString());
            return false;
        }
    }

    /** False where it has to be tried again. */
    private boolean carry(OpenSession session, Predicate<CurrentTerms.Given> isNews, Instant now) {
        try {
            controllers
                    .byId(session.controllerId())
                    .ifPresent(ac -> terms.of(session, ac)
                            .ifPresentOrElse(
                                    given -> {
                                        if (isNews.test(given)) {
                                            changes.change(session, ACTOR);
                                        }
                                    },
                                    () -> overruns.end(session.id(), now)));
            return true;
        } catch (IllegalArgumentException never) {
            LOG.warn("session {} cannot be told of its quota: {}", session.id(), never.toString());
            return true;
        } catch (DataAccessException | TransactionException away) {
            LOG.warn("session {} is told of its quota later: {}", session.id(), away.toString());
            return false;
        }
    }

    /** The hours in which some profiles let people in are over: what a controller did not end by itself is ended. */
    @Scheduled(fixedDelayString = "PT30S")
    void close() {
        close(clock.instant());
    }

    void close(Instant now) {
        for (AccessProfile profile : profiles.withHours()) {
            OpeningHours hours = profile.quota().hours();
            if (!hours.isOpen(now, zone) && hours.isOpen(now.minus(AFTER_HOURS), zone)) {
                close(profile.id(), now);
            }
        }
    }

    /** Some at once; those that were asked to end are not found again. */
    private void close(long profile, Instant now) {
        List<OpenSession> some;
        int rounds = 0;
        do {
            some = open.ofProfile(profile);
            some.forEach(session -> carry(session, CurrentTerms.Given::slowed, now));
        } while (some.size() == OpenSessions.MANY && ++rounds < ROUNDS);
    }
}
