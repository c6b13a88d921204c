package org.omnihall.bench.measure.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.SystemHall;
import org.omnihall.bench.radius.Acknowledged;
import org.omnihall.bench.radius.ChangingTerms;
import org.omnihall.bench.radius.Generator;
import org.omnihall.bench.radius.Mix;
import org.omnihall.bench.radius.Report;
import org.omnihall.bench.radius.Sort;
import org.omnihall.bench.radius.Subscribers;
import org.omnihall.bench.radius.Traffic;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A started hall under the mix of access rule 26, and its books against the controller's (rule 25), which a wrong row fails. */
@ExtendWith(SystemHall.class)
class BooksSystemTest {

    private static final int SUBSCRIBERS = 200;
    private static final int SESSIONS = 600;
    private static final Mix RULE_26 = new Mix(20, true, 0);

    @Test
    void agreeAndSayWhereTheyDoNot(RunningHall hall) throws IOException, InterruptedException {
        Roster.prepare(hall).fill(SUBSCRIBERS);
        ChangingTerms terms = new ChangingTerms(SUBSCRIBERS);
        Acknowledged told;
        try (ProfileChanges changes = new ProfileChanges(hall, terms, SUBSCRIBERS);
                Generator generator = generator(hall, terms)) {
            Report report = generator.run(Duration.ofMinutes(1), SESSIONS);
            changes.end();
            told = generator.acknowledged();
            assertThat(report.wrong()).isZero();
            assertThat(report.lost()).isZero();
            assertThat(report.tally().right(Sort.SECOND_DEVICE)).isEqualTo(SESSIONS * 2 / SUBSCRIBERS);
            assertThat(report.tally().right(Sort.WRONG_PASSWORD)).isBetween(SESSIONS / 40L, SESSIONS / 10L);
        }
        JdbcClient db = hall.bean(JdbcClient.class);
        Books books = Books.of(db, told);
        assertThat(books.acknowledged()).isEqualTo(told.events()).isGreaterThan(SESSIONS * 3L);
        assertThat(books.stored()).isEqualTo(books.acknowledged());
        assertThat(books.closed()).isEqualTo(books.acknowledged() / 4);
        assertThat(books.faults()).isZero();

        String session = rightSession(told);
        db.sql("delete from access.session_event where acct_session_id = ? and kind = 'START'")
                .param(session)
                .update();
        db.sql("update access.closed_session set down_octets = down_octets - 1 where acct_session_id = ?")
                .param(session)
                .update();
        Books wrong = Books.of(db, told);
        assertThat(wrong.missing()).isEqualTo(1);
        assertThat(wrong.differing()).isEqualTo(1);
        assertThat(wrong.faults()).isEqualTo(2);
    }

    private static String rightSession(Acknowledged told) {
        int session = 0;
        while (!told.of(session).stopped()) {
            session++;
        }
        return told.of(session).acctSessionId();
    }

    private static Generator generator(RunningHall hall, ChangingTerms terms) throws IOException {
        return new Generator(
                Driver.target(Server.of(hall)),
                Driver.newRun(),
                16,
                new Traffic(new Subscribers(0, SUBSCRIBERS, 0, Roster.PASSWORD, terms), RULE_26, true));
    }
}
