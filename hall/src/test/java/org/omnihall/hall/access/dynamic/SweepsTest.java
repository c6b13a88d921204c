package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.hall.shell.Paging;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Many sessions at once: each asked once, the stop, and what every failure says. */
@HallTest
class SweepsTest extends SweptSessions {

    private final SweepReport report;

    @Autowired
    SweepsTest(ApplicationContext hall, SweepReport report) {
        super(hall, "127.0.13.6", "sweep-1");
        this.report = report;
    }

    @Test
    void asksForEverySessionOnceAndSeesTheirEnds() {
        List<MacAddress> phones = nas.online("sweep-end", 25);
        UUID sweep = begin(Asked.Kind.END, "sweep-end");
        over(sweep);
        assertThat(sweeps.find(sweep).orElseThrow().sessions()).isEqualTo(25);
        assertThat(count(sweep, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(25);
        List<String> asked = new ArrayList<>();
        phones.forEach(phone -> {
            Packet request = nas.nas().nextDisconnect();
            assertThat(request.code()).isEqualTo(Code.DISCONNECT_REQUEST);
            asked.add(request.text(AttributeTypes.ACCT_SESSION_ID).orElseThrow());
        });
        assertThat(asked).doesNotHaveDuplicates();
        phones.forEach(phone -> nas.account(SweptNas.STOP, "sweep-end", phone));
        assertThat(count(sweep, Sweep.Fate.DONE)).isEqualTo(25);
        assertThat(acts("sweep:" + sweep)).containsExactly("sweep.end");
    }

    @Test
    void stopsBeforeWhatWasNotAskedYet() {
        nas.turnAt(FAR);
        nas.online("sweep-stop", 3);
        UUID sweep = begin(Asked.Kind.END, "sweep-stop");
        sweeps.stop(sweep, "somebody");
        nas.turnAt(Instant.EPOCH);
        assertThat(table.turns(Instant.now(), 500)).doesNotContain(nas.id());
        assertThat(table.take(nas.id(), 9, Instant.now(), LEASE)).isEmpty();
        assertThat(sweeps.find(sweep).orElseThrow().stoppedBy()).contains("somebody");
        assertThat(count(sweep, Sweep.Fate.NOT_ASKED)).isEqualTo(3);
        assertThat(sweeps.progress(sweep).moves()).isFalse();
        sweeps.stop(sweep, "again");
        assertThat(acts("sweep:" + sweep)).containsExactly("sweep.end", "sweep.stop");
    }

    @Test
    void namesTheCauseOfEveryFailure() {
        List<MacAddress> phones = nas.online("sweep-nak", 3);
        String odd = "sweep-nak-" + phones.getFirst().bits();
        nas.nas()
                .answering(request -> Optional.of(request.reply(Code.COA_NAK)
                        .integer(
                                AttributeTypes.ERROR_CAUSE,
                                request.text(AttributeTypes.ACCT_SESSION_ID)
                                                .filter(odd::equals)
                                                .isPresent()
                                        ? 503
                                        : 401)
                        .build()));
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-nak");
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.REFUSED)).isEqualTo(3);
        assertThat(report.causes(sweep))
                .containsExactly(
                        new SweepReport.Cause(OptionalInt.of(401), 2), new SweepReport.Cause(OptionalInt.of(503), 1));
        assertThat(sweeps.failures(sweep, Paging.first()).rows())
                .hasSize(3)
                .allMatch(failure -> failure.user().equals(Optional.of("sweep-nak")))
                .extracting(failure -> failure.errorCause().getAsInt())
                .containsExactlyInAnyOrder(401, 401, 503);
    }

    @Test
    void listsWhomNobodyAnsweredFor() {
        nas.nas().answering(request -> Optional.empty());
        nas.online("sweep-mute", 1);
        UUID sweep = begin(Asked.Kind.CHANGE, "sweep-mute");
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.NO_ANSWER)).isEqualTo(1);
        assertThat(sweeps.failures(sweep, Paging.first()).rows())
                .extracting(SweepReport.Failure::fate)
                .containsExactly(Sweep.Fate.NO_ANSWER);
    }

    @Test
    void knowsASessionByTheRestWhereItsNameCannotBeSaidBack() {
        nas.turnAt(FAR);
        nas.online("sweep-odd", 2);
        MacAddress odd = new MacAddress(0x0211_22ff_0001L);
        byte[] noText = new byte[100];
        Arrays.fill(noText, (byte) 0xff);
        nas.nas()
                .ask(nas.nas()
                        .accounting(SweptNas.START, "sweep-odd-name", odd)
                        .octets(
                                AttributeTypes.USER_NAME,
                                Octets.ofText("sweep-odd").plus(Octets.of(noText)))
                        .build());
        UUID sweep = begin(Asked.Kind.END, "sweep-odd");
        nas.turnAt(Instant.EPOCH);
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(3);
        assertThat(List.of(
                        nas.nas().nextDisconnect(),
                        nas.nas().nextDisconnect(),
                        nas.nas().nextDisconnect()))
                .filteredOn(request -> !request.has(AttributeTypes.USER_NAME))
                .singleElement()
                .satisfies(request ->
                        assertThat(request.text(AttributeTypes.ACCT_SESSION_ID)).contains("sweep-odd-name"));
    }

    @Test
    void passesOverASessionThatNothingCanNameAndGoesOn() {
        nas.turnAt(FAR);
        nas.online("sweep-none", 3);
        db.sql("update access.open_session set acct_session_id = ?, mac = null where id ="
                        + " (select min(id::text)::uuid from access.open_session where user_name = 'sweep-none')")
                .param("\uFFFD")
                .update();
        UUID change = begin(Asked.Kind.CHANGE, "sweep-none");
        UUID end = begin(Asked.Kind.END, "sweep-none");
        nas.turnAt(Instant.EPOCH);
        over(change);
        over(end);
        assertThat(List.of(count(change, Sweep.Fate.NO_ANSWER), count(change, Sweep.Fate.ACKNOWLEDGED)))
                .containsExactly(1L, 2L);
        Eventually.holds("nobody was asked to end it", () -> count(end, Sweep.Fate.NO_ANSWER) == 1);
        assertThat(count(end, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(2);
        assertThat(db.sql("select count(*) from access.change_request c join access.sweep_session s"
                                + " on s.session_id = c.session_id where s.sweep_id = ?")
                        .param(change)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void leavesOutWhoIsGoneWhenHisTurnComes() {
        nas.turnAt(FAR);
        List<MacAddress> phones = nas.online("sweep-gone", 2);
        UUID sweep = begin(Asked.Kind.END, "sweep-gone");
        nas.account(SweptNas.STOP, "sweep-gone", phones.getFirst());
        nas.turnAt(Instant.EPOCH);
        over(sweep);
        assertThat(count(sweep, Sweep.Fate.OVER)).isEqualTo(1);
        assertThat(count(sweep, Sweep.Fate.ACKNOWLEDGED)).isEqualTo(1);
    }

    @Test
    void beginsNothingForNobodyForTooManyOrForAWholeArea() {
        nas.online("sweep-many", 3);
        Sweeps small = new Sweeps(
                table, report, new DynamicSettings(1, LEASE, 2, Duration.ofDays(190)), audit, Clock.systemUTC());
        assertThat(small.begin(SweptNas.wish(Asked.Kind.CHANGE, "sweep-many"), "test"))
                .isEmpty();
        assertThat(small.outlook(SweptNas.wish(Asked.Kind.CHANGE, "sweep-many").filter()))
                .isEqualTo(new Sweeps.Outlook(3, 1, Duration.ofSeconds(3), 2));
        assertThat(small.begin(SweptNas.wish(Asked.Kind.CHANGE, "nobody-is-called-so"), "test"))
                .isEmpty();
        assertThat(sweeps.begin(new Sweeps.Wish(Asked.Kind.END, SessionFilter.all(SweptNas.AREA), "everybody"), "test"))
                .isEmpty();
        assertThat(db.sql("select count(*) from access.sweep where told in ('sweep-many', 'everybody')")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private List<String> acts(String subject) {
        return db.sql("select act from audit.entry where subject = ? order by id")
                .param(subject)
                .query((row, number) -> row.getString(1))
                .list();
    }
}
