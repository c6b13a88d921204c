package org.omnihall.hall.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.AreaMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lines of enterprise SMS: who may send notices to his members, and under which signature (requirement D10). */
@Component
public class SmsLines {

    private final JdbcClient db;
    private final Clock clock;

    /**
     * A company's line.
     *
     * @param signature stands before each notice, in 【】; no two open lines have the same
     */
    public record Line(long id, long company, String signature, String areaPath) {

        private static final Pattern SIGNATURE = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}]{2,20}");

        /** Letters and digits of any script, 2 to 20 of them: nothing that could be taken for a second signature. */
        static boolean isSignature(String typed) {
            return SIGNATURE.matcher(typed).matches();
        }
    }

    SmsLines(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** What became of the wish for a line. */
    public sealed interface Opening {

        record Opened(Line line) implements Opening {}

        /** The signature is of no use: too short, too long or with signs in it. */
        record BadSignature() implements Opening {}

        /** Another open line has the signature. */
        record Taken() implements Opening {}
    }

    /** Opens a line; the same key gives the same line. */
    @Transactional
    public Opening open(String key, long company, String signature, String areaPath) {
        Optional<Line> before = byKey(key);
        if (before.isPresent()) {
            return new Opening.Opened(before.get());
        }
        if (!Line.isSignature(signature)) {
            return new Opening.BadSignature();
        }
        boolean made = db.sql("""
                        insert into messaging.company_line (key, company_id, signature, area_path, opened_at)
                        values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(key, company, signature, areaPath, Times.at(clock.instant()))
                        .update()
                == 1;
        return made || byKey(key).isPresent() ? new Opening.Opened(byKey(key).orElseThrow()) : new Opening.Taken();
    }

    /** Closes the line of a key, and forgets the key; what was sent stays on record. Where there is none, nothing is to be done. */
    public void close(String key) {
        db.sql("""
                update messaging.company_line set closed_at = ?, key = key || ' closed ' || id where key = ? and closed_at is null""").params(Times.at(clock.instant()), key).update();
    }

    @EventListener
    void follow(AreaMoved moved) {
        moved.follow(db, "messaging.company_line");
    }

    /** The open lines of a company, the oldest first. */
    public List<Line> of(long company) {
        return db.sql("select * from messaging.company_line where company_id = ? and closed_at is null order by id")
                .param(company)
                .query(SmsLines::read)
                .list();
    }

    private Optional<Line> byKey(String key) {
        return db.sql("select * from messaging.company_line where key = ?")
                .param(key)
                .query(SmsLines::read)
                .optional();
    }

    private static Line read(ResultSet row, int number) throws SQLException {
        return new Line(
                row.getLong("id"), row.getLong("company_id"), row.getString("signature"), row.getString("area_path"));
    }
}
