package org.omnihall.bench.crash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.omnihall.bench.boss.Account;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What orders have left in the hall's tables and at BOSS, read past the hall, and whether each is whole or gone. */
final class FulfilmentBook {

    private final JdbcClient db;
    private final Account boss;

    FulfilmentBook(DataSource database, Account boss) {
        this.db = JdbcClient.create(database);
        this.boss = boss;
    }

    /** The orders of a client by their states; each key once, or it would be two. */
    Map<String, String> states() {
        Map<String, String> states = new TreeMap<>();
        db.sql("select client_key, string_agg(state, ' and ') from ordering.customer_order group by client_key")
                .query((row, n) -> states.put(row.getString(1), row.getString(2)))
                .list();
        return states;
    }

    /** Where steps stand now, each with how many: the kind, its state, and whether its deed has committed. */
    Map<String, Integer> standings() {
        Map<String, Integer> standings = new TreeMap<>();
        db.sql("""
                        select s.kind || ' ' || lower(s.state)
                            || case when s.state in ('RUNNING', 'UNDOING') and s.kind like 'wlan.%' then
                                case when p.step_key is null then ', nothing made' else ', made' end else '' end
                        from ordering.step s left join access.provision p on p.step_key = s.step_key
                        where s.due_at is not null""").query(String.class).list().forEach(where -> standings.merge(where, 1, Integer::sum));
        return standings;
    }

    /** The orders that are not at their end, each with its steps. */
    List<String> open() {
        return db.sql("""
                        select o.client_key || ' ' || o.state || ' ' || string_agg(
                            s.kind || ':' || s.state || ':' || s.tries || ':' || coalesce(s.due_at::text, '') || ':' || s.reason, ' ' order by s.place)
                        from ordering.customer_order o join ordering.step s on s.order_id = o.id
                        where o.state not in ('COMPLETED', 'FAILED', 'CANCELLED') group by o.id""").query((row, n) -> row.getString(1)).list();
    }

    /** What is wrong; nothing where every order is whole or gone. */
    List<String> faults() {
        List<String> faults = new ArrayList<>(boss.contradictions());
        states().forEach((key, state) -> {
            switch (state) {
                case "COMPLETED" -> expect(key, 1, faults);
                case "FAILED", "CANCELLED" -> expect(key, 0, faults);
                default -> faults.add(key + " is " + state);
            }
        });
        long completed = states().values().stream().filter("COMPLETED"::equals).count();
        orphans(faults, "access.venue", completed, count("select count(*) from access.venue"));
        orphans(faults, "access.ssid", completed, count("select count(*) from access.ssid"));
        orphans(faults, "access.ssid_at_venue", completed, count("select count(*) from access.ssid_at_venue"));
        orphans(
                faults,
                "access.access_profile",
                completed,
                count("select count(*) from access.access_profile where name like 'order %'"));
        orphans(
                faults,
                "access.figure",
                completed,
                count("select count(*) from access.figure where scope_kind = 'SSID_AT_VENUE'"));
        orphans(faults, "access.provision", 4 * completed, count("select count(*) from access.provision"));
        orphans(faults, "ordering.product", completed, count("select count(*) from ordering.product"));
        return faults;
    }

    private static void orphans(List<String> faults, String what, long expected, long found) {
        if (found != expected) {
            faults.add("%s has %d rows, not %d".formatted(what, found, expected));
        }
    }

    /** Everything of one order is there so often: Venue, SSID, profile, page, product, and at BOSS. */
    private void expect(String key, int times, List<String> faults) {
        Map<String, Long> found = new TreeMap<>();
        found.put("venue", count("select count(*) from access.venue where name = ?", key));
        found.put("ssid", count("select count(*) from access.ssid where name = ?", key));
        found.put("ssid at the venue", count("""
                        select count(*) from access.ssid_at_venue a join access.ssid s on s.id = a.ssid_id
                            join access.venue v on v.id = a.venue_id where s.name = ? and v.name = s.name
                            and a.profile_id is not null""", key));
        found.put("profile", count("""
                        select count(*) from ordering.customer_order o join ordering.step s on s.order_id = o.id
                            join access.access_profile p on p.name = 'order ' || s.step_key where o.client_key = ?""", key));
        found.put("page", count("""
                        select count(*) from access.figure f join access.ssid_at_venue a on a.id::text = f.scope_key
                            join access.ssid s on s.id = a.ssid_id where f.scope_kind = 'SSID_AT_VENUE' and s.name = ?""", key));
        found.put("product", count("""
                        select count(*) from ordering.product p join ordering.customer_order o on o.id = p.order_id
                        where o.client_key = ?""", key));
        found.put("open at BOSS", atBoss(key, faults));
        found.forEach((what, count) -> {
            if (count != times) {
                faults.add("%s: %s is there %d times, not %d".formatted(key, what, count, times));
            }
        });
    }

    private long atBoss(String key, List<String> faults) {
        return db.sql("""
                        select s.step_key from ordering.step s join ordering.customer_order o on o.id = s.order_id
                        where o.client_key = ? and s.kind = 'boss.open'""").param(key).query(String.class).list().stream()
                .mapToLong(step -> {
                    Account.Product product = boss.products().getOrDefault(step, new Account.Product(0, 0, 0));
                    if (product.opened() > 1 || product.closed() > product.opened()) {
                        faults.add(key + ": BOSS did its part more than once: " + product);
                    }
                    return product.isOpen() ? 1 : 0;
                })
                .sum();
    }

    private long count(String sql, String... parameters) {
        return db.sql(sql).params(List.of(parameters)).query(Long.class).single();
    }
}
