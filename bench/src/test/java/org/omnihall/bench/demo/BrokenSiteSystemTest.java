package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.omnihall.bench.demo.SystemHall.await;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.bench.ac.Manners;
import org.omnihall.bench.phone.GaveUp;
import org.omnihall.bench.phone.Handset;
import org.omnihall.bench.phone.Page;
import org.omnihall.bench.phone.Traveller;

/** What person and operator are shown when a site's controller is set wrongly or dead. */
@ExtendWith(SystemHall.class)
class BrokenSiteSystemTest {

    private static final City.Site HUAWEI = City.SITES.get(1);

    @Test
    void isSilentToAWrongRadiusSecretCountsItAndShowsTheReason(RunningHall hall)
            throws IOException, InterruptedException {
        Handset handset = Stage.phone(2_001).speaking("en");
        try (Stage stage = Stage.withWrongRadiusSecret(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            long before = stage.radiusDrops("BAD_MESSAGE_AUTHENTICATOR");
            assertThat(refusal(traveller)).contains("did not let you in");
            assertThat(stage.radiusDrops("BAD_MESSAGE_AUTHENTICATOR")).isGreaterThan(before);
            assertThat(stage.books().funnel(handset.mac())).contains("CODE_VERIFIED", "AC_REFUSED");
            assertThat(stage.books().bindings(handset.mac())).isZero();
        }
    }

    @Test
    void hearsNothingOfAControllerWithAWrongPortalSecretAndShowsTheReason(RunningHall hall)
            throws IOException, InterruptedException {
        Handset handset = Stage.phone(2_002).speaking("en");
        try (Stage stage = Stage.withWrongPortalSecret(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            assertThat(refusal(traveller)).contains("did not answer");
            assertThat(stage.books().funnel(handset.mac())).endsWith("CODE_VERIFIED", "AC_SILENT");
            double before = stage.counted("omnihall.portal.drops", "reason", "BAD_AUTHENTICATOR");
            stage.controller().claimLogout(handset);
            await(
                    "the claim under a wrong secret dropped by name",
                    () -> stage.counted("omnihall.portal.drops", "reason", "BAD_AUTHENTICATOR") > before);
        }
    }

    @Test
    void showsThatAControllerIsSilentAndNeedsNoNewCodeWhenItComesBack(RunningHall hall)
            throws IOException, InterruptedException {
        Handset handset = Stage.phone(2_003).speaking("en");
        try (Stage stage = Stage.of(hall, HUAWEI);
                Traveller traveller = stage.joined(handset)) {
            stage.controller().behave(Manners.GOOD.silence());
            assertThat(refusal(traveller)).contains("did not answer", "you need no new code");
            assertThat(stage.books().funnel(handset.mac())).endsWith("CODE_VERIFIED", "AC_SILENT");

            stage.controller().behave(Manners.GOOD);
            Page again = traveller.probe();
            traveller.settle(traveller.browser().submit(again.formTo("/retry").orElseThrow()), Traveller::isOnline);
            await("online", () -> stage.controller().online(handset));
            assertThat(hall.centre().inbox(handset.number())).hasSize(1);
            stage.controller().leave(handset);
            await(
                    "everything acknowledged",
                    () -> stage.book().complete() && stage.book().told() == 2);
        }
    }

    private static String refusal(Traveller traveller) {
        GaveUp gaveUp = catchThrowableOfType(GaveUp.class, traveller::login);
        assertThat(gaveUp.reason()).isEqualTo(GaveUp.Reason.LOGIN_FAILED);
        return String.valueOf(gaveUp.getMessage());
    }
}
