package org.omnihall.hall.access.online;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.attempt.Samples.PHONE;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.server.LoginResult;
import org.omnihall.portal.server.NotSent;
import org.omnihall.portal.server.Stage;

class OutcomeTest {

    private static final MacAddress OTHER = new MacAddress(1);

    @Test
    void takesAnotherDeviceForNoSuccess() {
        assertThat(of(new LoginResult.Online(1, 2, Optional.of(PHONE), false))).isEqualTo(new Outcome.Went(1, 2));
        assertThat(of(new LoginResult.Online(1, 2, Optional.empty(), false))).isEqualTo(new Outcome.Went(1, 2));
        assertThat(of(new LoginResult.Online(1, 2, Optional.of(OTHER), false)))
                .isEqualTo(new Outcome.WrongDevice(2, OTHER));
        assertThat(Outcome.of(new LoginResult.Online(1, 2, Optional.of(OTHER), false), Optional.empty()))
                .isEqualTo(new Outcome.Went(1, 2));
    }

    @Test
    void namesEachFailure() {
        assertThat(reason(new LoginResult.NoAnswer(Stage.CHALLENGE))).isEqualTo(Drop.AC_SILENT);
        assertThat(reason(new LoginResult.InProgress(Stage.AUTH))).isEqualTo(Drop.AC_BUSY);
        assertThat(reason(new LoginResult.NothingSent(NotSent.CLOSED))).isEqualTo(Drop.AC_NOT_REACHED);
        assertThat(reason(new LoginResult.Refused(Stage.AUTH, 1, Optional.of("AC201"))))
                .isEqualTo(Drop.AC_REFUSED);
        assertThat(of(new LoginResult.AlreadyOnline(Stage.CHALLENGE, Optional.empty())))
                .isEqualTo(new Outcome.Already(""));
    }

    private static Drop reason(LoginResult result) {
        return ((Outcome.Stopped) of(result)).reason();
    }

    private static Outcome of(LoginResult result) {
        return Outcome.of(result, Optional.of(PHONE));
    }
}
