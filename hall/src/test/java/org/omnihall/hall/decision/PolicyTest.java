package org.omnihall.hall.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.channel.ChannelId;

/** What a slot shows follows from its candidates, its luck and the hold-out, and from nothing else. */
class PolicyTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final SlotItem CITY = item("city", Optional.empty(), Set.of(), "/", 100);
    private static final SlotItem FLOW = item("flow", Optional.of("data-pack"), Set.of(), "/", 200);
    private static final SlotItem GOLD = item("gold", Optional.of("gold-plan"), Set.of(CustomerBand.HIGH), "/", 700);
    private static final Policy POLICY = new Policy(7, List.of(CITY, FLOW, GOLD), 100, "salt");

    @Test
    void showsEachAsOftenAsItsWeightSays() {
        Map<String, Integer> shown = new HashMap<>();
        int times = 30_000;
        IntStream.range(0, times).forEach(i -> {
            Policy.Drawn drawn = POLICY.draw(request(i, Optional.empty(), "/zj/"), Optional.of(CustomerBand.HIGH));
            Draw.Chance chance = drawn.shown().orElseThrow();
            shown.merge(chance.item().code(), 1, Integer::sum);
            assertThat(drawn.candidates().chances().stream()
                            .mapToDouble(Draw.Chance::probability)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        });
        assertThat(shown.getOrDefault("city", 0) / (double) times).isCloseTo(0.1, within(0.01));
        assertThat(shown.getOrDefault("flow", 0) / (double) times).isCloseTo(0.2, within(0.01));
        assertThat(shown.getOrDefault("gold", 0) / (double) times).isCloseTo(0.7, within(0.01));
    }

    @Test
    void givesTheSameJourneyTheSameAnswer() {
        SlotRequest request = request(1, Optional.of(4L), "/zj/");
        assertThat(POLICY.draw(request, Optional.empty())).isEqualTo(POLICY.draw(request, Optional.empty()));
    }

    @Test
    void showsAnItemOnlyWhereWhenAndToWhomItIsFor() {
        assertThat(codes(POLICY, "/", Optional.empty())).containsExactly("city", "flow");
        assertThat(codes(POLICY, "/", Optional.of(CustomerBand.LOW))).containsExactly("city", "flow");
        assertThat(codes(POLICY, "/", Optional.of(CustomerBand.HIGH))).containsExactly("city", "flow", "gold");
        Policy local = new Policy(1, List.of(CITY, item("hz", Optional.empty(), Set.of(), "/zj/hz/", 1)), 0, "");
        assertThat(codes(local, "/zj/", Optional.empty())).containsExactly("city");
        assertThat(codes(local, "/zj/hz/xihu/", Optional.empty())).containsExactly("city", "hz");
        assertThat(codes(between(NOON, NOON.plusSeconds(1)), "/", Optional.empty()))
                .containsExactly("timed");
        assertThat(codes(between(NOON.minusSeconds(1), NOON), "/", Optional.empty()))
                .isEmpty();
        assertThat(codes(between(NOON.plusSeconds(1), NOON.plusSeconds(2)), "/", Optional.empty()))
                .isEmpty();
    }

    @Test
    void keepsOffersFromTheHoldOutAndRemembersWhatTheyWouldHaveSeen() {
        int heldOut = 0;
        int would = 0;
        for (long subscriber = 0; subscriber < 20_000; subscriber++) {
            Policy.Drawn drawn = POLICY.draw(request((int) subscriber, Optional.of(subscriber), "/"), Optional.empty());
            if (drawn.heldOut()) {
                heldOut++;
                assertThat(drawn.shown().orElseThrow().item()).isEqualTo(CITY);
                would += drawn.would().isPresent() ? 1 : 0;
            } else {
                assertThat(drawn.would()).isEmpty();
            }
        }
        assertThat(heldOut / 20_000.0).isCloseTo(0.1, within(0.01));
        assertThat(would / (double) heldOut)
                .as("as often as others are shown it")
                .isCloseTo(2 / 3.0, within(0.04));
    }

    @Test
    void holdsTheSameCustomersOutInEverySlot() {
        for (long subscriber = 0; subscriber < 500; subscriber++) {
            boolean first = POLICY.draw(request(1, Optional.of(subscriber), "/"), Optional.empty())
                    .heldOut();
            boolean second = POLICY.draw(request(2, Optional.of(subscriber), "/"), Optional.empty())
                    .heldOut();
            assertThat(first).isEqualTo(second);
        }
        assertThat(POLICY.draw(request(1, Optional.empty(), "/"), Optional.empty())
                        .heldOut())
                .isFalse();
    }

    @Test
    void saysThatNothingFits() {
        Policy.Drawn drawn = new Policy(1, List.of(), 0, "").draw(request(1, Optional.empty(), "/"), Optional.empty());
        assertThat(drawn.shown()).isEmpty();
        assertThat(drawn.reason()).isEqualTo(new SlotReason(SlotReason.Case.NOTHING_FITS, 0, 100));
    }

    private static List<String> codes(Policy policy, String areaPath, Optional<CustomerBand> band) {
        return policy.draw(request(1, Optional.empty(), areaPath), band).candidates().chances().stream()
                .map(chance -> chance.item().code())
                .toList();
    }

    private static SlotRequest request(int journey, Optional<Long> subscriber, String areaPath) {
        return new SlotRequest(SlotPlace.PORTAL, new UUID(3, journey), new ChannelId(1), subscriber, areaPath, NOON);
    }

    private static Policy between(Instant from, Instant until) {
        SlotItem timed = new SlotItem(
                1,
                "timed",
                Optional.empty(),
                CITY.words(),
                "city",
                CITY.places(),
                Set.of(),
                "/",
                1,
                SlotItem.State.LIVE,
                Optional.of(from),
                Optional.of(until));
        return new Policy(1, List.of(timed), 0, "");
    }

    private static SlotItem item(
            String code, Optional<String> offering, Set<CustomerBand> bands, String areaPath, int weight) {
        return new SlotItem(
                1,
                code,
                offering,
                new SlotItem.Words("题", "title", "文", "text"),
                "city",
                Set.of(SlotPlace.PORTAL),
                bands,
                areaPath,
                weight,
                SlotItem.State.LIVE,
                Optional.empty(),
                Optional.empty());
    }
}
