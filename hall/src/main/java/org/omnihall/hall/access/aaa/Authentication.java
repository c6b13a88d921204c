package org.omnihall.hall.access.aaa;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.NetworkAccount;
import org.omnihall.hall.access.network.NetworkAccounts;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.omnihall.hall.database.MomentId;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.MsChapV2;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers the facts of one Access-Request, asks the rules, and has those admitted whom they let in. Only logins of our pages wait for the database. */
@Component
class Authentication {

    private final LoginTokens tokens;
    private final Optional<ExpectedLogins> logins;
    private final NetworkAccounts accounts;
    private final Places places;
    private final Admitter admitter;
    private final WithoutDatabase without;
    private final Clock clock;
    private final RecentTokens recent = new RecentTokens();

    Authentication(
            LoginTokens tokens,
            ObjectProvider<ExpectedLogins> logins,
            NetworkAccounts accounts,
            Places places,
            Admitter admitter,
            WithoutDatabase without,
            Clock clock) {
        this.tokens = tokens;
        this.logins = Optional.ofNullable(logins.getIfAvailable());
        this.accounts = accounts;
        this.places = places;
        this.admitter = admitter;
        this.without = without;
        this.clock = clock;
    }

    /**
     * A decision.
     *
     * @param attempt the login of our pages that it is about
     * @param again true when the same was answered before
     */
    record Outcome(Decision decision, Optional<UUID> attempt, boolean again) {}

    /** Whether {@link #decide} may wait for the database. */
    boolean waits(Asked asked) {
        return logins.filter(pages -> pages.mayHaveSent(asked.name())).isPresent();
    }

    /** @param then is told the outcome once: at once, or later on another thread; it may not wait */
    void decide(Asked asked, Consumer<Outcome> then) {
        Consumer<Decision> plain = decision -> then.accept(new Outcome(decision, Optional.empty(), false));
        if (waits(asked) && without.isAway()) {
            byPassword(asked, decision -> plain.accept(mayBeOfAPage(decision)));
            return;
        }
        Optional<ExpectedLogin> login = logins.filter(pages -> pages.mayHaveSent(asked.name()))
                .flatMap(pages -> pages.find(asked.controller().id(), asked.name(), asked.mac(), asked.ip()));
        login.ifPresentOrElse(expected -> then.accept(byToken(asked, expected)), () -> byPassword(asked, plain));
    }

    /** What is no password of the account may be the token of a login that cannot be looked up: never a refusal. */
    private static Decision mayBeOfAPage(Decision decision) {
        return decision instanceof Decision.Refuse ? new Decision.Silent(Silence.DATABASE_AWAY) : decision;
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
            Admitter.Who who = new Admitter.Who(
                    login.attempt(),
                    Owner.subscriber(login.subscriberId()),
                    login.place(),
                    login.place().profile(),
                    Optional.empty(),
                    ntHash);
            Decision decision = admitter.decide(asked, facts, who);
            made = !(decision instanceof Decision.Silent);
            return decision;
        } finally {
            if (!made) {
                recent.release(key);
            }
        }
    }

    private void byPassword(Asked asked, Consumer<Decision> then) {
        Predicate<NetworkAccount> mayUse = account ->
                asked.credential().method().filter(account.methods()::contains).isPresent();
        byAccount(asked, mayUse, account -> proves(account, asked), then);
    }

    /**
     * The decision on an account that has proved itself in a conversation and not by this request's credential.
     *
     * @param then as in {@link #decide}
     */
    void admit(Asked asked, NetworkAccount.Method method, Consumer<Decision> then) {
        byAccount(asked, account -> account.methods().contains(method), account -> true, then);
    }

    private void byAccount(
            Asked asked, Predicate<NetworkAccount> mayUse, Predicate<NetworkAccount> proves, Consumer<Decision> then) {
        if (asked.name().isEmpty()) {
            then.accept(new Decision.Refuse(Refusal.NOT_OUR_SUBSCRIBER));
        } else if (without.isClosed()) {
            then.accept(new Decision.Silent(Silence.DATABASE_AWAY));
        } else if (without.isOpen()) {
            accounts.known(asked.name())
                    .ifPresentOrElse(
                            account -> judge(
                                    asked, Optional.of(account), facts(Optional.of(account), mayUse, proves), then),
                            () -> then.accept(without.unknown(asked, Silence.DATABASE_AWAY)));
        } else {
            accounts.find(asked.name(), answer -> {
                switch (answer) {
                    case Fate.Answered<Optional<NetworkAccount>>(Optional<NetworkAccount> account) ->
                        judge(asked, account, facts(account, mayUse, proves), then);
                    case Fate.Lost<Optional<NetworkAccount>>(GroupAnswers.Fault fault) ->
                        then.accept(without.unknown(asked, Silence.of(fault)));
                }
            });
        }
    }

    private Facts facts(
            Optional<NetworkAccount> found, Predicate<NetworkAccount> mayUse, Predicate<NetworkAccount> proves) {
        Instant now = clock.instant();
        return found.map(account -> Facts.account(
                        mayUse.test(account),
                        proves.test(account),
                        account.standing() == NetworkAccount.Standing.ACTIVE,
                        account.validUntil().map(now::isBefore).orElse(true)))
                .orElse(Facts.UNKNOWN);
    }

    private void judge(Asked asked, Optional<NetworkAccount> found, Facts facts, Consumer<Decision> then) {
        Optional<Refusal> refusal = Rule.judge(facts);
        if (refusal.isPresent() || found.isEmpty()) {
            then.accept(new Decision.Refuse(refusal.orElse(Refusal.NOT_OUR_SUBSCRIBER)));
            return;
        }
        admitter.decide(asked, facts, who(asked, found.get(), clock.instant()), then);
    }

    private Admitter.Who who(Asked asked, NetworkAccount account, Instant now) {
        Place place = places.at(
                asked.controller(),
                asked.called().ssid().orElse(""),
                asked.called().ap());
        return new Admitter.Who(
                MomentId.at(now),
                Owner.account(account.id()),
                place,
                account.profile(),
                account.validUntil(),
                asked.credential() instanceof Credential.MsChapAnswer ? accounts.ntHashOf(account) : Optional.empty());
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

    private static Refusal refused(Facts facts) {
        return Rule.judge(facts).orElseThrow(() -> new IllegalStateException("no rule refuses " + facts));
    }
}
