package org.omnihall.hall.access.aaa;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.omnihall.hall.access.limit.Admission;
import org.omnihall.hall.access.limit.Admissions;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.quota.Remainder;
import org.omnihall.hall.access.quota.Remainders;
import org.omnihall.hall.access.session.Grant;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.hall.access.session.SessionPlace;
import org.omnihall.hall.access.terms.SessionTerms;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Admits whom the rules let in so far, as far as his quota and his devices leave him something. */
@Component
class Admitter {

    private final Figures figures;
    private final Remainders remainders;
    private final Admissions admissions;
    private final SessionClass classes;
    private final WithoutDatabase without;
    private final Clock clock;

    Admitter(
            Figures figures,
            Remainders remainders,
            Admissions admissions,
            SessionClass classes,
            WithoutDatabase without,
            Clock clock) {
        this.figures = figures;
        this.remainders = remainders;
        this.admissions = admissions;
        this.classes = classes;
        this.without = without;
        this.clock = clock;
    }

    /** Whom the rules let in so far. */
    record Who(
            UUID journey,
            Owner owner,
            Place place,
            AccessProfile profile,
            Optional<Instant> validUntil,
            Optional<Octets> ntHash) {}

    /** Everything is right, but for the place that the device needs. */
    private record Admitting(Admission admission, Function<Admissions.Answer, Decision> decision) {

        Decision decided(Admissions.Answer answer) {
            return decision.apply(answer);
        }
    }

    /** For who can wait. */
    Decision decide(Asked asked, Facts facts, Who who) {
        Instant now = clock.instant();
        Remainder remainder = remainders.find(who.owner(), who.profile().quota(), now);
        return admitting(asked, facts, who, remainder, now)
                .map(admitting -> admitting.decided(admissions.take(admitting.admission(), now)))
                .orElseGet(() -> nothingLeft(remainder, facts));
    }

    /** @param then is told once, at once or later on another thread; it may not wait */
    void decide(Asked asked, Facts facts, Who who, Consumer<Decision> then) {
        Instant now = clock.instant();
        Quota quota = who.profile().quota();
        if (without.isAway()) {
            take(asked, facts, who, remainders.unread(quota, now), now, then);
        } else {
            remainders.find(who.owner(), quota, now, left -> take(asked, facts, who, left, now, then));
        }
    }

    private void take(Asked asked, Facts facts, Who who, Remainder remainder, Instant now, Consumer<Decision> then) {
        admitting(asked, facts, who, remainder, now)
                .ifPresentOrElse(
                        admitting -> take(admitting, now, then), () -> then.accept(nothingLeft(remainder, facts)));
    }

    private void take(Admitting admitting, Instant now, Consumer<Decision> then) {
        if (without.isAway()) {
            then.accept(admitting.decided(admissions.takeAlone(admitting.admission(), now)));
        } else {
            admissions.take(admitting.admission(), now, answer -> then.accept(admitting.decided(answer)));
        }
    }

    private static Decision nothingLeft(Remainder remainder, Facts facts) {
        return refused(remainder instanceof Remainder.OutOfHours ? facts.outOfHours() : facts.usedUp());
    }

    private static Decision refused(Facts facts) {
        return new Decision.Refuse(
                Rule.judge(facts).orElseThrow(() -> new IllegalStateException("no rule refuses " + facts)));
    }

    /** Nothing where the remainder lets nobody in. */
    private Optional<Admitting> admitting(Asked asked, Facts facts, Who who, Remainder remainder, Instant now) {
        return SessionTerms.of(who.profile(), figures.at(who.place()).interim(), who.validUntil(), now)
                .within(remainder)
                .map(terms -> admitting(asked, facts, who, terms));
    }

    private Admitting admitting(Asked asked, Facts facts, Who who, SessionTerms terms) {
        Limit limit = new Limit(who.profile().policy(), who.profile().devices());
        Admission admission = new Admission(
                who.journey(), who.owner(), limit, asked.controller().id(), asked.mac());
        return new Admitting(admission, answer -> switch (answer) {
            case Admissions.Answer.Full _ -> refused(facts.full());
            case Admissions.Answer.Lost lost -> new Decision.Silent(Silence.of(lost.fault()));
            case Admissions.Answer.Held held ->
                new Decision.Admit(
                        held.journey(),
                        terms,
                        classes.of(new SessionClass.Handle(
                                held.journey(),
                                asked.mac(),
                                Optional.of(
                                        Grant.at(SessionPlace.of(who.place()), who.owner(), limit, terms.interim())))),
                        success(asked, who.ntHash()),
                        held.release());
        });
    }

    private static Optional<Octets> success(Asked asked, Optional<Octets> ntHash) {
        return asked.credential() instanceof Credential.MsChapAnswer sent
                ? ntHash.map(hash -> sent.msChap().success(asked.userName(), hash))
                : Optional.empty();
    }
}
