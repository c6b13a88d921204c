package org.omnihall.hall.party.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Folk;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.party.UserLogins;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.party.merge.Merge.Moving;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two records made one and taken apart exactly (requirement D12). */
@HallTest
class MergesTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);
    private static final List<String> POINTING = List.of(
            "select 'subscriber ' || id as place, holder_id as to_id from party.subscriber",
            "select 'account ' || id, coalesce(individual_id, company_id) from party.billing_account",
            "select 'membership ' || id, company_id from party.membership",
            "select 'login ' || id, company_id from party.user_login",
            "select 'parent ' || id, parent_id from party.company",
            "select 'company ' || id, merged_into from party.company",
            "select 'person ' || id, merged_into from party.individual");

    private final Folk folk;
    private final Merges merges;
    private final MergeBook book;
    private final Companies companies;
    private final Individuals individuals;
    private final Parties parties;
    private final Subscribers subscribers;
    private final Memberships memberships;
    private final BillingAccounts accounts;
    private final UserLogins logins;
    private final Consents consents;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    MergesTest(
            ApplicationContext hall,
            Merges merges,
            MergeBook book,
            Companies companies,
            Individuals individuals,
            Parties parties,
            Subscribers subscribers,
            Memberships memberships,
            BillingAccounts accounts,
            UserLogins logins,
            Consents consents,
            Areas areas,
            JdbcClient db,
            Clock clock) {
        this.folk = new Folk(hall);
        this.merges = merges;
        this.book = book;
        this.companies = companies;
        this.individuals = individuals;
        this.parties = parties;
        this.subscribers = subscribers;
        this.memberships = memberships;
        this.accounts = accounts;
        this.logins = logins;
        this.consents = consents;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void makesOneCompanyOfTwoAndTakesThemApartExactly() {
        Company kept = folk.company(Facts.of("kept company", HANGZHOU));
        Company gone = folk.company(Facts.of("gone company", HANGZHOU));
        Company part = folk.company(Facts.of("part of the gone one", HANGZHOU).withParent(Optional.of(gone.id())));
        long both = subscribers.idOf(new Msisdn("13857192101"));
        long only = subscribers.idOf(new Msisdn("13857192102"));
        join(kept, both);
        long stays = join(gone, both);
        long moves = join(gone, only);
        BillingAccount account =
                done(accounts.open(PartyRef.company(gone.id()), "main", BillingAccount.Form.POSTPAID, ACTOR));
        done(logins.register(
                new UserLogins.Draft(gone.id(), "gone-boss", "boss", new Msisdn("13857192103"), EnumSet.of(Role.ADMIN)),
                "a quiet lake",
                ACTOR));
        Map<String, Long> before = pointing();

        assertThat(merges.preview(Kind.COMPANY, kept.id(), gone.id())
                        .orElseThrow()
                        .moving())
                .containsExactly(
                        new Moving(Pointer.MEMBERSHIPS, 1, 1),
                        new Moving(Pointer.COMPANYS_ACCOUNTS, 1, 0),
                        new Moving(Pointer.LOGINS, 1, 0),
                        new Moving(Pointer.PARTS, 1, 0));
        assertThat(pointing()).isEqualTo(before);
        Merge merge = done(merges.merge(Kind.COMPANY, kept.id(), gone.id(), ACTOR));
        assertThat(merge.moved()).isEqualTo(4);
        assertThat(companies.find(gone.id())).map(Company::id).contains(kept.id());
        assertThat(accounts.of(PartyRef.company(kept.id())))
                .extracting(BillingAccount::id)
                .containsExactly(account.id());
        assertThat(companies.partsOf(kept.id())).extracting(Company::id).containsExactly(part.id());
        assertThat(memberships.find(moves).orElseThrow().companyId()).isEqualTo(kept.id());
        assertThat(memberships.find(stays).orElseThrow().companyId()).isEqualTo(gone.id());
        assertThat(companies.change(gone.id(), Facts.of("too late", HANGZHOU), ACTOR))
                .isEqualTo(new Refused<>(Reason.UNKNOWN));

        Merge undone = done(merges.undo(merge.id(), "undoer"));
        assertThat(undone.undoneBy()).contains("undoer");
        assertThat(pointing()).isEqualTo(before);
        assertThat(companies.find(gone.id())).map(Company::name).contains("gone company");
        assertThat(merges.undo(merge.id(), ACTOR)).isEqualTo(new Refused<>(Reason.ALREADY));
        assertThat(book.list(HANGZHOU, Paging.first()).rows()).contains(undone);
        assertThat(book.list(NINGBO, Paging.first()).rows()).doesNotContain(undone);
        assertThat(acts("company:" + kept.id())).containsSubsequence("merge", "merge.undo");
    }

    @Test
    void makesOnePersonOfTwoWithNumbersAndWordsOfConsent() {
        Individual kept = folk.person("陈一", 111);
        Individual gone = done(individuals.add(Individual.Draft.of("陈一", HANGZHOU), ACTOR));
        long number = subscribers.idOf(new Msisdn("13857192201"));
        done(parties.hold(number, gone.id(), ACTOR));
        done(consents.record(new Consent(
                PartyRef.individual(gone.id()),
                ConsentPurpose.MARKETING,
                Consent.Medium.ALL,
                true,
                clock.instant(),
                "form",
                ACTOR)));
        Map<String, Long> before = pointing();
        Merge merge = done(merges.merge(Kind.INDIVIDUAL, kept.id(), gone.id(), ACTOR));
        assertThat(parties.holderOf(number)).contains(kept);
        assertThat(parties.heldBy(kept.id())).containsExactly(number);
        assertThat(allows(kept)).as("what he said under the other record").isTrue();
        assertThat(consents.allows(number, ConsentPurpose.MARKETING)).isTrue();
        done(merges.undo(merge.id(), ACTOR));
        assertThat(pointing()).isEqualTo(before);
        assertThat(allows(kept)).isFalse();
    }

    @Test
    void refusesToUndoWhatWasChangedSince() {
        Individual kept = folk.person("褚一", 121);
        Individual gone = folk.person("褚二", 122);
        Individual third = folk.person("褚三", 123);
        long number = subscribers.idOf(new Msisdn("13857192301"));
        done(parties.hold(number, gone.id(), ACTOR));
        Merge merge = done(merges.merge(Kind.INDIVIDUAL, kept.id(), gone.id(), ACTOR));
        done(parties.hold(number, third.id(), ACTOR));
        Map<String, Long> before = pointing();
        assertThat(merges.undo(merge.id(), ACTOR)).isEqualTo(new Refused<>(Reason.CHANGED_SINCE));
        assertThat(pointing()).isEqualTo(before);
        done(parties.hold(number, kept.id(), ACTOR));
        done(merges.undo(merge.id(), ACTOR));
        assertThat(parties.holderOf(number)).contains(gone);
    }

    @Test
    void undoesTwoMergesOnlyTheLastFirst() {
        Individual one = folk.person("卫一", 131);
        Individual two = folk.person("卫二", 132);
        Individual three = folk.person("卫三", 133);
        Merge first = done(merges.merge(Kind.INDIVIDUAL, two.id(), three.id(), ACTOR));
        Merge second = done(merges.merge(Kind.INDIVIDUAL, one.id(), two.id(), ACTOR));
        assertThat(individuals.find(three.id())).contains(one);
        assertThat(merges.undo(first.id(), ACTOR)).isEqualTo(new Refused<>(Reason.CHANGED_SINCE));
        done(merges.undo(second.id(), ACTOR));
        done(merges.undo(first.id(), ACTOR));
        assertThat(individuals.find(three.id())).contains(three);
    }

    @Test
    void leavesNoCompanyWithoutAnAdministratorWhenItIsTakenApart() {
        Company kept = folk.company(Facts.of("kept with a boss", HANGZHOU));
        Company gone = folk.company(Facts.of("gone with a boss", HANGZHOU));
        long keptBoss = boss(kept, "kept-boss");
        boss(gone, "second-boss");
        Merge merge = done(merges.merge(Kind.COMPANY, kept.id(), gone.id(), ACTOR));
        done(logins.setRoles(keptBoss, Set.of(Role.MEMBER), ACTOR));
        assertThat(merges.undo(merge.id(), ACTOR)).isEqualTo(new Refused<>(Reason.LAST_ADMIN));
        done(logins.setRoles(keptBoss, Set.of(Role.ADMIN), ACTOR));
        done(merges.undo(merge.id(), ACTOR));
    }

    private boolean allows(Individual who) {
        return consents.allows(PartyRef.individual(who.id()), ConsentPurpose.MARKETING, Consent.Medium.ALL);
    }

    /** What points where, in all tables. */
    private Map<String, Long> pointing() {
        Map<String, Long> all = new TreeMap<>();
        POINTING.forEach(sql -> db.sql(sql)
                .query((row, number) -> Map.entry(row.getString(1), row.getLong(2)))
                .list()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue())));
        return all;
    }

    private List<String> acts(String subject) {
        return db.sql("select act from audit.entry where subject = ? order by id")
                .param(subject)
                .query((row, number) -> row.getString("act"))
                .list();
    }

    private long boss(Company company, String login) {
        UserLogins.Draft draft =
                new UserLogins.Draft(company.id(), login, "boss", new Msisdn("13857192104"), EnumSet.of(Role.ADMIN));
        return done(logins.register(draft, "a quiet lake", ACTOR)).id();
    }

    private long join(Company company, long subscriber) {
        return done(memberships.join(
                        new Memberships.Draft(company.id(), subscriber, MAY, Optional.empty(), GroupShare.NOTHING),
                        ACTOR))
                .id();
    }
}
