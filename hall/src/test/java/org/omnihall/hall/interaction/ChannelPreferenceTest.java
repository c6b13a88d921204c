package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.channel.ChannelId;

class ChannelPreferenceTest {

    private static final ChannelId PORTAL = new ChannelId(1);
    private static final ChannelId HALL = new ChannelId(2);
    private static final ChannelId HOTLINE = new ChannelId(3);
    private static final Map<ChannelId, Double> EVERYBODY = Map.of(PORTAL, 0.75, HALL, 0.25);

    @Test
    void isEverybodysForWhoWasNeverInContact() {
        assertThat(ChannelPreference.of(Map.of(), EVERYBODY, 5))
                .containsExactly(new ChannelPreference(PORTAL, 0.75), new ChannelPreference(HALL, 0.25));
    }

    @Test
    void isHalfHisOwnAfterAsManyJourneysAsKappa() {
        assertThat(share(ChannelPreference.of(Map.of(HALL, 5L), EVERYBODY, 5), HALL))
                .isCloseTo((1 + 0.25) / 2, within(1e-12));
    }

    @Test
    void comesTowardsHisOwnWithEveryJourney() {
        double before = 0.25;
        for (long n : new long[] {1, 10, 100, 10_000}) {
            double now = share(ChannelPreference.of(Map.of(HALL, n), EVERYBODY, 5), HALL);
            assertThat(now).isGreaterThan(before);
            before = now;
        }
        assertThat(before).isGreaterThan(0.999).isLessThan(1);
    }

    @Test
    void keepsAChannelThatNobodyElseUses() {
        List<ChannelPreference> shares = ChannelPreference.of(Map.of(HOTLINE, 3L, HALL, 1L), EVERYBODY, 4);

        assertThat(share(shares, HOTLINE)).isCloseTo(3 / 8.0, within(1e-12));
        assertThat(shares.stream().mapToDouble(ChannelPreference::share).sum()).isCloseTo(1, within(1e-12));
    }

    @Test
    void countsHisOwnAloneWhereNobodyIsKnownYetAndIsEmptyWhereNothingIs() {
        assertThat(ChannelPreference.of(Map.of(HALL, 1L, PORTAL, 3L), Map.of(), 5))
                .containsExactly(new ChannelPreference(PORTAL, 0.75), new ChannelPreference(HALL, 0.25));
        assertThat(ChannelPreference.of(Map.of(), Map.of(), 5)).isEmpty();
    }

    private static double share(List<ChannelPreference> shares, ChannelId channel) {
        return shares.stream()
                .filter(one -> one.channel().equals(channel))
                .mapToDouble(ChannelPreference::share)
                .sum();
    }
}
