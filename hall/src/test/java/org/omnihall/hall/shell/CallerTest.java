package org.omnihall.hall.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.security.access.AccessDeniedException;

/** Who answers for the whole operator, and who for a part of it. */
class CallerTest {

    @Test
    void namesWhoAnswersForTheWholeOperatorAndRefusesWhoAnswersForAPart() {
        assertThat(of("/").whole()).isEqualTo("li");
        assertThatThrownBy(() -> of("/zj/").whole()).isInstanceOf(AccessDeniedException.class);
    }

    private static Caller of(String areaPath) {
        return new Caller("li", "Li", Set.of(), areaPath);
    }
}
