package org.omnihall.hall.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.attempt.Samples.LI;
import static org.omnihall.hall.access.attempt.Samples.NOON;
import static org.omnihall.hall.access.attempt.Samples.WANG;
import static org.omnihall.hall.access.attempt.Samples.attempt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Samples;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

@ExtendWith(HallDatabase.class)
class CodesTest {

    private static final CodeRules RULES = new CodeRules(Duration.ofMinutes(5), 5, Duration.ofSeconds(60), 20);

    private final JdbcClient db;
    private final Limits limits;
    private final Codes codes;
    private final Attempt attempt = attempt(new State.Asked(NOON));

    CodesTest(DataSource database) {
        TransactionOperations transactions = Samples.transactions(database);
        db = JdbcClient.create(database);
        limits = new Limits(db, transactions);
        codes = new Codes(db, transactions, Samples.vault(), limits);
    }

    @Test
    void givesTheSameCodeAgainWithoutLongerLifeOrMoreTries() {
        Octets number = number();
        String first = send(attempt, number, NOON).digits();
        assertThat(codes.guess(attempt, number, wrong(first), RULES, NOON)).isEqualTo(Guess.WRONG);
        Issue.Send again = send(attempt, number, NOON.plusSeconds(60));
        assertThat(again.digits()).isEqualTo(first);
        assertThat(again.again()).isTrue();
        assertThat(again.expiresAt()).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
        assertThat(codes.find(attempt.id(), number).orElseThrow().tries()).isEqualTo(1);
    }

    @Test
    void coolsDownBetweenSendings() {
        Octets number = number();
        send(attempt, number, NOON);
        assertThat(codes.issue(attempt, number, RULES, NOON.plusSeconds(59)))
                .isEqualTo(new Issue.CoolingDown(Duration.ofSeconds(1)));
        assertThat(codes.issue(attempt, number, RULES, NOON.plusSeconds(60))).isInstanceOf(Issue.Send.class);
    }

    @Test
    void worksUntilTheEndOfItsLifeAndOnce() {
        Octets number = number();
        String code = send(attempt, number, NOON).digits();
        Instant end = NOON.plus(Duration.ofMinutes(5));
        assertThat(codes.guess(attempt, number, code, RULES, end)).isEqualTo(Guess.EXPIRED);
        assertThat(codes.guess(attempt, number, code, RULES, end.minusMillis(1)))
                .isEqualTo(Guess.RIGHT);
        assertThat(codes.guess(attempt, number, code, RULES, end.minusMillis(1)))
                .isEqualTo(Guess.USED);
    }

    @Test
    void refusesTheSixthTryEvenWithTheRightCode() {
        Octets number = number();
        String code = send(attempt, number, NOON).digits();
        for (int i = 0; i < 5; i++) {
            assertThat(codes.guess(attempt, number, wrong(code), RULES, NOON)).isEqualTo(Guess.WRONG);
        }
        assertThat(codes.guess(attempt, number, code, RULES, NOON)).isEqualTo(Guess.TRIES_SPENT);
        assertThat(codes.issue(attempt, number, RULES, NOON.plusSeconds(61))).isInstanceOf(Issue.Spent.class);
    }

    @Test
    void worksOnlyForItsHandleAndNumber() {
        Octets number = number();
        String code = send(attempt, number, NOON).digits();
        Attempt other = attempt(new State.Asked(NOON));
        send(other, number, NOON);
        assertThat(codes.guess(attempt(new State.Asked(NOON)), number, code, RULES, NOON))
                .isEqualTo(Guess.EXPIRED);
        assertThat(codes.guess(attempt, number(), code, RULES, NOON)).isEqualTo(Guess.EXPIRED);
        assertThat(codes.guess(attempt, number, code, RULES, NOON)).isEqualTo(Guess.RIGHT);
    }

    @Test
    void refusesTheTwentyFirstWrongCodeOfANumberInADayOverAllHandles() {
        Octets number = number();
        for (int handle = 0; handle < 4; handle++) {
            Attempt one = attempt(new State.Asked(NOON));
            String code = send(one, number, NOON).digits();
            for (int i = 0; i < 5; i++) {
                assertThat(codes.guess(one, number, wrong(code), RULES, NOON)).isEqualTo(Guess.WRONG);
            }
        }
        Attempt last = attempt(new State.Asked(NOON));
        String code = send(last, number, NOON).digits();
        assertThat(codes.guess(last, number, code, RULES, NOON)).isEqualTo(Guess.DAY_SPENT);
        assertThat(codes.guess(last, number, code, RULES, NOON.plus(Duration.ofDays(1))))
                .isEqualTo(Guess.EXPIRED);
    }

    @Test
    void givesNoMoreTriesWhenTheyComeAtOnce() throws InterruptedException {
        Octets number = number();
        String code = send(attempt, number, NOON).digits();
        List<Guess> guesses = java.util.Collections.synchronizedList(new java.util.ArrayList<>());
        try (ExecutorService many = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 15)
                    .forEach(i ->
                            many.execute(() -> guesses.add(codes.guess(attempt, number, wrong(code), RULES, NOON))));
        }
        assertThat(guesses).hasSize(15);
        assertThat(guesses.stream().filter(guess -> guess == Guess.WRONG)).hasSize(5);
    }

    @Test
    void keepsNoDigitsInTheDatabase() {
        Octets number = number();
        String code = send(attempt, number, NOON).digits();
        String row = db.sql("select row_to_json(c)::text from access.code c where number_key = ?")
                .param(number.toBytes())
                .query(String.class)
                .single();
        assertThat(row)
                .doesNotContain("\"" + code)
                .doesNotContain(Octets.ofText(code).toHex());
        assertThat(send(attempt(new State.Asked(NOON)), WANG, NOON).toString()).doesNotContainPattern("\\d{6}");
    }

    @Test
    void drawsSixDigitsOfAllKinds() {
        Set<Character> first = new TreeSet<>();
        for (int i = 0; i < 200; i++) {
            String digits = send(attempt(new State.Asked(NOON)), LI, NOON).digits();
            assertThat(digits).matches("\\d{6}");
            first.add(digits.charAt(0));
        }
        assertThat(first).hasSizeGreaterThan(7);
    }

    private Issue.Send send(Attempt of, Octets number, Instant at) {
        return (Issue.Send) codes.issue(of, number, RULES, at);
    }

    private static String wrong(String code) {
        return (code.charAt(0) == '9' ? "0" : "9") + code.substring(1);
    }

    private static Octets number() {
        return Samples.vault().random(16);
    }
}
