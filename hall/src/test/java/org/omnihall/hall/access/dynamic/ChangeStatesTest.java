package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/** The states that the answer to a CoA, the next update and the deadline lead to (access-rules.md rule 17). */
@HallTest
class ChangeStatesTest extends ChangedSessions {

    private final ChangeRequests requests;
    private final ChangeDeadlines deadlines;
    private final NamedLocks locks;
    private final TransactionOperations transactions;

    @Autowired
    ChangeStatesTest(
            ApplicationContext hall,
            ChangeRequests requests,
            ChangeDeadlines deadlines,
            NamedLocks locks,
            TransactionOperations transactions) {
        super(hall, "127.0.13.8", "change-2");
        this.requests = requests;
        this.deadlines = deadlines;
        this.locks = locks;
        this.transactions = transactions;
    }

    @Test
    void anAcknowledgedChangeIsShownByAnUpdateThatCameAndHappenedLater() {
        profile("coa-shown", "8000");
        OpenSession session = online("coa-shown", "coa-shown");
        UUID request = asked(session);
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        nas.ask(nas.accounting(INTERIM, "coa-shown", session.mac().orElseThrow())
                .text(AttributeTypes.USER_NAME, "coa-shown")
                .integer(AttributeTypes.ACCT_DELAY_TIME, 120)
                .build());
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        account(INTERIM, "coa-shown", session.mac().orElseThrow(), Octets.EMPTY);
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.SHOWN);
        assertThat(requests.of(session.id(), 9).getFirst().terms().downBitsPerSecond())
                .isEqualTo(8_000_000);
    }

    @Test
    void aSessionThatEndsBeforeAnUpdateShowsNothing() {
        profile("coa-over", "8000");
        OpenSession session = online("coa-over", "coa-over");
        UUID request = asked(session);
        account(STOP, "coa-over", session.mac().orElseThrow(), Octets.EMPTY);
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.OVER);
    }

    @Test
    void aRefusalNamesItsCause() {
        nas.answering(request -> Optional.of(request.reply(Code.COA_NAK)
                .integer(AttributeTypes.ERROR_CAUSE, 401)
                .build()));
        profile("coa-nak", "8000");
        UUID request = asked(online("coa-nak", "coa-nak"));
        assertThat(state(request))
                .isEqualTo(new ChangeResult(request, ChangeResult.State.REFUSED, OptionalInt.of(401)));
    }

    @Test
    void aLateAnswerIsTakenAndARepeatIsTheSamePacket() {
        AtomicInteger heard = new AtomicInteger();
        nas.answering(request -> heard.incrementAndGet() < 3 ? Optional.empty() : SmallNas.acknowledge(request));
        profile("coa-late", "8000");
        UUID request = asked(online("coa-late", "coa-late"));
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        List<Packet> heardOf = List.of(nas.nextDisconnect(), nas.nextDisconnect(), nas.nextDisconnect());
        assertThat(heardOf).containsOnly(heardOf.getFirst());
    }

    @Test
    void silenceIsNoAnswerAndTheDeadlineRaisesTheAlarmOnce() {
        nas.answering(request -> Optional.empty());
        profile("coa-silent", "8000");
        UUID request = asked(online("coa-silent", "coa-silent"));
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.NO_ANSWER);
        assertThat(alarms(request)).isEmpty();
        db.sql("update access.change_request set deadline_at = asked_at where id = ?")
                .param(request)
                .update();
        look();
        List<Instant> alarmed = alarms(request);
        assertThat(alarmed).hasSize(1);
        look();
        assertThat(alarms(request)).isEqualTo(alarmed);
    }

    @Test
    void whatANodeLeftUnansweredWhenItDiedIsNoAnswerAtTheDeadline() {
        profile("coa-died", "8000");
        UUID request = asked(online("coa-died", "coa-died"));
        db.sql("update access.change_request set state = 'SENT', answered_at = null, deadline_at = ? where id = ?")
                .params(Instant.now().minusSeconds(1).atOffset(ZoneOffset.UTC), request)
                .update();
        look();
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.NO_ANSWER);
        assertThat(alarms(request)).hasSize(1);
    }

    @Test
    void anAnswerAfterTheDeadlineIsTakenAndItsUpdatesHaveTheirTime() {
        profile("coa-after", "8000");
        UUID request = asked(online("coa-after", "coa-after"));
        past(request, "NO_ANSWER");
        requests.answered(request, new DynamicAnswer.Acknowledged(), Instant.now());
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
        look();
        assertThat(alarms(request)).as("late no more").isEmpty();

        past(request, "NO_ANSWER");
        requests.answered(request, new DynamicAnswer.Refused(OptionalInt.of(401)), Instant.now());
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.REFUSED);

        past(request, "OVER");
        requests.answered(request, new DynamicAnswer.Acknowledged(), Instant.now());
        assertThat(state(request).state()).isEqualTo(ChangeResult.State.OVER);
    }

    @Test
    void oneNodeLooksAtATime() {
        transactions.executeWithoutResult(status -> {
            Eventually.holds("taken", () -> locks.attempt("access.change_request"));
            assertThat(CompletableFuture.supplyAsync(() -> deadlines.look(Instant.now()))
                            .join())
                    .isFalse();
        });
        look();
    }

    @Test
    void looksThroughMoreThanOnePortion() {
        UUID session = UUID.randomUUID();
        db.sql("""
                        insert into access.change_request (id, session_id, controller_id, actor, profile, up_bits_per_second,
                            down_bits_per_second, session_seconds, idle_seconds, interim_seconds, state, asked_at, deadline_at)
                        select gen_random_uuid(), :session, 1, 'test', 'p', 1, 1, 1, 1, 1, 'ACKNOWLEDGED', :at, :at
                        from generate_series(1, 2001)""")
                .param("session", session)
                .param("at", Times.at(Instant.EPOCH))
                .update();
        look();
        assertThat(db.sql("select distinct state from access.change_request where session_id = ?")
                        .param(session)
                        .query(String.class)
                        .list())
                .containsExactly("OVER");
        db.sql("delete from access.change_request where session_id = ?")
                .param(session)
                .update();
    }

    private ChangeResult state(UUID request) {
        return requests.state(request).orElseThrow();
    }

    private void look() {
        Eventually.holds("no other look is under way", () -> deadlines.look(Instant.now()));
    }

    private void past(UUID request, String state) {
        db.sql("update access.change_request set state = :state, answered_at = null, deadline_at = asked_at,"
                        + " alarmed_at = asked_at where id = :id")
                .param("state", state)
                .param("id", request)
                .update();
    }

    private List<Instant> alarms(UUID request) {
        return db.sql("select alarmed_at from access.change_request where id = ? and alarmed_at is not null")
                .param(request)
                .query((row, number) -> Times.in(row, "alarmed_at"))
                .list();
    }
}
