package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.omnihall.hall.access.session.Wlan.start;
import static org.omnihall.hall.access.session.Wlan.stop;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.octets.Octets;

/** What is acknowledged and not in the books yet, in a real database. */
class AccountingInboxTest extends AccountingNodes {

    private final DataSource real;

    AccountingInboxTest(DataSource real) {
        super(real);
        this.real = real;
    }

    private AccountingInbox ofAnotherNode() {
        return new AccountingInbox(db, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    private static AccountingRequest of(AccountingEvent event) {
        return new AccountingRequest.Session(event);
    }

    @Test
    void takesWhatADeadNodeLeftBehind() throws IOException {
        ofAnotherNode().put(List.of(of(start("a", 0)), of(stop("a", 600, 0))));
        ofAnotherNode().put(List.of(of(start("b", 10))));
        begin(SETTINGS);
        Eventually.holds("all three events are stored", () -> count("session_event") == 3);
        assertThat(count("accounting_inbox")).isZero();
        assertThat(count("open_session")).isEqualTo(1);
        assertThat(count("closed_session")).isEqualTo(1);
    }

    @Test
    void knowsAnEventOfAnEarlierRowAgain() throws IOException {
        ofAnotherNode().put(List.of(of(start("a", 0))));
        Node node = begin(SETTINGS);
        Eventually.holds("it is stored", () -> count("session_event") == 1);
        say(node, start("a", 0));
        awaitAcknowledged(1);
        awaitBooks(node);
        assertThat(count("session_event")).isEqualTo(1);
    }

    @Test
    void putsAsideWhatTheBooksRefuseAndNothingElseAndTriesItAgain() throws IOException {
        db.sql("alter table access.session_event add constraint no_poison check (acct_session_id <> 'poison')")
                .update();
        ofAnotherNode().put(List.of(of(start("before", 0)), of(start("poison", 0)), of(start("after", 0))));
        ofAnotherNode().put(List.of(of(start("next", 0))));
        Node node = begin(SETTINGS);
        Eventually.holds("one is aside", () -> asides() == 1 && count("accounting_inbox") == 1);
        assertThat(count("session_event")).isEqualTo(3);
        assertThat(db.sql("select reason from access.accounting_inbox")
                        .query(String.class)
                        .single())
                .contains("no_poison");
        db.sql("alter table access.session_event drop constraint no_poison").update();
        node.inbox().retry(Duration.ofMinutes(1));
        assertThat(asides()).as("not before its time").isEqualTo(1);
        node.inbox().retry(Duration.ZERO);
        Eventually.holds("it is stored", () -> count("session_event") == 4);
        assertThat(count("accounting_inbox")).isZero();
    }

    @Test
    void putsAsideWhatCannotBeRead() throws IOException {
        db.sql(
                        "insert into access.accounting_inbox (node, put_at, requests, body) values (gen_random_uuid(), '2026-11-22', 2, '\\x0002ff01'::bytea)")
                .update();
        ofAnotherNode().put(List.of(of(start("a", 0))));
        begin(SETTINGS);
        Eventually.holds("the other is stored", () -> count("session_event") == 1);
        Eventually.holds("it is aside", () -> asides() == 1);
    }

    @Test
    void putsAsideOfARowOnlyWhatCannotBeRead() throws IOException {
        Octets good = AccountingCodec.encode(of(start("a", 0)));
        ofAnotherNode().insert(List.of(good, Octets.ofHex("ff01"), AccountingCodec.encode(of(start("b", 0)))));
        begin(SETTINGS);
        Eventually.holds("the others are stored", () -> count("session_event") == 2);
        Eventually.holds("it is aside", () -> asides() == 1 && count("accounting_inbox") == 1);
    }

    @Test
    void takesFromAJournalWhatItHasRoomFor() {
        AccountingInbox inbox = ofAnotherNode();
        List<Octets> some = hundred(0).stream().map(AccountingCodec::encode).toList();
        assertThat(inbox.putReplayed(AccountingInbox.REPLAYED, () -> inbox.insert(some)))
                .isTrue();
        assertThat(inbox.waiting()).as("room that was not used is free").isEqualTo(some.size());
        assertThat(inbox.holdsFewReplayed()).isTrue();
        assertThat(inbox.putReplayed(AccountingInbox.REPLAYED, () -> inbox.insert(some)))
                .as("so many do not fit")
                .isFalse();
        assertThatIllegalStateException()
                .isThrownBy(() -> inbox.putReplayed(some.size(), () -> {
                    throw new IllegalStateException("rolled back");
                }));
        assertThat(inbox.waiting()).isEqualTo(some.size());
        inbox.gone(inbox.known());
        assertThat(inbox.waiting()).isZero();
        assertThat(count("accounting_inbox")).isEqualTo(1);
    }

    @Test
    void tellsWhenManyOfAJournalWait() {
        AccountingInbox inbox = ofAnotherNode();
        List<Octets> hundred = hundred(0).stream().map(AccountingCodec::encode).toList();
        for (int group = 0; group < AccountingInbox.FEW / 100; group++) {
            inbox.putReplayed(100, () -> inbox.insert(hundred));
        }
        assertThat(inbox.holdsFewReplayed()).isTrue();
        inbox.putReplayed(100, () -> inbox.insert(hundred));
        assertThat(inbox.holdsFewReplayed()).isFalse();
    }

    /** Another node looks through more rows than it takes away. */
    @Test
    void keepsTheRoomOfRowsThatAnotherHoldsForAMomentOnly() throws SQLException {
        AccountingInbox inbox = ofAnotherNode();
        inbox.put(List.of(of(start("held", 0))));
        inbox.put(List.of(of(start("gone", 0))));
        long held = inbox.known().stream().min(Long::compare).orElseThrow();
        db.sql("delete from access.accounting_inbox where id > ?").param(held).update();
        try (Connection other = real.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("select id from access.accounting_inbox for update");
            Set<Long> known = inbox.known();
            assertThat(names(inbox.take().rows())).isEmpty();
            inbox.freeGone(known);
            other.rollback();
        }
        assertThat(inbox.waiting()).isEqualTo(1);
        assertThat(names(inbox.take().rows())).containsExactly("held");
    }

    @Test
    void tellsThatTheBooksAreBehindWhateverNodePut() {
        AccountingInbox inbox = ofAnotherNode();
        ofAnotherNode().put(List.of(of(start("a", 0))));
        assertThat(inbox.isBehind()).isFalse();
        db.sql("update access.accounting_inbox set put_at = put_at - interval '6 seconds'")
                .update();
        assertThat(inbox.isBehind()).isTrue();
        db.sql("update access.accounting_inbox set aside_at = put_at").update();
        assertThat(inbox.isBehind()).as("what is aside waits for somebody").isFalse();
    }

    @Test
    void takesWhatADeadNodeLeftBehindThoughItHasEnoughOfItsOwn() {
        ofAnotherNode().put(List.of(of(start("left", 0))));
        AccountingInbox busy = ofAnotherNode();
        Eventually.holds("it is taken", () -> {
            busy.put(List.of(of(start("own", 0))));
            return names(busy.take().rows()).contains("left");
        });
    }

    @Test
    void looksFromItsOldestRowOnAndFindsAllItPut() {
        AccountingInbox inbox = ofAnotherNode();
        inbox.put(List.of(of(start("first", 0))));
        assertThat(names(inbox.take().rows())).containsExactly("first");
        inbox.put(List.of(of(start("second", 0))));
        inbox.put(List.of(of(start("third", 0))));
        assertThat(names(inbox.take().rows())).containsExactly("second", "third");
    }

    /** What comes in small groups must not be worked in by small groups: the books would fall behind for good. */
    @Test
    void takesSoManyMoreRowsAtOnceAsTheyAreSmall() {
        AccountingInbox inbox = ofAnotherNode();
        List<String> put =
                IntStream.range(0, 200).mapToObj(number -> "s" + number).toList();
        put.forEach(name -> inbox.put(List.of(of(start(name, 0)))));
        AccountingInbox.Taken first = inbox.take();
        assertThat(first.rows()).hasSizeGreaterThan(100);
        assertThat(first.isFull()).isTrue();
        inbox.gone(first.ids());
        AccountingInbox.Taken second = inbox.take();
        assertThat(second.isFull()).isFalse();
        assertThat(Stream.of(first, second).flatMap(taken -> names(taken.rows()).stream()))
                .containsExactlyElementsOf(put);
    }

    @Test
    void takesNoMoreThanAThousandOfLargeRowsThatAnotherLeft() {
        AccountingInbox dead = ofAnotherNode();
        IntStream.range(0, 25).forEach(row -> dead.put(hundred(row)));
        db.sql("update access.accounting_inbox set put_at = put_at - interval '1 minute'")
                .update();
        AccountingInbox busy = ofAnotherNode();
        IntStream.range(0, 100).forEach(number -> busy.put(List.of(of(start("own" + number, 0)))));
        assertThat(names(busy.take().rows())).hasSize(AccountingInbox.AT_ONCE);
        assertThat(names(busy.take().rows())).as("and goes on with the oldest").hasSize(AccountingInbox.AT_ONCE);
        assertThat(names(busy.take().rows())).as("the last of them and its own").hasSize(600);
    }

    private static List<AccountingRequest> hundred(int row) {
        return IntStream.range(0, 100)
                .mapToObj(number -> of(ofOne(AccountingEvent.Kind.START, 100 * row + number, 0)))
                .toList();
    }

    private static List<String> names(List<AccountingInbox.Row> taken) {
        return taken.stream()
                .flatMap(AccountingInbox.Row::requests)
                .flatMap(AccountingRequest::sessions)
                .map(AccountingEvent::acctSessionId)
                .toList();
    }

    @Test
    void keepsWhoPutsWaitingWhileTheBooksAreFarBehind() {
        AccountingInbox inbox = ofAnotherNode();
        List<AccountingRequest> hundred = hundred(0);
        IntStream.range(0, AccountingInbox.ROOM / 100).forEach(group -> inbox.put(hundred));
        assertThat(inbox.waiting()).isEqualTo(AccountingInbox.ROOM);
        Thread late = Thread.startVirtualThread(() -> inbox.put(hundred));
        Eventually.holds("it waits", () -> late.getState() == Thread.State.TIMED_WAITING);
        inbox.gone(inbox.known());
        Eventually.holds("it has put its group", () -> !late.isAlive());
        assertThat(inbox.waiting()).isEqualTo(100);
    }

    private int asides() {
        return db.sql("select count(*) from access.accounting_inbox where aside_at is not null")
                .query(Integer.class)
                .single();
    }
}
