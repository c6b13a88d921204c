package org.omnihall.hall.party.customer;

import static org.omnihall.hall.ConsoleBrowser.location;
import static org.omnihall.hall.party.Town.HANGZHOU;

import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Folk;
import org.omnihall.hall.party.Town;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who works at the screens of customers in tests, and what he sees and leaves in the tables. */
record ScreenDesk(ApplicationContext hall, int port) {

    ConsoleBrowser admin(String login) {
        return StaffOnPaper.browser(db(), port, login, "administrator", "/");
    }

    /** Posts a form and shows the page that it leads to. */
    static String act(ConsoleBrowser browser, String path, String... fields) {
        return browser.get(location(browser.post(path, fields))).body();
    }

    long company(String name, String area) {
        return new Folk(hall).company(Facts.of(name, area)).id();
    }

    long one(String sql, Object parameter) {
        return db().sql(sql).param(parameter).query(Long.class).single();
    }

    String text(String sql, Object parameter) {
        return db().sql(sql).param(parameter).query(String.class).single();
    }

    /** The Areas, and two managers who answer for Hangzhou. */
    void managers() {
        Town.areas(hall.getBean(Areas.class));
        Town.staff(db(), "screen-mei", HANGZHOU);
        Town.staff(db(), "screen-jun", HANGZHOU);
    }

    private JdbcClient db() {
        return hall.getBean(JdbcClient.class);
    }
}
