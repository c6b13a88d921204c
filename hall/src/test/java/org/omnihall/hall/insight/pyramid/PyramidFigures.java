package org.omnihall.hall.insight.pyramid;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.Ledger;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Figures of a pyramid in force, and staff who look at them. */
abstract class PyramidFigures {

    private static final AtomicInteger LOGINS = new AtomicInteger();
    static final String FIRST = "13857167001";

    @TempDir
    Path folder;

    private final int port;
    final ApplicationContext hall;
    final JdbcClient db;
    private final Subscribers subscribers;

    PyramidFigures(int port, ApplicationContext hall) {
        this.port = port;
        this.hall = hall;
        this.db = hall.getBean(JdbcClient.class);
        this.subscribers = hall.getBean(Subscribers.class);
    }

    /** Figures in force: eleven customers in Hangzhou and one in Ningbo. */
    @BeforeEach
    void begin() {
        Town.areas(hall.getBean(Areas.class));
        for (String table : List.of("tier_change", "run_tier", "distribution", "value", "customer", "spend")) {
            db.sql("delete from insight." + table).update();
        }
        db.sql("update insight.standing set run_id = null").update();
        db.sql("delete from insight.run").update();
        db.sql("delete from insight.pyramid_tier where version > 1").update();
        db.sql("delete from insight.pyramid where version > 1").update();
    }

    Pyramids pyramids() {
        return hall.getBean(Pyramids.class);
    }

    ConsoleBrowser boss(String role, String area) {
        ConsoleBrowser browser = StaffOnPaper.browser(db, port, "pyramid-" + LOGINS.incrementAndGet(), role, area);
        browser.get("/pyramid?lang=en");
        return browser;
    }

    long id(int customer) {
        return subscribers.idOf(new Msisdn("138571670%02d".formatted(customer)));
    }

    /** One worth 120 yuan, three worth 20, eight worth less than 15: values that make a pyramid by other borders than those in force. */
    void compute() {
        YearMonth month = hall.getBean(CustomerValues.class).window().last();
        long[] fen = {12_000, 2_000, 2_000, 2_000, 1_000, 1_000, 1_000, 1_000, 500, 250, 250, 1_000};
        List<Spending.Bill> bills = new ArrayList<>();
        for (int i = 0; i < fen.length; i++) {
            bills.add(new Spending.Bill(
                    id(i + 1), month, fen[i], Optional.empty(), i == 11 ? Town.NINGBO : Town.HANGZHOU));
        }
        hall.getBean(Spending.class).tell(bills);
        try {
            Ledger.compute(
                    hall.getBean(HikariDataSource.class),
                    hall.getBean(CustomerValues.class).window(),
                    folder);
        } catch (SQLException | IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
