package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.messaging.MessageLog.Entry;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The log as people see it, how the gateways are doing, and the purge. No gateway is reachable here. */
@HallTest
class MessageLogTest {

    private static final Msisdn LI = new Msisdn("13800138001");
    private static final Msisdn WANG = new Msisdn("13800138002");

    private final Messages messages;
    private final MessageLog log;
    private final GatewayStates states;
    private final SmsGateways gateways;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    MessageLogTest(
            Messages messages, MessageLog log, GatewayStates states, SmsGateways gateways, JdbcClient db, Clock clock) {
        this.messages = messages;
        this.log = log;
        this.states = states;
        this.gateways = gateways;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void empty() {
        List.of("message", "attempt", "part", "receipt", "gateway")
                .forEach(table -> db.sql("delete from messaging." + table).update());
    }

    @Test
    void showsATextWithoutItsWords() {
        MessageId id = send(LI, Purpose.CODE, "/zj/hz/");
        Entry entry = log.find(id).orElseThrow();

        assertThat(entry.text()).contains("••••••").doesNotContain("739251");
        assertThat(entry.toString()).doesNotContain("739251").doesNotContain(LI.digits());
        assertThat(entry.to()).isEqualTo(LI);
        assertThat(log.ofJourney(entry.journey())).extracting(Entry::id).containsExactly(id);
    }

    @Test
    void findsByNumberStateTimeGatewayAndArea() {
        MessageId toLi = send(LI, Purpose.CODE, "/zj/hz/");
        MessageId toWang = send(WANG, Purpose.MARKETING, "/zj/nb/");
        db.sql("update messaging.message set gateway = 'north' where id = ?")
                .param(toLi.value())
                .update();
        MessageFilter all = MessageFilter.all("/");
        Instant now = clock.instant();

        assertThat(ids(all)).containsExactly(toWang, toLi);
        assertThat(ids(MessageFilter.all("/zj/hz/"))).containsExactly(toLi);
        assertThat(ids(MessageFilter.all("/zj/h/"))).isEmpty();
        assertThat(ids(filter(Optional.of(WANG), Optional.empty(), Optional.empty())))
                .containsExactly(toWang);
        assertThat(ids(filter(Optional.empty(), Optional.of(MessageState.REFUSED), Optional.empty())))
                .containsExactly(toWang);
        assertThat(ids(filter(Optional.empty(), Optional.empty(), Optional.of("north"))))
                .containsExactly(toLi);
        assertThat(ids(between(now.minusSeconds(60), now.plusSeconds(60)))).hasSize(2);
        assertThat(ids(between(now.plusSeconds(60), now.plusSeconds(120)))).isEmpty();
        assertThat(log.find(toWang).flatMap(Entry::reason)).contains(Reason.NO_CONSENT_ON_RECORD);
    }

    @Test
    void turnsPagesWithoutLosingOrRepeating() {
        for (int i = 0; i < 5; i++) {
            send(LI, Purpose.MARKETING, "/zj/hz/");
        }
        List<MessageId> seen = new ArrayList<>();
        Optional<String> trail = Optional.of("");
        while (trail.isPresent()) {
            Paging paging = new Paging(2, Paging.parse(trail.get()).trail());
            Slice<Entry> page = log.list(MessageFilter.all("/"), paging);
            page.rows().forEach(row -> seen.add(row.id()));
            trail = page.next();
        }
        assertThat(seen).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void tellsWhatHappenedToAMessageInItsOrder() {
        MessageId id = send(LI, Purpose.MARKETING, "/zj/hz/");
        List.of("Busy", "Accepted", "Receipt")
                .forEach(outcome -> db.sql(
                                "insert into messaging.attempt (message, at, gateway, outcome, detail) values (?, ?, 'north', ?, '')")
                        .params(id.value(), Times.at(clock.instant()), outcome)
                        .update());
        assertThat(log.attempts(id))
                .extracting(MessageLog.Attempt::outcome)
                .containsExactly("Busy", "Accepted", "Receipt");
    }

    @Test
    void tellsHowTheGatewaysAreDoing() {
        gateways.put(gateway("off", 10, false), Octets.ofText("s3cret"), "test");
        gateways.put(gateway("far", 20, true), Octets.ofText("s3cret"), "test");

        assertThat(states.now())
                .extracting(state -> state.gateway().name(), GatewayStates.State::health)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("off", GatewayStates.Health.DISABLED),
                        org.assertj.core.groups.Tuple.tuple("far", GatewayStates.Health.NOT_BOUND));
    }

    @Test
    void keepsSixMonthsAtLeastAndPurgesWhatIsOlder() {
        MessagingSettings settings = SettingsOf.bind(MessagingSettings.class, Map.of());
        Instant limit = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .minus(settings.retention())
                .toInstant();
        MessageId old = send(LI, Purpose.MARKETING, "/zj/hz/");
        MessageId young = send(LI, Purpose.MARKETING, "/zj/hz/");
        writtenAt(old, limit.minusSeconds(60));
        writtenAt(young, limit.plusSeconds(60));

        assertThat(limit)
                .isBefore(clock.instant()
                        .atOffset(ZoneOffset.UTC)
                        .minus(Period.ofMonths(6))
                        .toInstant());
        assertThat(new Retention(db, settings, clock).purge()).isOne();
        assertThat(ids(MessageFilter.all("/"))).containsExactly(young);
        for (String table : List.of("attempt", "part", "receipt")) {
            assertThat(db.sql("select count(*) from messaging." + table)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isOne();
        }
        assertThat(db.sql("select count(*) from node.scheduled_task where task_name = 'messaging.purge'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    /** With a row of each kind that hangs on it. */
    private void writtenAt(MessageId id, Instant at) {
        db.sql("update messaging.message set created_at = ? where id = ?")
                .params(Times.at(at), id.value())
                .update();
        db.sql("insert into messaging.attempt (message, at, gateway, outcome, detail) values (?, ?, 'g', 'Busy', '')")
                .params(id.value(), Times.at(at))
                .update();
        db.sql("""
                        insert into messaging.part (gateway, gateway_id, msisdn, message, number, submitted_at)
                        values ('g', ?, '13800138001', ?, 1, ?)""").params(id.toString(), id.value(), Times.at(at)).update();
        db.sql("""
                        insert into messaging.receipt (gateway, gateway_id, msisdn, outcome, error, at, message)
                        values ('g', 'x', '13800138001', 'DELIVERED', '', ?, ?)""").params(Times.at(at), id.value()).update();
    }

    private List<MessageId> ids(MessageFilter filter) {
        return log.list(filter, Paging.first()).rows().stream().map(Entry::id).toList();
    }

    private static MessageFilter filter(Optional<Msisdn> to, Optional<MessageState> state, Optional<String> gateway) {
        return new MessageFilter("/", to, state, gateway, Optional.empty(), Optional.empty());
    }

    private static MessageFilter between(Instant from, Instant until) {
        return new MessageFilter(
                "/", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(from), Optional.of(until));
    }

    private MessageId send(Msisdn to, Purpose purpose, String areaPath) {
        return messages.send(new Outgoing(
                purpose,
                to,
                "login.code",
                Map.of("code", "739251", "minutes", "5"),
                Locale.SIMPLIFIED_CHINESE,
                clock.instant().plusSeconds(300),
                UUID.randomUUID(),
                areaPath));
    }

    private static SmsGateway gateway(String name, int priority, boolean enabled) {
        return new SmsGateway(
                UUID.randomUUID(),
                name,
                SmsGateway.Kind.SMPP,
                "127.0.0.1",
                1,
                "hall",
                "10086",
                priority,
                100,
                8,
                enabled);
    }
}
