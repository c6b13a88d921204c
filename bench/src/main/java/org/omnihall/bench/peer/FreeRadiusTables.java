package org.omnihall.bench.peer;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema of a {@link FreeRadius} and its subscribers. */
final class FreeRadiusTables {

    /** What a subscriber is checked by, beside the password. */
    private static final String DEVICES = "1";

    /** What a subscriber is given: the terms of the hall's standard profile, and its name. */
    static final Map<String, String> REPLY = reply();

    private FreeRadiusTables() {}

    private static Map<String, String> reply() {
        Map<String, String> reply = new LinkedHashMap<>();
        reply.put("Session-Timeout", "28800");
        reply.put("Idle-Timeout", "900");
        reply.put("Acct-Interim-Interval", "600");
        reply.put("Filter-Id", "standard");
        return Collections.unmodifiableMap(reply);
    }

    static void fill(JdbcClient db, long subscribers, String password) throws IOException {
        db.sql(FreeRadiusFiles.resource("tables.sql")).update();
        Map<String, String> check = new LinkedHashMap<>();
        check.put("Cleartext-Password", FreeRadiusFiles.plain(password));
        check.put("Simultaneous-Use", DEVICES);
        items(db, "freeradius.radcheck", subscribers, check);
        items(db, "freeradius.radreply", subscribers, REPLY);
        db.sql(FreeRadiusFiles.resource("indexes.sql")).update();
        db.sql("vacuum (analyze) freeradius.radcheck, freeradius.radreply, freeradius.radacct, freeradius.nasreload")
                .update();
    }

    /** The rows of one subscriber stand together, as they would when he was entered. */
    private static void items(JdbcClient db, String table, long subscribers, Map<String, String> items) {
        db.sql("insert into " + table + " (username, attribute, op, value) select 'bench' || n,"
                        + " unnest(string_to_array(:attributes, ' ')), ':=', unnest(string_to_array(:values, ' '))"
                        + " from generate_series(0, :subscribers - 1) n")
                .param("attributes", String.join(" ", items.keySet()))
                .param("values", String.join(" ", items.values()))
                .param("subscribers", subscribers)
                .update();
    }
}
