package org.omnihall.bench.radius;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A list is wrong about who is online and not in it, and about who is over and in it; what is on its way just then may be either. */
class PresenceTest {

    private static final String RUN = "run-";

    private final Presence presence = new Presence(RUN);
    private final Session session = new Session();

    private Presence.Difference compare(long at, String... listed) {
        return presence.compare(Set.of(listed), at, at);
    }

    private void begins(long at) {
        session.begin(7);
        session.goTo(Traffic.Step.START);
        presence.acknowledged(session, at, 0);
    }

    private void ends(long sentAt, long acknowledgedAt) {
        session.goTo(Traffic.Step.STOP);
        presence.sent(session, sentAt);
        presence.acknowledged(session, acknowledgedAt, 0);
    }

    @Test
    void missesWhoIsOnlineFromTheAcknowledgementOn() {
        begins(100);

        assertThat(compare(100)).isEqualTo(new Presence.Difference(0, 0, Duration.ZERO));
        assertThat(compare(130)).isEqualTo(new Presence.Difference(1, 0, Duration.ofNanos(30)));
        assertThat(compare(130, RUN + 7)).isEqualTo(new Presence.Difference(0, 0, Duration.ZERO));
    }

    @Test
    void hasOneTooManyFromTheStopsAcknowledgementOn() {
        begins(100);
        ends(200, 210);

        assertThat(compare(205).count()).isZero();
        assertThat(compare(205, RUN + 7).count()).isZero();
        assertThat(compare(250, RUN + 7)).isEqualTo(new Presence.Difference(0, 1, Duration.ofNanos(40)));
        assertThat(compare(250).count()).isZero();
    }

    @Test
    void knowsNothingOfOthersSessions() {
        assertThat(compare(100, "other-7").count()).isZero();
    }
}
