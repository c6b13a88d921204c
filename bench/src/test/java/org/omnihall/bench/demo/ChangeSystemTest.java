package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.ac.AccountingRecord.Status;
import org.omnihall.bench.ac.ControllerSettings;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Traveller;
import org.omnihall.hall.access.dynamic.Asked;
import org.omnihall.hall.access.dynamic.ChangeRequests;
import org.omnihall.hall.access.dynamic.ChangeResult;
import org.omnihall.hall.access.dynamic.Changes;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;

/** Terms carried to a simulated controller by the hall, and what Debian's radclient hears from it (RFC 5176). */
@ExtendWith(SystemHall.class)
class ChangeSystemTest {

    private static final City.Site HUAWEI = City.SITES.get(1);

    @Test
    void carriesTermsToARunningSessionAndSeesItGoOn(RunningHall hall) throws IOException, InterruptedException {
        Handset handset = Stage.phone(4_011);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            String session = online(stage, traveller, handset);
            Asked asked = hall.bean(Changes.class)
                    .change(stage.openSession(handset).orElseThrow(), "test")
                    .orElseThrow();
            asked.answered().join();
            assertThat(state(hall, asked)).isEqualTo(ChangeResult.State.ACKNOWLEDGED);
            assertThat(stage.controller().terms(handset).orElseThrow().code()).isEqualTo(Code.COA_REQUEST);
            assertThat(stage.controller().session(handset)).contains(session);
            passASecond();
            stage.controller().interim(handset);
            await("shown by the update", () -> state(hall, asked) == ChangeResult.State.SHOWN);
            stage.controller().leave(handset);
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
            stage.books().agree(stage.book().acknowledged());
        }
    }

    @Test
    void obeysRadclientForItsOwnSessionsOnly(RunningHall hall) throws IOException, InterruptedException {
        assumeTrue(Radclient.installed() || System.getenv("CI") != null, "radclient is missing");
        Handset handset = Stage.phone(4_012);
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            String session = online(stage, traveller, handset);
            ControllerSettings settings = stage.controller().settings();
            Radclient radclient = new Radclient(
                    new InetSocketAddress(settings.address(), settings.dynamic()),
                    "127.0.0.1",
                    settings.radiusSecret());
            String foreign = "Acct-Session-Id = nobodys";
            String own = "Acct-Session-Id = " + session;
            Radclient.Said refused = radclient.ask("coa", foreign, "Session-Timeout = 600");
            assertThat(refused.text()).contains("Received CoA-NAK");
            assertThat(refused.attributes()).contains("Error-Cause = Session-Context-Not-Found");
            assertThat(radclient.ask("disconnect", foreign).text())
                    .contains("Received Disconnect-NAK", "Error-Cause = Session-Context-Not-Found");
            assertThat(radclient.ask("coa", own, "Session-Timeout = 600").text())
                    .contains("Received CoA-ACK");
            assertThat(stage.controller().terms(handset).orElseThrow().integer(AttributeTypes.SESSION_TIMEOUT))
                    .hasValue(600);
            assertThat(radclient.with("not-the-secret").ask("disconnect", own).answered())
                    .isFalse();
            assertThat(stage.controller().online(handset)).isTrue();
            assertThat(radclient.ask("disconnect", own).text()).contains("Received Disconnect-ACK");
            await("stop acknowledged", () -> stage.book().count(Status.STOP) == 1);
            assertThat(stage.controller().online(handset)).isFalse();
        }
    }

    private static ChangeResult.State state(RunningHall hall, Asked asked) {
        return hall.bean(ChangeRequests.class)
                .state(asked.request())
                .orElseThrow()
                .state();
    }

    /** Accounting tells whole seconds: an update in the second of the acknowledgement may have happened before it. */
    private static void passASecond() {
        long began = java.time.Clock.systemUTC().instant().getEpochSecond();
        await("the next second", () -> java.time.Clock.systemUTC().instant().getEpochSecond() > began);
    }

    private static String online(Stage stage, Traveller traveller, Handset handset) throws InterruptedException {
        traveller.login();
        await("online", () -> stage.openSession(handset).isPresent());
        return stage.controller().session(handset).orElseThrow();
    }
}
