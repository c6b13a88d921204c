package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.funnel.Drop;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Numbers and codes as people type them who mean no good. */
@HallTest
@Import(OneController.class)
class CodeAbuseTest {

    private final JdbcClient db;
    private final WebPhone phone;

    @Autowired
    CodeAbuseTest(JdbcClient db, WebPhone phone) {
        this.db = db;
        this.phone = phone;
    }

    @BeforeEach
    void forgetLimits() {
        OneController.reset();
        db.sql("delete from access.limit_count").update();
    }

    @Test
    void shutsOutANumberOfOthersAndStillTakesOurs() {
        String page = phone.land();
        phone.post(page + "/number", "number=" + WebPhone.FOREIGN);
        assertThat(phone.get(page).body()).contains("这个号码暂时不能使用").doesNotContain(WebPhone.FOREIGN, "one-time-code");
        assertThat(phone.drops(Drop.NUMBER_FOREIGN)).isPositive();
        phone.post(page + "/number", "number=" + WebPhone.OURS);
        assertThat(phone.get(page).body()).contains("one-time-code");
    }

    @Test
    void escapesWhatIsTyped() {
        String page = phone.land();
        String typed = URLEncoder.encode("\"><script>alert(1)</script>' or 1=1;--", StandardCharsets.UTF_8);
        assertThat(phone.post(page + "/number", "number=" + typed)).isEqualTo(page + "?say=NUMBER_UNREADABLE");
        assertThat(phone.post(page + "/code", "code=" + typed)).isEqualTo(page);
        assertThat(phone.get(page + "?say=" + typed).body()).doesNotContain("<script");
        phone.post(page + "/number", "number=" + WebPhone.OURS);
        assertThat(phone.post(page + "/code", "code=" + typed)).isEqualTo(page + "?say=CODE_UNREADABLE");
    }

    @Test
    void takesACodeOnce() {
        String page = phone.land();
        phone.post(page + "/number", "number=13857190110");
        String code = phone.codeOf(page);
        phone.post(page + "/code", "code=" + code);
        int logins = OneController.CONTROLLER.users.size();
        assertThat(phone.post(page + "/code", "code=" + code)).isEqualTo(page);
        assertThat(OneController.CONTROLLER.users).hasSize(logins);
        phone.post(page + "/logout", "");
        phone.post(page + "/change", "");
        phone.post(page + "/number", "number=13857190110");
        long before = phone.drops(Drop.CODE_USED);
        assertThat(phone.post(page + "/code", "code=" + code)).isEqualTo(page + "?say=CODE_EXPIRED");
        assertThat(phone.drops(Drop.CODE_USED)).isEqualTo(before + 1);
    }

    @Test
    void takesACodeForItsOwnHandleOnly() {
        String page = phone.land();
        phone.post(page + "/number", "number=13857190111");
        String code = phone.codeOf(page);
        phone.becomesAnother();
        String others = phone.land();
        phone.post(others + "/number", "number=13857190111");
        if (!phone.codeOf(others).equals(code)) {
            long before = phone.drops(Drop.CODE_WRONG);
            assertThat(phone.post(others + "/code", "code=" + code)).isEqualTo(others + "?say=CODE_WRONG");
            assertThat(phone.drops(Drop.CODE_WRONG)).isEqualTo(before + 1);
        }
        String early = phone.land();
        assertThat(phone.post(early + "/code", "code=" + code)).startsWith(early);
        assertThat(OneController.CONTROLLER.users).doesNotContain("13857190111");
    }

    /** However many guess at once, no more guesses count than the code has tries. */
    @Test
    void countsEveryTryOfMany() {
        String page = phone.land();
        phone.post(page + "/number", "number=13857190112");
        String wrong = WebPhone.other(phone.codeOf(page));
        long before = phone.drops(Drop.CODE_WRONG);
        List<String> said = IntStream.range(0, 12)
                .parallel()
                .mapToObj(i -> phone.post(page + "/code", "code=" + wrong))
                .toList();
        assertThat(said).filteredOn(there -> there.endsWith("CODE_WRONG")).hasSize(5);
        assertThat(said).filteredOn(there -> there.endsWith("CODE_TRIES_SPENT")).hasSize(7);
        assertThat(phone.drops(Drop.CODE_WRONG)).isEqualTo(before + 5);
    }

    @Test
    void stopsABruteForceAfterFiveTries() {
        String page = phone.land();
        phone.post(page + "/number", "number=" + WebPhone.OURS);
        String right = phone.codeOf(page);
        for (int i = 0; i < 5; i++) {
            assertThat(phone.post(page + "/code", "code=" + WebPhone.other(right)))
                    .isEqualTo(page + "?say=CODE_WRONG");
        }
        assertThat(phone.post(page + "/code", "code=" + right)).isEqualTo(page + "?say=CODE_TRIES_SPENT");
    }

    @Test
    void asksForAPictureNearALimitAndStopsAtIt() {
        String page = phone.land();
        for (int i = 0; i < 3; i++) {
            phone.post(page + "/number", "number=" + WebPhone.FOREIGN);
            assertThat(phone.get(page).body()).doesNotContain("name=\"picture\"");
        }
        String asked =
                phone.send(page + "/number", "number=" + WebPhone.FOREIGN).body();
        assertThat(asked).contains("name=\"picture\"", WebPhone.FOREIGN);
        String name = WebPhone.find("name=\"picture\" value=\"([^\"]+)\"", asked);
        assertThat(phone.get(page + "/picture/" + name).headers().firstValue("Content-Type"))
                .contains("image/png");
        assertThat(phone.send(page + "/number", "number=" + WebPhone.FOREIGN + "&picture=" + name + "&answer=0000")
                        .body())
                .contains("图中的数字不对");
    }
}
