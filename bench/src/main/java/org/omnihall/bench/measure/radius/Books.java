package org.omnihall.bench.measure.radius;

import java.util.BitSet;
import org.omnihall.bench.demo.BooksKept;
import org.omnihall.bench.radius.Acknowledged;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the database holds of a run beside what the controller knows (access-rules.md rule 25).
 *
 * @param acknowledged distinct events
 * @param stored distinct ones of the run
 * @param missing acknowledged and not stored
 * @param twice stored more than once
 * @param closed sessions whose Stop was acknowledged
 * @param differing those among them that are not stored as closed exactly once, with the controller's octets and seconds
 */
public record Books(long acknowledged, long stored, long missing, long twice, long closed, long differing) {

    public static Books of(JdbcClient db, Acknowledged told) {
        BooksKept.await(db);
        long[] events = events(db, told);
        BitSet right = new BitSet();
        BitSet wrong = new BitSet();
        db.sql("select acct_session_id, seconds, up_octets, down_octets from access.closed_session"
                        + " where starts_with(acct_session_id, ?)")
                .param(told.run())
                .query(row -> {
                    int session = number(told, row.getString(1));
                    Acknowledged.Told known = told.of(session);
                    boolean same = known.seconds() == row.getLong(2)
                            && known.octets().equals(new Acknowledged.Octets(row.getLong(3), row.getLong(4)));
                    (same && !right.get(session) ? right : wrong).set(session);
                });
        long closed = 0;
        long differing = 0;
        for (int session = 0; session < told.sessions(); session++) {
            if (told.of(session).stopped()) {
                closed++;
                differing += right.get(session) && !wrong.get(session) ? 0 : 1;
            }
        }
        return new Books(told.events(), events[0], events[1], events[2], closed, differing);
    }

    /** How many are stored, how many are missing, how many are there twice. */
    private static long[] events(JdbcClient db, Acknowledged told) {
        long[] sums = new long[3];
        BitSet seen = new BitSet();
        db.sql("select acct_session_id, count(*), count(distinct (kind, seconds)) from access.session_event"
                        + " where starts_with(acct_session_id, ?) group by acct_session_id")
                .param(told.run())
                .query(row -> {
                    int session = number(told, row.getString(1));
                    seen.set(session);
                    sums[0] += row.getLong(3);
                    sums[1] += Math.max(0, told.of(session).events() - row.getLong(3));
                    sums[2] += row.getLong(2) - row.getLong(3);
                });
        for (int session = 0; session < told.sessions(); session++) {
            sums[1] += seen.get(session) ? 0 : told.of(session).events();
        }
        return sums;
    }

    private static int number(Acknowledged told, String acctSessionId) {
        return Integer.parseInt(acctSessionId.substring(told.run().length()));
    }

    /** What is missing, counted twice or different, which must be nothing. */
    public long faults() {
        return missing + twice + differing;
    }

    /** Those of two runs together. */
    public Books plus(Books other) {
        return new Books(
                acknowledged + other.acknowledged,
                stored + other.stored,
                missing + other.missing,
                twice + other.twice,
                closed + other.closed,
                differing + other.differing);
    }

    public String told() {
        return "%,d events acknowledged, %,d stored; %d missing, %d twice; of %,d closed sessions %d differ in octets or seconds"
                .formatted(acknowledged, stored, missing, twice, closed, differing);
    }
}
