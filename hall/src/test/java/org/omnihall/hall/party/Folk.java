package org.omnihall.hall.party;

import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.card;
import static org.omnihall.hall.party.Town.done;

import org.omnihall.hall.party.Company.Facts;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Customers of Hangzhou for tests, with their numbers, grids and managers. */
public record Folk(ApplicationContext hall) {

    public Individual person(String name, int card) {
        Individual.Draft draft = Individual.Draft.of(name, HANGZHOU).with(card(card));
        return done(hall.getBean(Individuals.class).add(draft, ACTOR));
    }

    public Company company(Facts facts) {
        return done(hall.getBean(Companies.class).add(facts, ACTOR));
    }

    Company company(String name) {
        return company(Facts.of(name, HANGZHOU));
    }

    /** A company as it is now. */
    Company named(Company company) {
        return hall.getBean(Companies.class).find(company.id()).orElseThrow();
    }

    long subscriber(String number) {
        return hall.getBean(Subscribers.class).idOf(new Msisdn(number));
    }

    Grid grid(String name, String manager) {
        return done(hall.getBean(Grids.class).add(new Grids.Draft(HANGZHOU, name, manager), ACTOR));
    }

    /** Two managers of Hangzhou and one of Ningbo, none of whom looks after an Area by default. */
    void managers() {
        JdbcClient db = hall.getBean(JdbcClient.class);
        Town.areas(hall.getBean(Areas.class));
        Town.staff(db, "mei", HANGZHOU);
        Town.staff(db, "jun", HANGZHOU);
        Town.staff(db, "far", NINGBO);
        db.sql("delete from party.area_manager").update();
    }
}
