package org.omnihall.hall.enterprise.entry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.enterprise.EnterpriseChannel;
import org.omnihall.hall.enterprise.EnterpriseSettings;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.UserLogin;
import org.omnihall.hall.party.UserLogins;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A company's administrator signs up alone (requirement D6): company with its tier, account, his login, his words of consent and the first
 * contact are there together or not at all. A company that is known already is joined through its people only.
 */
@Component
class SignUp {

    /** The version of the terms that are agreed to. */
    static final String TERMS = "1";

    private static final String SOURCE = "enterprise hall, sign-up";

    /** What became of an application. */
    sealed interface Answer {

        record Welcome(UserLogin user) implements Answer {}

        /** @param field the field of the form that it is about, and the key of the words that say it */
        record Refused(String field, String wordKey) implements Answer {}
    }

    private final Party party;
    private final Contacts contacts;
    private final EnterpriseChannel channel;
    private final EnterpriseSettings settings;
    private final TransactionOperations transaction;
    private final Clock clock;

    SignUp(
            Party party,
            Contacts contacts,
            EnterpriseChannel channel,
            EnterpriseSettings settings,
            TransactionOperations transaction,
            Clock clock) {
        this.party = party;
        this.contacts = contacts;
        this.channel = channel;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where it is written down. */
    @Component
    record Party(
            Companies companies, BillingAccounts accounts, UserLogins logins, Consents consents, AuditTrail audit) {}

    Answer take(Application wanted, SignUpState state) {
        String actor = "user:" + wanted.login();
        return Objects.requireNonNull(transaction.execute(status -> {
            Change<Company> company = party.companies().add(wanted.facts(), actor);
            return switch (company) {
                case Change.Refused<Company> no -> refused(status, companyField(no.reason()), no.reason());
                case Change.Done<Company> made -> user(made.value(), wanted, state, status);
            };
        }));
    }

    private Answer user(Company company, Application wanted, SignUpState state, TransactionStatus status) {
        UserLogins.Draft draft = new UserLogins.Draft(
                company.id(),
                wanted.login(),
                wanted.name(),
                state.phone(),
                EnumSet.of(UserLogin.Role.ADMIN, UserLogin.Role.BUYER, UserLogin.Role.FINANCE));
        return switch (party.logins().register(draft, wanted.password(), "user:" + wanted.login())) {
            case Change.Refused<UserLogin> no -> refused(status, loginField(no.reason()), no.reason());
            case Change.Done<UserLogin> made -> {
                furnish(company, made.value(), wanted, state);
                yield new Answer.Welcome(made.value());
            }
        };
    }

    private void furnish(Company company, UserLogin user, Application wanted, SignUpState state) {
        Instant now = clock.instant();
        String actor = "user:" + user.login();
        PartyRef who = PartyRef.company(company.id());
        if (party.accounts().open(who, company.name(), settings.account(), actor) instanceof Change.Refused<?> no) {
            throw new IllegalStateException("no account for a new company: " + no.reason());
        }
        words(wanted)
                .forEach(purpose -> party.consents()
                        .record(new Consent(who, purpose, Consent.Medium.ALL, true, now, SOURCE, actor)));
        party.audit().record(actor, "enterprise.sign-up", "company:" + company.id(), "terms " + TERMS);
        contacts.write(Contact.inbound(
                        new Contact.Source("enterprise.sign-up", Long.toString(company.id())),
                        state.journey(),
                        channel.now().id(),
                        ContactKind.TRANSACTION,
                        now)
                .with(Contact.Whom.company(company.id(), user.login()))
                .ended("SIGNED_UP")
                .saying(Map.of("tier", company.tier().name()))
                .in(Contact.Where.area(company.areaPath())));
    }

    private static List<ConsentPurpose> words(Application wanted) {
        List<ConsentPurpose> given = new ArrayList<>();
        Optional.of(ConsentPurpose.MARKETING).filter(purpose -> wanted.offers()).ifPresent(given::add);
        Optional.of(ConsentPurpose.PROFILING)
                .filter(purpose -> wanted.profiling())
                .ifPresent(given::add);
        return given;
    }

    private static Answer refused(TransactionStatus status, String field, Change.Reason reason) {
        status.setRollbackOnly();
        return new Answer.Refused(
                field,
                reason == Change.Reason.CODE_TAKEN
                        ? "enterprise.signUp.throughYourPeople"
                        : reason == Change.Reason.NO_MANAGER
                                ? "enterprise.signUp.throughAManager"
                                : "party.refused." + reason);
    }

    private static String companyField(Change.Reason reason) {
        return reason == Change.Reason.CODE_TAKEN ? "registration" : "company";
    }

    private static String loginField(Change.Reason reason) {
        return reason == Change.Reason.WEAK_PASSWORD ? "password" : "login";
    }
}
