package org.omnihall.hall.access.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.dictionary.Dictionary;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Quotas over UDP: what an Accept says of them, and what becomes of a session whose report crosses one (access-rules.md rule 16). */
@HallTest
class QuotaWatchTest extends ChangedSessions {

    private static final long MEGABYTE = 1 << 20;

    private final QuotaWatch watch;

    @Autowired
    QuotaWatchTest(ApplicationContext hall) {
        super(hall, "127.0.13.9", "quota-1");
        this.watch = hall.getBean(QuotaWatch.class);
    }

    private AccessProfile quota(String name, String... more) {
        return done(profiles.add(wanted(name, more), "test"));
    }

    private static Draft wanted(String name, String... more) {
        Map<String, String> fields = new HashMap<>(draft(name, "8000").fields());
        fields.putAll(Draft.of(more).fields());
        return new Draft(fields);
    }

    /** A report of a session: so many seconds, and octets that its user received. */
    private void report(OpenSession session, long seconds, long octets) {
        MacAddress mac = session.mac().orElseThrow();
        nas.ask(nas.accounting(INTERIM, session.acctSessionId(), mac)
                .text(AttributeTypes.USER_NAME, session.userName())
                .octets(AttributeTypes.CLASS, handle(session.userName()))
                .integer(AttributeTypes.ACCT_SESSION_TIME, seconds)
                .integer(AttributeTypes.ACCT_OUTPUT_OCTETS, octets & 0xffff_ffffL)
                .integer(AttributeTypes.ACCT_OUTPUT_GIGAWORDS, octets >>> 32)
                .build());
    }

    private Packet login(String name) {
        return nas.ask(nas.pap(name, PASSWORD, phone()));
    }

    @Test
    void anAcceptSaysWhatIsLeftSharedWithTheSessionsThatAreOpen() {
        quota("q-left", "monthVolume", "100", "monthTime", "1h");
        OpenSession first = online("q-left", "q-left");
        report(first, 600, 40 * MEGABYTE);
        Packet accept = login("q-left");
        assertThat(accept.integer(AttributeTypes.SESSION_TIMEOUT)).hasValue((3_600 - 600) / 2);
        assertThat(accept.integer(huawei("Huawei-Remanent-Volume"))).hasValue(30 * MEGABYTE);
    }

    private static AttributeType huawei(String name) {
        return Dictionary.bundled().type(name);
    }

    @Test
    void aReportThatCrossesTheVolumeEndsAllSessionsAndNobodyComesInAgain() {
        quota("q-ends", "dayVolume", "5000");
        OpenSession first = online("q-ends", "q-ends");
        report(first, 60, 4_000 * MEGABYTE);
        assertThat(login("q-ends").code()).isEqualTo(Code.ACCESS_ACCEPT);
        report(first, 120, 5_001 * MEGABYTE);
        Packet end = nas.nextDisconnect();
        assertThat(end.code()).isEqualTo(Code.DISCONNECT_REQUEST);
        assertThat(end.text(AttributeTypes.ACCT_SESSION_ID)).contains("q-ends");
        Packet reject = login("q-ends");
        assertThat(reject.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(reject.text(AttributeTypes.REPLY_MESSAGE)).contains("USED_UP");
    }

    @Test
    void aReportThatCrossesTheTimeSlowsTheSessionUntilTheDayIsOver() {
        quota("q-slows", "session", "0", "dayTime", "1h", "reached", "slows", "slowUp", "128", "slowDown", "512");
        OpenSession session = online("q-slows", "q-slows");
        report(session, 3_601, 1);
        Packet slow = nas.nextDisconnect();
        assertThat(slow.code()).isEqualTo(Code.COA_REQUEST);
        assertThat(slow.integer(huawei("Huawei-Output-Average-Rate"))).hasValue(512_000);
        assertThat(slow.integer(huawei("Huawei-Input-Average-Rate"))).hasValue(128_000);
        assertThat(login("q-slows").integer(huawei("Huawei-Output-Average-Rate")))
                .hasValue(512_000);
        Eventually.holds(
                "its owner is settled",
                () -> db.sql("select settled_at is not null from access.quota_use where owner = ?")
                        .param("account:" + session.accountId().orElseThrow())
                        .query(Boolean.class)
                        .single());
        db.sql("update access.quota_use set ends_at = ends_at - interval '2 days', begins = begins - 2 where owner = ?")
                .param("account:" + session.accountId().orElseThrow())
                .update();
        db.sql("update access.open_session set started_at = started_at - interval '3 days' where id = ?")
                .param(session.id())
                .update();
        watch.lift(Instant.now().plusSeconds(6));
        Packet fast = nas.nextDisconnect();
        assertThat(fast.code()).isEqualTo(Code.COA_REQUEST);
        assertThat(fast.integer(huawei("Huawei-Output-Average-Rate"))).hasValue(8_000_000);
    }

    @Test
    void whatEndedInsideTheDayCountsAndARepeatedReportDoesNot() {
        quota("q-once", "monthTime", "10h");
        OpenSession session = online("q-once", "q-once");
        report(session, 1_000, 1);
        report(session, 1_000, 1);
        assertThat(login("q-once").integer(AttributeTypes.SESSION_TIMEOUT)).hasValue(7_200);
        assertThat(usedSeconds(session)).isEqualTo(1_000);
        MacAddress mac = session.mac().orElseThrow();
        nas.ask(nas.accounting(STOP, session.acctSessionId(), mac)
                .text(AttributeTypes.USER_NAME, session.userName())
                .octets(AttributeTypes.CLASS, handle(session.userName()))
                .integer(AttributeTypes.ACCT_SESSION_TIME, 1_500)
                .build());
        assertThat(usedSeconds(session)).isEqualTo(1_500);
    }

    private long usedSeconds(OpenSession session) {
        return db.sql("select seconds from access.quota_use where owner = ?")
                .param("account:" + session.accountId().orElseThrow())
                .query(Long.class)
                .single();
    }

    @Test
    void whoHasHoursOfTheWeekComesInByThemAndIsEndedAfterThem() {
        AccessProfile profile = quota("q-hours", "hours", "always");
        OpenSession session = online("q-hours", "q-hours");
        done(profiles.change(profile.id(), wanted("q-hours", "hours", untilThisMinute()), "test"));
        watch.close(Instant.now());
        Packet end = nas.nextDisconnect();
        assertThat(end.code()).isEqualTo(Code.DISCONNECT_REQUEST);
        assertThat(end.text(AttributeTypes.ACCT_SESSION_ID)).contains(session.acctSessionId());
        Eventually.holds(
                "the account's view follows",
                () -> login("q-hours")
                        .text(AttributeTypes.REPLY_MESSAGE)
                        .filter("OUT_OF_HOURS"::equals)
                        .isPresent());
    }

    /** Yesterday, and today as far as it has come. */
    private static String untilThisMinute() {
        ZonedDateTime now = Instant.now().atZone(ZoneId.of("Asia/Shanghai"));
        String yesterday = day(now.minusDays(1)) + " 00:00-24:00";
        String today = "%s 00:00-%tR".formatted(day(now), now);
        return now.getHour() + now.getMinute() > 0 ? yesterday + "; " + today : yesterday;
    }

    private static String day(ZonedDateTime moment) {
        return moment.getDayOfWeek().name().substring(0, 3);
    }
}
