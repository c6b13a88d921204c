package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.access.session.journal.JournalTests;

/** What the journal holds when a node ends, in the next life of the node. */
class AccountingRestartTest extends AccountingNodes {

    AccountingRestartTest(DataSource real) {
        super(real);
    }

    @Test
    void deliversWhatAnEarlierLifeLeftBehindBeforeAnythingNew() throws IOException {
        Node first = begin(SETTINGS);
        database.away(true);
        IntStream.range(0, 50).forEach(i -> say(first, ofOne(AccountingEvent.Kind.START, i, 0)));
        awaitAcknowledged(50);
        first.end();
        Node next = begin(SETTINGS);
        assertThat(next.detour().isOn()).isTrue();
        say(next, ofOne(AccountingEvent.Kind.STOP, 0, 60));
        awaitAcknowledged(51);
        assertThat(count("session_event")).isZero();
        database.away(false);
        awaitReturn(next);
        assertThat(count("session_event")).isEqualTo(51);
        assertThat(count("open_session")).isEqualTo(49);
    }

    /** Told from its earlier lives by nothing but the once-rule: the events that would make it known are gone. */
    @Test
    void countsNothingTwiceWhenItDiedBetweenTheCommitAndTheEndOfTheFile() throws IOException {
        database.away(true);
        Node node = begin(SETTINGS);
        IntStream.range(0, 20).forEach(i -> say(node, ofOne(AccountingEvent.Kind.START, i, 0)));
        awaitAcknowledged(20);
        node.end();
        Path before = folder.resolve("before");
        JournalTests.copy(folder.resolve("journal"), before);
        database.away(false);
        Node next = begin(SETTINGS);
        awaitReturn(next);
        next.end();
        assertThat(count("session_event")).isEqualTo(20);
        db.sql("truncate access.session_event, access.open_session").update();
        JournalTests.copy(before, folder.resolve("journal"));
        Node again = begin(SETTINGS);
        assertThat(again.journal().waiting()).isEqualTo(20);
        awaitReturn(again);
        assertThat(count("session_event")).isZero();
        assertThat(count("open_session")).isZero();
    }

    @Test
    void acknowledgesWhatTheBooksRefuseLaterAndKeepsItAside() throws IOException {
        Node node = begin(SETTINGS);
        db.sql("alter table access.session_event add constraint no_poison check (acct_session_id <> 'poison')")
                .update();
        database.away(true);
        say(node, start("poison", 0));
        IntStream.range(0, 5).forEach(i -> say(node, ofOne(AccountingEvent.Kind.START, i, 0)));
        awaitAcknowledged(6);
        database.away(false);
        awaitReturn(node);
        assertThat(count("session_event")).isEqualTo(5);
        db.sql("alter table access.session_event drop constraint no_poison").update();
        node.inbox().retry(Duration.ZERO);
        Eventually.holds("it is stored too", () -> count("session_event") == 6);
    }

    @Test
    void keepsWhatIsUnderWayWhenItIsStoppedWithoutADatabase() throws IOException {
        Node node = begin(SETTINGS);
        database.away(true);
        IntStream.range(0, 30).forEach(i -> say(node, ofOne(AccountingEvent.Kind.START, i, 0)));
        node.end();
        awaitAcknowledged(30);
        database.away(false);
        awaitReturn(begin(SETTINGS));
        assertThat(count("session_event")).isEqualTo(30);
    }
}
