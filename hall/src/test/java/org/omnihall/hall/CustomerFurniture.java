package org.omnihall.hall;

import static org.omnihall.hall.party.Town.done;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.party.AccountManagers;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Consent;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Grid;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.PersonName;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Tier;
import org.omnihall.hall.party.Tiers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.party.UserLogins;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of everything that the screens of customers show; names are as bad as their doors allow. */
record CustomerFurniture(ApplicationContext hall) {

    private static final String ACTOR = "furniture";
    private static final String AREA = "/evil/";
    private static final String BAD_NAME = "\"><script>alert(1)</script>";
    private static final String BAD_COMPANY = BAD_NAME + " x'; drop table party.company;--";
    private static final Msisdn LI = new Msisdn("13857190160");

    void put(JdbcClient db) {
        AccountManagers managers = hall.getBean(AccountManagers.class);
        String manager = managers.candidates("/").getFirst().login();
        Grid grid = done(hall.getBean(Grids.class).add(new Grids.Draft(AREA, BAD_NAME, manager), ACTOR));
        done(managers.setDefault(AREA, Optional.of(manager), ACTOR));
        company(grid);
        person();
        merged(db);
    }

    private void company(Grid grid) {
        Companies companies = hall.getBean(Companies.class);
        Company.Facts facts = Company.Facts.of(BAD_COMPANY, AREA).withGrid(Optional.of(grid.id()));
        Company company = done(companies.add(facts, ACTOR));
        done(companies.add(facts, ACTOR));
        done(hall.getBean(Tiers.class).pin(company.id(), Tier.A, Hostile.SQL_AND_HTML, ACTOR));
        long li = hall.getBean(Subscribers.class).idOf(LI);
        done(hall.getBean(Memberships.class)
                .join(
                        new Memberships.Draft(
                                company.id(), li, LocalDate.of(2026, 1, 1), Optional.empty(), GroupShare.EVERYTHING),
                        ACTOR));
        PartyRef who = PartyRef.company(company.id());
        done(hall.getBean(BillingAccounts.class).open(who, Hostile.SQL_AND_HTML, BillingAccount.Form.POSTPAID, ACTOR));
        consent(who);
        done(hall.getBean(UserLogins.class)
                .register(
                        new UserLogins.Draft(company.id(), "furniture@evil.cn", BAD_NAME, LI, EnumSet.of(Role.ADMIN)),
                        "a quiet lake",
                        ACTOR));
    }

    private void person() {
        Individual.Draft draft = new Individual.Draft(
                new PersonName(BAD_NAME, BAD_NAME), AREA, Optional.of(Town.card(999)), List.of(LI));
        Individual person = done(hall.getBean(Individuals.class).add(draft, ACTOR));
        done(hall.getBean(Parties.class).hold(hall.getBean(Subscribers.class).idOf(LI), person.id(), ACTOR));
        PartyRef who = PartyRef.individual(person.id());
        done(hall.getBean(BillingAccounts.class).open(who, Hostile.SQL_AND_HTML, BillingAccount.Form.PREPAID, ACTOR));
        consent(who);
    }

    /** A merge as it is written down, so that it can be undone. */
    private void merged(JdbcClient db) {
        Companies companies = hall.getBean(Companies.class);
        Company kept = done(companies.add(Company.Facts.of(BAD_NAME + " kept", AREA), ACTOR));
        Company gone = done(companies.add(Company.Facts.of(BAD_NAME + " gone", AREA), ACTOR));
        AnyRow.insert(db, "party.merge", "COMPANY", "kept_id", Long.toString(kept.id()));
        db.sql("update party.merge set gone_id = ?").param(gone.id()).update();
        db.sql("update party.company set merged_into = ? where id = ?")
                .params(kept.id(), gone.id())
                .update();
    }

    private void consent(PartyRef who) {
        done(hall.getBean(Consents.class)
                .record(new Consent(
                        who,
                        ConsentPurpose.MARKETING,
                        Consent.Medium.ALL,
                        true,
                        hall.getBean(Clock.class).instant(),
                        "<img src=x onerror=alert(1)>",
                        ACTOR)));
    }
}
