package org.omnihall.hall.access.dynamic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.NetworkAccount;
import org.omnihall.hall.access.network.NetworkAccounts;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.quota.QuotaUse;
import org.omnihall.hall.access.quota.Remainder;
import org.omnihall.hall.access.quota.Remainders;
import org.omnihall.hall.access.session.Grant;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.hall.access.terms.SessionTerms;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** What an Accept would give a running session now: the profile of its account, or the one that holds where a phone logged in by our pages. */
@Component
public class CurrentTerms {

    private final NetworkAccounts accounts;
    private final Places places;
    private final Figures figures;
    private final Remainders remainders;
    private final SessionClass classes;
    private final Clock clock;

    CurrentTerms(
            NetworkAccounts accounts,
            Places places,
            Figures figures,
            Remainders remainders,
            SessionClass classes,
            Clock clock) {
        this.accounts = accounts;
        this.places = places;
        this.figures = figures;
        this.remainders = remainders;
        this.classes = classes;
        this.clock = clock;
    }

    /**
     * @param handle Class, where the controller sent one of ours back
     * @param slowed whether it goes on slowly, for its owner has used up his quota
     */
    public record Given(SessionTerms terms, Optional<Octets> handle, boolean slowed) {}

    /** Who it is by what he has. */
    private record Holder(
            Owner owner, AccessProfile profile, Optional<Instant> validUntil, Optional<String> areaPath) {}

    /** Nothing where nobody would be let in any more: the account is gone, held back or expired, the session's time or the owner's quota is used up. */
    public Optional<Given> of(OpenSession session, AccessController controller) {
        Place place = place(session, controller);
        Duration interim = figures.at(place).interim();
        if (session.accountId().isEmpty() && session.subscriberId().isEmpty()) {
            return Optional.of(new Given(unproved(place, interim), Optional.empty(), false));
        }
        return holder(session, place).flatMap(holder -> given(session, holder, interim));
    }

    /** What the session's owner has used of his day and month; nothing where no amount is bounded for it. */
    public Optional<QuotaUse> quotaOf(OpenSession session, AccessController controller) {
        return holder(session, place(session, controller))
                .filter(holder -> holder.profile().quota().counts())
                .map(holder -> new QuotaUse(
                        holder.profile().quota(), remainders.used(holder.owner(), clock.instant()), holder.areaPath()));
    }

    private Place place(OpenSession session, AccessController controller) {
        return places.at(
                        controller,
                        session.place().ssid().orElse(""),
                        session.place().venueId())
                .at(session.place().apId());
    }

    private Optional<Holder> holder(OpenSession session, Place place) {
        if (session.accountId().isPresent()) {
            return accounts.byId(session.accountId().getAsLong())
                    .filter(account -> account.standing() == NetworkAccount.Standing.ACTIVE)
                    .map(account -> new Holder(
                            Owner.account(account.id()),
                            account.profile(),
                            account.validUntil(),
                            Optional.of(account.areaPath())));
        }
        return session.subscriberId().isPresent()
                ? Optional.of(new Holder(
                        Owner.subscriber(session.subscriberId().getAsLong()),
                        place.profile(),
                        Optional.empty(),
                        Optional.empty()))
                : Optional.empty();
    }

    /** Nobody knows who it is, and how long he may stay was said for him alone: it is left out, and stays as it is. */
    private SessionTerms unproved(Place place, Duration interim) {
        return SessionTerms.of(place.profile(), interim, Optional.empty(), clock.instant())
                .untimed();
    }

    private Optional<Given> given(OpenSession session, Holder holder, Duration interim) {
        Remainder remainder =
                remainders.ofRunning(holder.owner(), holder.profile().quota(), clock.instant());
        return left(session, holder.profile(), interim, holder.validUntil())
                .flatMap(terms -> terms.within(remainder))
                .map(terms -> terms.after(session.usage().octets()))
                .map(terms -> new Given(terms, handle(session, holder, interim), remainder instanceof Remainder.Slow));
    }

    private Optional<SessionTerms> left(
            OpenSession session, AccessProfile profile, Duration interim, Optional<Instant> validUntil) {
        return SessionTerms.left(profile, interim, validUntil, session.startedAt(), clock.instant());
    }

    private Optional<Octets> handle(OpenSession session, Holder holder, Duration interim) {
        Limit limit = new Limit(holder.profile().policy(), holder.profile().devices());
        return session.journey()
                .map(journey -> classes.of(new SessionClass.Handle(
                        journey,
                        session.mac(),
                        Optional.of(Grant.at(session.place(), holder.owner(), limit, interim)))));
    }
}
