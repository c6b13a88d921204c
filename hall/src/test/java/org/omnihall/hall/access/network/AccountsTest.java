package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.NetworkAccount.Method;
import org.omnihall.hall.access.network.NetworkAccount.SecretForm;
import org.omnihall.hall.access.network.NetworkAccount.Standing;
import org.omnihall.hall.vault.NotOurSeal;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HallTest
class AccountsTest {

    private static final Instant NOON = Instant.parse("2026-06-01T04:00:00Z");
    private static final Octets PASSWORD = Octets.ofText("correct horse");

    private final Accounts accounts;
    private final NetworkAccounts network;
    private final AccountLoad load;
    private final FigureSettings settings;
    private final Figures figures;
    private final JdbcClient db;

    @Autowired
    AccountsTest(
            Accounts accounts,
            NetworkAccounts network,
            AccountLoad load,
            FigureSettings settings,
            Figures figures,
            JdbcClient db) {
        this.accounts = accounts;
        this.network = network;
        this.load = load;
        this.settings = settings;
        this.figures = figures;
        this.db = db;
    }

    private NetworkAccount add(String name, String methods) {
        return switch (accounts.add(Draft.of("name", name, "password", PASSWORD.toText(), "methods", methods), "LI")) {
            case Change.Done<NetworkAccount> done -> done.value();
            case Change.Refused<NetworkAccount> refused -> throw new AssertionError(refused.problems());
        };
    }

    @Test
    void keepsNoMoreOfAPasswordThanItsMethodsNeed() {
        NetworkAccount chap = add("chap@x", "chap pap");
        assertThat(chap.form()).isEqualTo(SecretForm.PASSWORD);
        assertThat(network.passwordOf(chap)).contains(PASSWORD);
        NetworkAccount msChap = add("ms@x", "ms-chap-v2");
        assertThat(msChap.form()).isEqualTo(SecretForm.NT_HASH);
        assertThat(network.passwordOf(msChap)).isEmpty();
        assertThat(network.ntHashOf(msChap))
                .hasValueSatisfying(hash -> assertThat(hash.length()).isEqualTo(16));
        NetworkAccount pap = add("pap@x", "pap");
        assertThat(pap.form()).isEqualTo(SecretForm.KEYED_HASH);
        assertThat(network.passwordOf(pap)).isEmpty();
        assertThat(network.ntHashOf(pap)).isEmpty();
        for (NetworkAccount account : List.of(chap, msChap, pap)) {
            for (int time = 0; time < 3; time++) { // what was proved once is remembered
                assertThat(network.matches(account, Octets.ofText("correct horsf")))
                        .isFalse();
                assertThat(network.matches(account, PASSWORD)).isTrue();
            }
        }
    }

    @Test
    void aSecretDoesNotOpenInAnotherRow() {
        NetworkAccount a = add("row-a", "chap");
        NetworkAccount b = add("row-b", "chap");
        db.sql(
                        "update access.network_account set secret = (select secret from access.network_account where id = ?) where id = ?")
                .params(a.id(), b.id())
                .update();
        NetworkAccount swapped = network.find("ROW-B ").orElseThrow();
        assertThatThrownBy(() -> network.passwordOf(swapped)).isInstanceOf(NotOurSeal.class);
    }

    @Test
    void refusesATakenNameAnUnknownProfileAndAShortPassword() {
        add("li", "pap");
        assertThat(accounts.add(Draft.of("name", "LI", "password", "secret1"), "LI"))
                .isInstanceOf(Change.Refused.class);
        assertThat(accounts.add(Draft.of("name", "wang", "password", "x1234", "profile", "gold"), "LI")
                        .toString())
                .contains("password is too short, at least 6")
                .contains("profile is not known: gold")
                .doesNotContain("x1234");
    }

    @Test
    void aChangeWithoutPasswordKeepsItAndADayEndsAtMidnightInChina() {
        add("zhao", "chap");
        accounts.change(
                Draft.of("name", "zhao", "methods", "chap", "valid_until", "2026-12-31", "standing", "suspended"),
                "LI");
        NetworkAccount changed = network.find("zhao").orElseThrow();
        assertThat(changed.standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(changed.validUntil()).contains(Instant.parse("2026-12-31T16:00:00Z"));
        assertThat(network.matches(changed, PASSWORD)).isTrue();
        assertThat(accounts.change(Draft.of("name", "zhao", "methods", "pap"), "LI"))
                .isInstanceOf(Change.Refused.class);
    }

    @Test
    void loadsABatchTwiceAndTheSecondPasswordCounts() {
        int size = Integer.getInteger("omnihall.test.accounts", 2_000);
        for (int from = 0; from < size; from += 20_000) {
            load.load(batch(from, Math.min(size, from + 20_000), "first-password"), NOON);
        }
        NetworkAccount before = network.find("user0000001").orElseThrow();
        assertThat(network.matches(before, Octets.ofText("first-password"))).isTrue();
        assertThat(load.load(batch(0, 10, "second-password"), NOON)).isEqualTo(10);
        NetworkAccount after = network.find("user0000001").orElseThrow();
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(network.matches(after, Octets.ofText("second-password"))).isTrue();
        assertThat(network.matches(after, Octets.ofText("first-password"))).isFalse();
        List<Accounts.Row> page = accounts.list(new Accounts.Filter("/zj/", "user", "", ""), "user0000499", 51);
        assertThat(page).hasSize(51).first().extracting(Accounts.Row::name).isEqualTo("user0000500");
    }

    private static List<AccountForm.Wanted> batch(int from, int to, String password) {
        List<AccountForm.Wanted> batch = new ArrayList<>();
        for (int i = from; i < to; i++) {
            String name = "user" + String.format("%07d", i);
            batch.add(new AccountForm.Wanted(
                    name, "/zj/hz/", Set.of(Method.CHAP), 1, Optional.empty(), Standing.ACTIVE, password));
        }
        return batch;
    }

    @Test
    void aFigureIsSetInheritedExplainedAndGivenBack() {
        Scope hangzhou = Scope.area("/zj/hz/");
        assertThat(settings.set(hangzhou, "/zj/hz/", Draft.of("figure", "codeLife", "value", "2m"), "LI"))
                .isInstanceOf(Change.Done.class);
        assertThat(figures.at("/zj/hz/xihu/").codeLife()).hasMinutes(2);
        assertThat(figures.at("/zj/").codeLife()).hasMinutes(5);
        assertThat(settings.lines(settings.areaChain("/zj/hz/xihu/")))
                .contains(new FigureSettings.Line(
                        Figure.CODE_LIFE, Figure.CODE_LIFE.shape().read("2m").orElseThrow(), Optional.of(hangzhou)));
        settings.set(hangzhou, "/zj/hz/", Draft.of("figure", "codeLife", "value", ""), "LI");
        assertThat(figures.at("/zj/hz/xihu/").codeLife()).hasMinutes(5);
        assertThat(settings.set(hangzhou, "/zj/hz/", Draft.of("figure", "codeLife", "value", "31m"), "LI"))
                .isInstanceOf(Change.Refused.class);
        assertThat(settings.set(hangzhou, "/zj/hz/", Draft.of("figure", "globalPerMinute", "value", "5"), "LI"))
                .isInstanceOf(Change.Refused.class);
    }
}
