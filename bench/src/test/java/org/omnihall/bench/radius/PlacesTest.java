package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The limit refuses rightly where another device has the place, and wrongly where nobody has. */
class PlacesTest {

    private static final int SUBSCRIBER = 50;

    private final Places places = new Places();

    private static long ms(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }

    private void refused(long asked, long answered) {
        places.refused(SUBSCRIBER, ms(asked), ms(answered));
    }

    private void assertRight(boolean isRight) {
        assertThat(places.rightlyRefused()).isEqualTo(isRight ? 1 : 0);
        assertThat(places.wronglyRefused()).isEqualTo(isRight ? 0 : 1);
    }

    @Test
    void takesARefusalForRightWhereAnotherDeviceHasThePlace() {
        places.taken(SUBSCRIBER, 0, ms(100));
        refused(200, 210);
        assertRight(true);
    }

    @Test
    void takesARefusalForRightWhereTheOtherOneWasAskedForBeforeTheAnswer() {
        refused(90, 100);
        places.taken(SUBSCRIBER, 0, ms(100));
        assertRight(true);
    }

    @Test
    void takesARefusalForWrongWhereTheOtherOneWasAskedForAfterwards() {
        refused(90, 100);
        places.taken(SUBSCRIBER, 0, ms(101));
        assertRight(false);
    }

    @Test
    void takesARefusalForRightUntilTwoSecondsAfterTheOtherOnesStop() {
        places.taken(SUBSCRIBER, 0, ms(0));
        places.left(SUBSCRIBER, 0, ms(1_000));
        refused(3_000, 3_010);
        assertRight(true);
    }

    @Test
    void takesARefusalForWrongMoreThanTwoSecondsAfterTheOtherOnesStop() {
        places.taken(SUBSCRIBER, 0, ms(0));
        places.left(SUBSCRIBER, 0, ms(1_000));
        refused(3_001, 3_010);
        assertRight(false);
    }

    @Test
    void takesTheRefusalOfBothForWrong() {
        refused(90, 100);
        refused(95, 105);
        assertThat(places.wronglyRefused()).isEqualTo(2);
    }

    @Test
    void takesARefusalForWrongWhereSomebodyElseHasAPlace() {
        places.taken(SUBSCRIBER + 100, 0, ms(0));
        refused(90, 100);
        assertRight(false);
    }
}
