package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.aaa.LoginOutcomes;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.FunnelHours;
import org.omnihall.hall.messaging.MessageId;
import org.omnihall.hall.messaging.MessageSettled;
import org.omnihall.hall.messaging.MessageState;
import org.omnihall.hall.messaging.Purpose;
import org.omnihall.octets.MacAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks the login pages as a phone does, with a real database and an access controller on loopback. */
@HallTest
@Import(OneController.class)
class LoginPagesTest {

    private final JdbcClient db;
    private final WebPhone phone;
    private final LoginOutcomes outcomes;
    private final FunnelHours hours;
    private final ApplicationEventPublisher events;

    @Autowired
    LoginPagesTest(
            JdbcClient db,
            WebPhone phone,
            LoginOutcomes outcomes,
            FunnelHours hours,
            ApplicationEventPublisher events) {
        this.db = db;
        this.phone = phone;
        this.outcomes = outcomes;
        this.hours = hours;
        this.events = events;
    }

    @BeforeEach
    void forgetLimits() {
        OneController.reset();
        db.sql("delete from access.limit_count").update();
    }

    @Test
    void bringsAFirstPhoneOnlineByCode() {
        String page = phone.land();
        assertThat(phone.get(page).body())
                .contains("autocomplete=\"tel-national\"")
                .contains("免费上网");
        assertThat(phone.post(page + "/number", "number=" + WebPhone.OURS)).isEqualTo(page);
        String form = phone.get(page).body();
        assertThat(form).contains("autocomplete=\"one-time-code\"", "inputmode=\"numeric\"", "138****0001");
        assertThat(form).doesNotContain(WebPhone.OURS);
        assertThat(phone.post(page + "/code", "code=" + phone.codeOf(page))).isEqualTo(page);
        assertThat(phone.get(page).body()).contains("您已上网");
        assertThat(OneController.CONTROLLER.users).contains(WebPhone.OURS);
        assertThat(OneController.CONTROLLER.passwords.getLast()).matches("[A-Za-z0-9_-]{16}");
        assertThat(phone.post(page + "/logout", "")).isEqualTo(page);
        assertThat(phone.get(page).body()).contains("您已下线");
    }

    @Test
    void keepsARuleOfEachPage() {
        String page = phone.land();
        HttpResponse<String> answer = phone.get(page);
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(40 * 1024);
        assertThat(answer.body()).doesNotContain("<script", "http://", "localStorage");
    }

    @Test
    void givesAClosedMiniBrowserTheSameHandleBack() {
        String page = phone.land();
        phone.post(page + "/number", "number=" + WebPhone.OURS);
        String code = phone.codeOf(page);
        assertThat(phone.land()).isEqualTo(page);
        assertThat(phone.codeOf(page)).isEqualTo(code);
        assertThat(phone.get(page).body()).contains("one-time-code");
    }

    @Test
    void speaksEnglishOnDemandAndRemembersIt() {
        String page = phone.land();
        assertThat(phone.get(page + "?lang=en").body()).contains("Free Wi-Fi");
        assertThat(phone.get(page).body()).contains("Free Wi-Fi");
    }

    @Test
    void showsTheReturningPhoneItsSlotForTenSecondsAndLogsItIn() {
        String first = phone.land();
        phone.post(first + "/number", "number=13805710002");
        phone.post(first + "/code", "code=" + phone.codeOf(first));
        outcomes.accepted(phone.attemptOf(first), MacAddress.parse(phone.mac()), Instant.now());
        String page = phone.land();
        assertThat(page).isNotEqualTo(first);
        String slot = phone.get(page).body();
        assertThat(slot).contains("欢迎回来").doesNotContain("138");
        String ticket = WebPhone.find("(/go/[^\"]+)\"", slot);
        assertThat(phone.get(page + ticket).statusCode()).isEqualTo(403);
        assertThat(phone.get(page + "/go/1.AAAAAAAAAAAAAAAAAAAAAA").statusCode())
                .isEqualTo(403);
        phone.post(page + "/click", "");
        OneController.AHEAD[0] = Duration.ofSeconds(11);
        assertThat(phone.get(page + ticket).headers().firstValue("Location")).contains(page);
        assertThat(phone.get(page).body()).contains("您已上网");
        assertThat(phone.get(page + ticket).headers().firstValue("Location")).contains(page);
        assertThat(phone.drops(Drop.SLOT_EARLY)).isPositive();
        assertThat(phone.drops(Drop.SLOT_FORGED)).isPositive();
        assertThat(phone.drops(Drop.SLOT_USED)).isPositive();
    }

    @Test
    void followsTheMessageThatCarriesACode() {
        String page = phone.land();
        phone.post(page + "/number", "number=13857190120");
        UUID attempt = phone.attemptOf(page);
        long before = phone.drops(Drop.CODE_NOT_DELIVERED);
        settled(attempt, Purpose.SERVICE, MessageState.FAILED);
        settled(attempt, Purpose.CODE, MessageState.FAILED);
        assertThat(phone.drops(Drop.CODE_NOT_DELIVERED)).isEqualTo(before + 1);
        settled(attempt, Purpose.CODE, MessageState.DELIVERED);
        settled(attempt, Purpose.CODE, MessageState.DELIVERED);
        assertThat(db.sql("select count(*) from access.funnel_step where attempt = ? and step = ? and reason = ''")
                        .params(attempt, "CODE_DELIVERED")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    private void settled(UUID journey, Purpose purpose, MessageState state) {
        events.publishEvent(
                new MessageSettled(new MessageId(UUID.randomUUID()), purpose, journey, state, Instant.now()));
    }

    @Test
    void sumsTheFunnelByHour() {
        phone.land();
        hours.sum(Instant.now().plus(OneController.AHEAD[0]));
        hours.sum(Instant.now().plus(OneController.AHEAD[0]));
        long steps = db.sql("select count(*) from access.funnel_step where step = 'REDIRECTED' and reason = ''")
                .query(Long.class)
                .single();
        assertThat(hours.of(
                        "/zj/", Instant.now().minusSeconds(7200), Instant.now().plusSeconds(7200)))
                .contains(new FunnelHours.Line("REDIRECTED", "", steps));
    }
}
