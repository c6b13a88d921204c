package org.omnihall.hall.access.screens;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.dynamic.DisconnectProbe;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.access.online.PortalProbe;
import org.omnihall.hall.access.session.OnlineFigures;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.stereotype.Component;

/** Tries what can be tried of a controller without a client: both ways in, what was heard of it, what of it was dropped. */
@Component
class SelfTest {

    private static final Duration RECENT = Duration.ofMinutes(30);
    private static final Duration DAY = Duration.ofDays(1);

    private final PortalProbe portal;
    private final DisconnectProbe disconnect;
    private final OnlineFigures online;
    private final RadiusDrops drops;
    private final AuditTrail audit;
    private final Clock clock;

    SelfTest(
            PortalProbe portal,
            DisconnectProbe disconnect,
            OnlineFigures online,
            RadiusDrops drops,
            AuditTrail audit,
            Clock clock) {
        this.portal = portal;
        this.disconnect = disconnect;
        this.online = online;
        this.drops = drops;
        this.audit = audit;
        this.clock = clock;
    }

    List<TestResult> run(AccessController controller, String actor) {
        audit.record(actor, "nas.test", "ac:" + controller.id(), controller.name());
        CompletableFuture<PortalProbe.Answer> asked = portal.ask(controller);
        CompletableFuture<Boolean> signed = disconnect.ask(controller);
        List<TestResult> results = new ArrayList<>();
        results.add(
                switch (asked.join()) {
                    case ANSWERED -> TestResult.good(TestResult.Check.PORTAL, "ANSWERED");
                    case NOTHING -> TestResult.bad(TestResult.Check.PORTAL, "NOTHING");
                    case NOT_SENT -> TestResult.open(TestResult.Check.PORTAL, "NOT_SENT");
                });
        results.add(
                signed.join()
                        ? TestResult.good(TestResult.Check.DISCONNECT, "ANSWERED")
                        : TestResult.bad(TestResult.Check.DISCONNECT, "NOTHING"));
        results.add(heard(controller));
        dropped(controller).forEach(results::add);
        return results;
    }

    private TestResult heard(AccessController controller) {
        Optional<OnlineFigures.AtController> seen = online.atController(controller.id());
        if (seen.isEmpty()) {
            return TestResult.open(TestResult.Check.ACCOUNTING, "NOTHING");
        }
        return seen.get().lastHeard().plus(RECENT).isAfter(clock.instant())
                ? TestResult.good(TestResult.Check.ACCOUNTING, "RECENT")
                : TestResult.bad(TestResult.Check.ACCOUNTING, "LONG_AGO");
    }

    private List<TestResult> dropped(AccessController controller) {
        return drops.rows().stream()
                .filter(row -> row.last().plus(DAY).isAfter(clock.instant()))
                .filter(row -> Cidr.parse(row.source())
                        .filter(source -> controller.sendsFrom(source.network()))
                        .isPresent())
                .map(row -> new TestResult(TestResult.Check.DROPS, TestResult.Verdict.BAD, row.reason(), row.number()))
                .toList();
    }
}
