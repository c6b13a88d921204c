package org.omnihall.hall;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.insight.ValueWindow;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer with a bill, a value, a tier and an older version of the borders. */
final class InsightFurniture {

    private static final Msisdn LI = new Msisdn("13857190161");

    private InsightFurniture() {}

    static void put(ApplicationContext hall, JdbcClient db) {
        long customer = hall.getBean(Subscribers.class).idOf(LI);
        ValueWindow window = hall.getBean(CustomerValues.class).window();
        hall.getBean(Spending.class)
                .tell(List.of(new Spending.Bill(customer, window.last(), 9_900, Optional.empty(), "/evil/")));
        borders(db);
        long run = db.sql("""
                insert into insight.run (state, step, master, by_actor, first_month, last_month, version, begun_at, beat_at)
                select 'RUNNING', 'LOADING', '', :actor, :first, :last, max(version), '2026-11-01', '2999-01-01' from insight.pyramid
                returning id""")
                .param("actor", Hostile.SQL_AND_HTML)
                .param("first", window.first().atDay(1))
                .param("last", window.last().atDay(1))
                .query(Long.class)
                .single();
        String staged =
                db.sql("select insight.stage(?)").param(run).query(String.class).single();
        db.sql("insert into insight.distribution (run_id, fen, customers) values (?, 9900, 1)")
                .param(run)
                .update();
        db.sql("insert into " + staged + " values (?, ?, '/evil/', 1, 9900, 9900, 2)")
                .params(run, customer)
                .update();
        db.sql("select insight.index_staged(?)").param(run).query().listOfRows();
        db.sql("select insight.publish(?, '2026-11-01')").param(run).query().listOfRows();
    }

    private static void borders(JdbcClient db) {
        db.sql("""
                with added as (insert into insight.pyramid (cut, published_at, by_actor) values ('SPEND', '2026-11-01', :bad) returning version)
                insert into insight.pyramid_tier (version, place, zh, en, class, border)
                select version, place, name, name, 'ORDINARY', border
                from added cross join (values (1, left(:bad, 20), 50000), (2, 'rest', null)) as tiers (place, name, border)""").param("bad", Hostile.SQL_AND_HTML).update();
    }
}
