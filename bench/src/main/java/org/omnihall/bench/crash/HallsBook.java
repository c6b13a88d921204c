package org.omnihall.bench.crash;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.omnihall.bench.demo.BooksKept;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in the hall's own tables, read past the hall. */
public record HallsBook(JdbcClient db) {

    HallsBook(DataSource database) {
        this(JdbcClient.create(database));
    }

    /** Each stored event and how often it is there. */
    public Map<ControllersBook.Event, Long> events() {
        BooksKept.await(db);
        return db
                .sql("select *, extract(epoch from at)::bigint as second from access.session_event"
                        + " where kind in ('START', 'INTERIM', 'STOP')")
                .query((row, n) -> event(row, row.getString("kind")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** The sessions that a Stop closed, with their last counters, each as its Stop. */
    public List<ControllersBook.Event> closed() {
        return db.sql("select *, extract(epoch from closed_at)::bigint as second from access.closed_session"
                        + " where cause = 'STOPPED'")
                .query((row, n) -> event(row, "STOP"))
                .list();
    }

    /** The online list, by the controllers' names of the sessions. */
    public Set<String> online() {
        return db.sql("select acct_session_id from access.open_session")
                .query((row, n) -> row.getString(1))
                .set();
    }

    private static ControllersBook.Event event(ResultSet row, String kind) throws SQLException {
        return new ControllersBook.Event(
                row.getString("acct_session_id"),
                kind,
                row.getLong("second"),
                row.getLong("seconds"),
                row.getLong("up_octets"),
                row.getLong("down_octets"));
    }
}
