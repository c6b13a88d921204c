package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.AnyRow;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.LoginOutcomes;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.octets.MacAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Slots left too early, too late, twice or with a ticket of somebody else, and a bound phone's MAC in other hands. */
@HallTest
@Import(OneController.class)
class ReturnAbuseTest {

    private final JdbcClient db;
    private final WebPhone phone;
    private final WebPhone other;
    private final LoginOutcomes outcomes;

    @Autowired
    ReturnAbuseTest(JdbcClient db, WebPhone phone, WebPhone other, LoginOutcomes outcomes) {
        this.db = db;
        this.phone = phone;
        this.other = other;
        this.outcomes = outcomes;
    }

    @BeforeEach
    @AfterEach
    void startAnew() {
        OneController.reset();
        db.sql("delete from access.limit_count").update();
        db.sql("delete from access.open_session where user_name = 'elsewhere'").update();
    }

    @Test
    void refusesAnEarlyCallOfTheSlot() {
        String page = returning(phone, "13857190101");
        refused(page, ticket(phone, page), Drop.SLOT_EARLY);
    }

    @Test
    void beginsTheSlotAnewForALateCall() {
        String page = returning(phone, "13857190102");
        String ticket = ticket(phone, page);
        long before = phone.drops(Drop.SLOT_LATE);
        OneController.AHEAD[0] = Duration.ofSeconds(121);
        assertThat(phone.get(page + ticket).headers().firstValue("Location")).contains(page);
        assertThat(phone.drops(Drop.SLOT_LATE)).isEqualTo(before + 1);
        assertThat(ticket(phone, page)).isNotEqualTo(ticket);
    }

    @Test
    void takesATicketOnce() {
        String page = returning(phone, "13857190103");
        String ticket = ticket(phone, page);
        OneController.AHEAD[0] = Duration.ofSeconds(11);
        phone.get(page + ticket);
        long logins = OneController.CONTROLLER.users.size();
        long before = phone.drops(Drop.SLOT_USED);
        assertThat(phone.get(page + ticket).headers().firstValue("Location")).contains(page);
        assertThat(phone.drops(Drop.SLOT_USED)).isEqualTo(before + 1);
        assertThat(OneController.CONTROLLER.users).hasSize((int) logins);
    }

    @Test
    void takesNoTicketOfAnotherPhoneAndNoneThatWasMadeUp() {
        String page = returning(phone, "13857190104");
        String others = ticket(other, returning(other, "13857190105"));
        OneController.AHEAD[0] = Duration.ofSeconds(11);
        refused(page, others, Drop.SLOT_FORGED);
        refused(page, "/go/1.AAAAAAAAAAAAAAAAAAAAAA", Drop.SLOT_FORGED);
        refused(page, "/go/%27%20or%201=1--", Drop.SLOT_FORGED);
    }

    /** The same MAC is live at another controller: either phone may be the copy, so the number is asked for again (rule 2). */
    @Test
    void asksABoundPhoneToProveItselfWhenItsMacIsLiveElsewhere() {
        String number = "13857190106";
        String page = returning(phone, number);
        assertThat(phone.get(page).body()).contains("欢迎回来");
        phone.post(page + "/change", "");
        liveElsewhere(phone.mac());
        OneController.AHEAD[0] = Duration.ofHours(1);
        long before = phone.drops(Drop.STEP_UP_OTHER_CONTROLLER);
        String again = phone.land();
        assertThat(again).isNotEqualTo(page);
        assertThat(phone.get(again).body())
                .contains("autocomplete=\"tel-national\"")
                .doesNotContain("欢迎回来", number);
        assertThat(phone.drops(Drop.STEP_UP_OTHER_CONTROLLER)).isEqualTo(before + 1);
    }

    private void liveElsewhere(String mac) {
        AnyRow.insert(db, "access.open_session", "elsewhere", "user_name", "elsewhere");
        db.sql(
                        "update access.open_session set controller_id = 99, mac = ?, overdue_at = overdue_at + interval '10 years' where user_name = 'elsewhere'")
                .param(MacAddress.parse(mac).orElseThrow().bits())
                .update();
    }

    private void refused(String page, String ticket, Drop reason) {
        long before = phone.drops(reason);
        assertThat(phone.get(page + ticket).statusCode()).as(ticket).isEqualTo(403);
        assertThat(phone.drops(reason)).as(ticket).isEqualTo(before + 1);
    }

    private static String ticket(WebPhone of, String page) {
        return WebPhone.find("(/go/[^\"]+)\"", of.get(page).body());
    }

    /** The slot page of a phone that was here before. */
    private String returning(WebPhone of, String number) {
        String first = of.land();
        of.post(first + "/number", "number=" + number);
        of.post(first + "/code", "code=" + of.codeOf(first));
        outcomes.accepted(
                of.attemptOf(first), MacAddress.parse(of.mac()), Instant.now().plus(OneController.AHEAD[0]));
        return of.land();
    }
}
