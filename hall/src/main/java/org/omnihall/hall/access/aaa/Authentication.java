package org.omnihall.hall.access.aaa;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.NetworkAccount;
import org.omnihall.hall.access.network.NetworkAccounts;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.session.Admission;
import org.omnihall.hall.access.session.Admissions;
import org.omnihall.hall.access.session.SessionClass;
import org.omnihall.hall.access.session.SessionPlace;
import org.omnihall.hall.database.MomentId;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.MsChapV2;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers the facts of one Access-Request, asks the rules, and takes the device's place. It waits for the database. */
@Component
class Authentication {

    private final LoginTokens tokens;
    private final Optional<ExpectedLogins> logins;
    private final NetworkAccounts accounts;
    private final Places places;
    private final Figures figures;
    private final Admissions admissions;
    private final SessionClass classes;
    private final Clock clock;
    private final RecentTokens recent = new RecentTokens();

    Authentication(
            LoginTokens tokens,
            ObjectProvider<ExpectedLogins> logins,
            NetworkAccounts accounts,
            Places places,
            Figures figures,
            Admissions admissions,
            SessionClass classes,
            Clock clock) {
        this.tokens = tokens;
        this.logins = Optional.ofNullable(logins.getIfAvailable());
        this.accounts = accounts;
        this.places = places;
        this.figures = figures;
        this.admissions = admissions;
        this.classes = classes;
        this.clock = clock;
    }

    /**
     * A decision.
     *
     * @param attempt the login of our pages that it is about
     * @param again true when the same was answered before
     */
    record Outcome(Decision decision, Optional<UUID> attempt, boolean again) {}

    Outcome decide(Asked asked) {
        Optional<ExpectedLogin> login =
                logins.flatMap(l -> l.find(asked.controller().id(), asked.name(), asked.mac(), asked.ip()));
        return login.map(expected -> byToken(asked, expected))
                .orElseGet(() -> new Outcome(byPassword(asked), Optional.empty(), false));
    }

    private Outcome byToken(Asked asked, ExpectedLogin login) {
        Instant now = clock.instant();
        Optional<String> token = tokens.goodAt(now, asked.controller().id(), asked.name(), login.device()).stream()
                .filter(good -> asked.credential().proves(asked.userName(), good))
                .findFirst();
        Facts facts = Facts.login(
                asked.credential().method().isPresent(), token.isPresent(), login.sameDevice(asked.mac(), asked.ip()));
        Optional<Refusal> refusal = Rule.judge(facts);
        if (refusal.isPresent() || token.isEmpty()) {
            return once(new Decision.Refuse(refusal.orElse(Refusal.BAD_PASSWORD)), login);
        }
        RecentTokens.Key key = new RecentTokens.Key(login.attempt(), token.get());
        return switch (recent.claim(key, now)) {
            case RecentTokens.Claim.First first -> {
                Decision decision = decided(asked, login, facts, token.get(), key);
                first.decision().complete(decision);
                yield once(decision, login);
            }
            case RecentTokens.Claim.Again again ->
                new Outcome(again.decision().join(), Optional.of(login.attempt()), true);
            case RecentTokens.Claim.Spent _ -> once(new Decision.Refuse(refused(facts.tokenSpent())), login);
        };
    }

    private static Outcome once(Decision decision, ExpectedLogin login) {
        return new Outcome(decision, Optional.of(login.attempt()), false);
    }

    private Decision decided(Asked asked, ExpectedLogin login, Facts facts, String token, RecentTokens.Key key) {
        boolean made = false;
        try {
            Optional<Octets> ntHash = asked.credential() instanceof Credential.MsChapAnswer
                    ? Optional.of(MsChapV2.ntHash(token))
                    : Optional.empty();
            Decision decision = admit(
                    asked,
                    facts,
                    new Who(
                            login.attempt(),
                            "subscriber:" + login.subscriberId(),
                            OptionalLong.of(login.subscriberId()),
                            OptionalLong.empty(),
                            login.place(),
                            login.place().profile(),
                            Optional.empty(),
                            ntHash));
            made = true;
            return decision;
        } finally {
            if (!made) {
                recent.release(key);
            }
        }
    }

    private Decision byPassword(Asked asked) {
        Optional<NetworkAccount> found = asked.name().isEmpty() ? Optional.empty() : accounts.find(asked.name());
        Instant now = clock.instant();
        Facts facts = found.map(account -> Facts.account(
                        asked.credential()
                                .method()
                                .filter(account.methods()::contains)
                                .isPresent(),
                        proves(account, asked),
                        account.standing() == NetworkAccount.Standing.ACTIVE,
                        account.validUntil().map(now::isBefore).orElse(true)))
                .orElse(Facts.UNKNOWN);
        Optional<Refusal> refusal = Rule.judge(facts);
        if (refusal.isPresent() || found.isEmpty()) {
            return new Decision.Refuse(refusal.orElse(Refusal.NOT_OUR_SUBSCRIBER));
        }
        return admit(
                asked,
                facts,
                found.get(),
                asked.credential() instanceof Credential.MsChapAnswer
                        ? accounts.ntHashOf(found.get())
                        : Optional.empty());
    }

    /** The decision on an account that has proved itself in a conversation and not by this request's credential. */
    Decision admit(Asked asked, NetworkAccount.Method method) {
        Instant now = clock.instant();
        Optional<NetworkAccount> found = accounts.find(asked.name());
        Facts facts = found.map(account -> Facts.account(
                        account.methods().contains(method),
                        true,
                        account.standing() == NetworkAccount.Standing.ACTIVE,
                        account.validUntil().map(now::isBefore).orElse(true)))
                .orElse(Facts.UNKNOWN);
        Optional<Refusal> refusal = Rule.judge(facts);
        return refusal.isPresent() || found.isEmpty()
                ? new Decision.Refuse(refusal.orElse(Refusal.NOT_OUR_SUBSCRIBER))
                : admit(asked, facts, found.get(), Optional.empty());
    }

    private Decision admit(Asked asked, Facts facts, NetworkAccount account, Optional<Octets> ntHash) {
        Place place = places.at(
                asked.controller(),
                asked.called().ssid().orElse(""),
                asked.called().ap());
        return admit(
                asked,
                facts,
                new Who(
                        MomentId.at(clock.instant()),
                        "account:" + account.id(),
                        OptionalLong.empty(),
                        OptionalLong.of(account.id()),
                        place,
                        account.profile(),
                        account.validUntil(),
                        ntHash));
    }

    private boolean proves(NetworkAccount account, Asked asked) {
        return switch (asked.credential()) {
            case Credential.Password sent -> accounts.matches(account, sent.password());
            case Credential.ChapAnswer sent ->
                accounts.passwordOf(account).filter(p -> sent.chap().proves(p)).isPresent();
            case Credential.MsChapAnswer sent ->
                accounts.ntHashOf(account)
                        .filter(hash -> sent.msChap().proves(asked.userName(), hash))
                        .isPresent();
            case Credential.None _ -> false;
        };
    }

    /** Whom the rules let in so far. */
    private record Who(
            UUID journey,
            String owner,
            OptionalLong subscriberId,
            OptionalLong accountId,
            Place place,
            AccessProfile profile,
            Optional<Instant> validUntil,
            Optional<Octets> ntHash) {}

    private Decision admit(Asked asked, Facts facts, Who who) {
        Instant now = clock.instant();
        SessionTerms terms =
                SessionTerms.of(who.profile(), figures.at(who.place()).interim(), who.validUntil(), now);
        Admission admission = new Admission(
                who.journey(),
                who.owner(),
                asked.controller().id(),
                asked.name(),
                who.subscriberId(),
                who.accountId(),
                asked.mac(),
                asked.ip(),
                SessionPlace.of(who.place()),
                terms.interim());
        return switch (admissions.take(
                admission, who.profile().policy(), who.profile().devices(), now)) {
            case Admissions.Answer.Full _ -> new Decision.Refuse(refused(facts.full()));
            case Admissions.Answer.Held held ->
                new Decision.Admit(
                        held.journey(),
                        terms,
                        classes.of(new SessionClass.Handle(held.journey(), asked.mac())),
                        success(asked, who.ntHash()),
                        List.copyOf(held.release()));
        };
    }

    private static Optional<Octets> success(Asked asked, Optional<Octets> ntHash) {
        return asked.credential() instanceof Credential.MsChapAnswer sent
                ? ntHash.map(hash -> sent.msChap().success(asked.userName(), hash))
                : Optional.empty();
    }

    private static Refusal refused(Facts facts) {
        return Rule.judge(facts).orElseThrow(() -> new IllegalStateException("no rule refuses " + facts));
    }
}
