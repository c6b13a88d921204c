package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.radius.ChangingTerms.OTHER_SECONDS;
import static org.omnihall.bench.radius.ChangingTerms.SINGLE_SECONDS;
import static org.omnihall.bench.radius.Terms.USUAL_SECONDS;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which Session-Timeout is right while profiles change. */
class ChangingTermsTest {

    private static final int LI = 7;

    private final ChangingTerms terms = new ChangingTerms(100);

    @Test
    void theUsualOneIsRightUntilSomethingChanges() {
        assertThat(terms.fit(LI, USUAL_SECONDS, System.nanoTime())).isTrue();
        assertThat(terms.fit(LI, OTHER_SECONDS, System.nanoTime())).isFalse();
        assertThat(terms.fit(LI, -1, System.nanoTime())).isFalse();
    }

    @Test
    void bothAreRightWhileAChangeIsMadeAndForTwoSecondsAfterIt() {
        assertThat(terms.changing(LI)).isTrue();
        long much = System.nanoTime() + TimeUnit.HOURS.toNanos(1);
        assertThat(terms.fit(LI, USUAL_SECONDS, much)).isTrue();
        assertThat(terms.fit(LI, OTHER_SECONDS, much)).isTrue();
        terms.changed(LI);
        long soon = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_000);
        assertThat(terms.fit(LI, USUAL_SECONDS, soon)).isTrue();
        assertThat(terms.fit(LI, OTHER_SECONDS, soon)).isTrue();
        long later = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(2_100);
        assertThat(terms.fit(LI, USUAL_SECONDS, later)).isFalse();
        assertThat(terms.fit(LI, OTHER_SECONDS, later)).isTrue();
        assertThat(terms.fit(LI + 1, USUAL_SECONDS, later)).isTrue();
    }

    @Test
    void aSecondChangeGivesTheUsualOneBack() {
        terms.changing(LI);
        terms.changed(LI);
        assertThat(terms.changing(LI)).isFalse();
        terms.changed(LI);
        long later = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        assertThat(terms.fit(LI, USUAL_SECONDS, later)).isTrue();
        assertThat(terms.fit(LI, OTHER_SECONDS, later)).isFalse();
    }

    @Test
    void whoMayHaveOneDeviceHasTermsOfHisOwn() {
        assertThat(ChangingTerms.isSingle(50)).isTrue();
        assertThat(ChangingTerms.isSingle(51)).isFalse();
        assertThat(terms.fit(50, SINGLE_SECONDS, 0)).isTrue();
        assertThat(terms.fit(50, USUAL_SECONDS, 0)).isFalse();
    }
}
