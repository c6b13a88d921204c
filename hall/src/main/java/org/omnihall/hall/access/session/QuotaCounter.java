package org.omnihall.hall.access.session;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.NetworkAccounts;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.quota.Growth;
import org.omnihall.hall.access.quota.UseBook;
import org.springframework.stereotype.Component;

/** Counts for those whose profile of now has a quota; where no profile has one nothing is asked of it. */
@Component
class QuotaCounter implements UseCounter {

    private final Profiles profiles;
    private final NetworkAccounts accounts;
    private final AccessControllers controllers;
    private final Places places;
    private final UseBook book;

    QuotaCounter(
            Profiles profiles, NetworkAccounts accounts, AccessControllers controllers, Places places, UseBook book) {
        this.profiles = profiles;
        this.accounts = accounts;
        this.controllers = controllers;
        this.places = places;
        this.book = book;
    }

    @Override
    public boolean counts() {
        return profiles.anyCounts();
    }

    @Override
    public void count(List<Grown> grown, Instant now) {
        Map<Long, AccessProfile> ofAccounts = accounts.profilesOf(grown.stream()
                .map(Grown::facts)
                .flatMap(facts -> facts.accountId().stream().boxed())
                .collect(Collectors.toSet()));
        Function<SessionFacts, Optional<AccessProfile>> profile =
                facts -> facts.accountId().isPresent()
                        ? Optional.ofNullable(ofAccounts.get(facts.accountId().getAsLong()))
                        : atPlace(facts);
        book.count(
                grown.stream()
                        .flatMap(one -> one.facts().owner().stream()
                                .flatMap(owner -> profile
                                        .apply(one.facts())
                                        .map(AccessProfile::quota)
                                        .filter(Quota::counts)
                                        .map(quota -> growth(one, owner, quota))
                                        .stream()))
                        .toList(),
                now);
    }

    private Optional<AccessProfile> atPlace(SessionFacts facts) {
        return controllers
                .byId(facts.controllerId())
                .map(ac -> places.at(
                                ac,
                                facts.place().ssid().orElse(""),
                                facts.place().venueId())
                        .profile());
    }

    private static Growth growth(Grown one, Owner owner, Quota quota) {
        Quota.Amount more = new Quota.Amount(one.more().time(), one.more().octets());
        return new Growth(owner, quota, one.begins(), more, one.since(), one.until());
    }
}
