package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Complexity is computed from the effort and from nothing else (requirement B20). */
class ComplexityRuleTest {

    private static final ComplexityRule RULE = new ComplexityRule(2, 4, 6, 1, 20, 45);

    @Test
    void countsStepsDocumentsApprovalsAndMinutes() {
        assertThat(RULE.points(new Effort(3, 2, 1, 5))).isEqualTo(3 * 2 + 2 * 4 + 6 + 5);
    }

    @Test
    void changesAtItsLimits() {
        assertThat(RULE.of(new Effort(0, 0, 0, 19))).isEqualTo(Complexity.LOW);
        assertThat(RULE.of(new Effort(0, 0, 0, 20))).isEqualTo(Complexity.MEDIUM);
        assertThat(RULE.of(new Effort(0, 0, 0, 44))).isEqualTo(Complexity.MEDIUM);
        assertThat(RULE.of(new Effort(0, 0, 0, 45))).isEqualTo(Complexity.HIGH);
        assertThat(RULE.of(new Effort(0, 0, 0, 0))).isEqualTo(Complexity.LOW);
    }

    @Test
    void neverGetsSimplerByMoreEffort() {
        Random random = new Random(20);
        for (int i = 0; i < 2_000; i++) {
            Effort some = new Effort(random.nextInt(12), random.nextInt(6), random.nextInt(4), random.nextInt(40));
            List.of(
                            new Effort(some.steps() + 1, some.documents(), some.approvals(), some.minutes()),
                            new Effort(some.steps(), some.documents() + 1, some.approvals(), some.minutes()),
                            new Effort(some.steps(), some.documents(), some.approvals() + 1, some.minutes()),
                            new Effort(some.steps(), some.documents(), some.approvals(), some.minutes() + 1))
                    .forEach(more -> assertThat(RULE.of(more)).isGreaterThanOrEqualTo(RULE.of(some)));
        }
    }
}
