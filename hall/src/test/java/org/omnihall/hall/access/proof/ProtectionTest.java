package org.omnihall.hall.access.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.proof.Protection.Verdict;
import org.omnihall.octets.MacAddress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report of who proves his requests, from requests that came (access rule 7). */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProtectionTest {

    private static final MacAddress PHONE = new MacAddress(0x0211_2278_0001L);

    private final int port;
    private final JdbcClient db;
    private final RadiusListeners hall;
    private final ControllerRegistry registry;
    private final Proofs proofs;
    private final Clock clock;
    private final SmallNas strict;
    private final SmallNas lax;
    private final SmallNas ready;

    @Autowired
    ProtectionTest(
            @LocalServerPort int port,
            JdbcClient db,
            RadiusListeners hall,
            ControllerRegistry registry,
            Proofs proofs,
            Clock clock) {
        this.port = port;
        this.db = db;
        this.hall = hall;
        this.registry = registry;
        this.proofs = proofs;
        this.clock = clock;
        this.strict = new SmallNas("127.0.18.1", hall);
        this.lax = new SmallNas("127.0.18.2", hall);
        this.ready = new SmallNas("127.0.18.3", hall);
    }

    @BeforeAll
    void register() {
        strict.register(registry, "proof-strict");
        lax.register(registry, "proof-lax", "messageAuthenticator", "optional");
        ready.register(registry, "proof-ready", "messageAuthenticator", "optional");
    }

    @AfterAll
    void close() {
        List.of(strict, lax, ready).forEach(SmallNas::close);
    }

    private Protection of(String name) {
        return proofs.report("/zj/").stream()
                .filter(row -> row.controller().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Verdict verdict(String name) {
        return of(name).verdict(clock.instant());
    }

    private void withoutProof(SmallNas nas) {
        nas.raw(nas.pap("nobody", "wrong", PHONE), hall.authentication().getFirst(), Duration.ofMillis(300));
    }

    @Test
    void tellsWhoFallsShortAndRequiresItOfWhoeverIsReady() {
        assertThat(verdict("proof-strict")).isEqualTo(Verdict.PROTECTED);
        assertThat(verdict("proof-ready")).isEqualTo(Verdict.UNHEARD);
        withoutProof(strict);
        withoutProof(lax);
        withoutProof(lax);
        lax.ask(lax.pap("nobody", "wrong", PHONE));
        ready.ask(ready.pap("nobody", "wrong", PHONE));
        proofs.write();
        assertThat(verdict("proof-strict")).isEqualTo(Verdict.UNANSWERED);
        assertThat(verdict("proof-lax")).isEqualTo(Verdict.EXPOSED);
        assertThat(of("proof-lax").unproved()).isEqualTo(2);
        assertThat(of("proof-lax").provedAt()).isPresent();
        assertThat(verdict("proof-ready")).isEqualTo(Verdict.READY);

        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "proof-admin", "administrator", "/zj/hz/");
        assertThat(admin.get("/protection?lang=en").body())
                .containsSubsequence("proof-lax", "Exposed", "proof-strict", "Unanswered", "proof-ready", "Ready");
        assertThat(admin.get("/protection?lang=en&verdict=EXPOSED").body())
                .contains("proof-lax")
                .doesNotContain("proof-strict");
        assertThat(admin.get("/protection.csv").body()).contains("\"proof-lax\"", "\"EXPOSED\"");
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "proof-ningbo", "operator", "/zj/nb/");
        assertThat(ningbo.get("/protection").body()).doesNotContain("proof-lax");

        admin.post("/protection/require");
        assertThat(verdict("proof-ready")).isEqualTo(Verdict.PROTECTED);
        assertThat(verdict("proof-lax")).as("not what still comes without").isEqualTo(Verdict.EXPOSED);
        withoutProof(ready);
        proofs.write();
        assertThat(verdict("proof-ready")).isEqualTo(Verdict.UNANSWERED);
    }

    @Test
    void isNotReadyWhileAnotherBehindItsAddressProvesNothing() {
        Instant then = Instant.parse("2026-11-01T00:00:00Z");
        Protection lax = new Protection(of("proof-lax").controller(), false, Optional.of(then), Optional.empty(), 0);
        assertThat(lax.beside(Set.copyOf(lax.controller().sources())).verdict(then))
                .isEqualTo(Verdict.HELD_UP);
        assertThat(lax.beside(Set.of()).verdict(then)).isEqualTo(Verdict.READY);
    }

    @Test
    void forgivesWhatIsOlderThanADay() {
        Instant then = Instant.parse("2026-11-01T00:00:00Z");
        Protection lately =
                new Protection(of("proof-lax").controller(), false, Optional.of(then), Optional.of(then), 7);
        assertThat(lately.verdict(then.plus(Protection.LATELY).minusMillis(1))).isEqualTo(Verdict.EXPOSED);
        assertThat(lately.verdict(then.plus(Protection.LATELY))).isEqualTo(Verdict.READY);
    }
}
