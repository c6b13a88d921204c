package org.omnihall.hall.decision.diversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.decision.CustomerBand;

/** Who stays, who is diverted and why. */
class SteeringTest {

    private static final List<ChannelClass> CLASSES = List.of(ChannelClass.values());
    private static final Traits SIMPLE = new Traits(true, true, true, false);
    private static final Traits PLAIN = new Traits(false, false, false, false);
    private static final Weights EVEN = new Weights(1000, 100);
    private static final Option STORE = new Option(new ChannelId(1), ChannelClass.OWN_STORE, 0.7, 1000, false, false);
    private static final Option AGENT = new Option(new ChannelId(2), ChannelClass.AGENT_STORE, 0.1, 400, false, true);
    private static final Option WEB = new Option(new ChannelId(3), ChannelClass.ELECTRONIC, 0.2, 30, false, true);

    @Test
    void divertsALowValueCustomerToTheCheapestForItsCost() {
        assertThat(ask(CustomerBand.LOW, SIMPLE, STORE, AGENT, WEB))
                .isInstanceOfSatisfying(Answer.Diverted.class, diverted -> {
                    assertThat(diverted.to()).isEqualTo(WEB.channel());
                    assertThat(diverted.cause()).isEqualTo(Answer.Cause.COST);
                });
    }

    @Test
    void leavesAValuableCustomerWhereHeIsWhileThereIsRoom() {
        assertThat(ask(CustomerBand.HIGH, SIMPLE, STORE, AGENT, WEB))
                .isInstanceOfSatisfying(
                        Answer.Here.class, here -> assertThat(here.why()).isEqualTo(Answer.Stay.HIS_CHOICE));
        assertThat(ask(CustomerBand.HIGH, SIMPLE, full(STORE), AGENT, WEB))
                .isInstanceOfSatisfying(Answer.Diverted.class, diverted -> {
                    assertThat(diverted.to()).as("the better liked of the two").isEqualTo(WEB.channel());
                    assertThat(diverted.cause()).isEqualTo(Answer.Cause.CAPACITY);
                });
    }

    @Test
    void divertsNobodyToAChannelThatIsNotRelated() {
        Option stranger = new Option(WEB.channel(), WEB.ofClass(), 1, 0, false, false);
        assertThat(ask(CustomerBand.LOW, SIMPLE, STORE, stranger))
                .isInstanceOfSatisfying(
                        Answer.Here.class, here -> assertThat(here.why()).isEqualTo(Answer.Stay.NO_RELATED_CHANNEL));
        assertThat(ask(CustomerBand.LOW, SIMPLE, full(STORE), stranger)).isInstanceOf(Answer.Here.class);
    }

    @Test
    void divertsNobodyToAFullChannelOrToOneThatCostsMore() {
        assertThat(ask(CustomerBand.LOW, SIMPLE, STORE, full(WEB))).isInstanceOf(Answer.Here.class);
        Option dear = new Option(WEB.channel(), WEB.ofClass(), 1, 1000, false, true);
        assertThat(ask(CustomerBand.LOW, SIMPLE, STORE, dear))
                .isInstanceOfSatisfying(
                        Answer.Here.class, here -> assertThat(here.why()).isEqualTo(Answer.Stay.GOOD_HERE));
    }

    @Test
    void handsOverWhatMayNotBeCompletedHere() {
        assertThat(Steering.decide(new Steering.Question(
                        new ChannelId(9), CustomerBand.MIDDLE, PLAIN, List.of(STORE, AGENT, WEB), EVEN)))
                .isInstanceOfSatisfying(
                        Answer.HandedOver.class, over -> assertThat(over.to()).isEqualTo(WEB.channel()));
        assertThat(Steering.decide(
                        new Steering.Question(new ChannelId(9), CustomerBand.MIDDLE, PLAIN, List.of(), EVEN)))
                .isInstanceOf(Answer.Nowhere.class);
    }

    @Test
    void namesTheOtherChannelsWithThoseThatHaveRoomAndAreAimedAtFirst() {
        assertThat(elsewhere(STORE, AGENT, WEB)).containsExactly(WEB.channel(), AGENT.channel());
        assertThat(elsewhere(STORE, AGENT, full(WEB))).containsExactly(AGENT.channel(), WEB.channel());
        assertThat(elsewhere(STORE)).isEmpty();
    }

    private static List<ChannelId> elsewhere(Option... permitted) {
        return Steering.elsewhere(
                        new Steering.Question(STORE.channel(), CustomerBand.LOW, SIMPLE, List.of(permitted), EVEN))
                .stream()
                .map(Option::channel)
                .toList();
    }

    /** Requirement B17: without cost the best liked, without preference the cheapest. */
    @Test
    void weighsPreferenceAgainstCost() {
        Random random = new Random(17);
        for (int i = 0; i < 200; i++) {
            List<Option> options = new ArrayList<>();
            for (int channel = 1; channel <= 5; channel++) {
                options.add(new Option(
                        new ChannelId(channel),
                        CLASSES.get(random.nextInt(CLASSES.size())),
                        random.nextDouble(),
                        random.nextInt(1000),
                        false,
                        true));
            }
            Option liked = options.stream()
                    .max(Comparator.comparingDouble(Option::preference))
                    .orElseThrow();
            long cheapest = options.stream().mapToLong(Option::costFen).min().orElseThrow();
            assertThat(to(options, new Weights(1000, 0))).isEqualTo(liked.channel());
            ChannelId chosen = to(options, new Weights(0, 100));
            assertThat(options.stream()
                            .filter(option -> option.channel().equals(chosen))
                            .findFirst()
                            .orElseThrow()
                            .costFen())
                    .isEqualTo(cheapest);
        }
    }

    /** Requirement B19: in every case a valuable customer is sent to what he likes best, and a low-value one to an agent or a machine. */
    @Test
    void keepsToTheBandsPromises() {
        List<Option> options = List.of(STORE, AGENT, WEB);
        for (Traits traits : List.of(SIMPLE, PLAIN, new Traits(false, true, false, true))) {
            assertThat(to(CustomerBand.HIGH, traits, options)).isEqualTo(STORE.channel());
            assertThat(to(CustomerBand.LOW, traits, options)).isIn(AGENT.channel(), WEB.channel());
            assertThat(to(CustomerBand.LOW, traits, List.of(STORE)))
                    .as("the type of the business forbids all else")
                    .isEqualTo(STORE.channel());
        }
    }

    private static ChannelId to(List<Option> options, Weights weights) {
        return ((Answer.HandedOver) Steering.decide(
                        new Steering.Question(new ChannelId(99), CustomerBand.MIDDLE, PLAIN, options, weights)))
                .to();
    }

    private static ChannelId to(CustomerBand band, Traits traits, List<Option> options) {
        return ((Answer.HandedOver)
                        Steering.decide(new Steering.Question(new ChannelId(99), band, traits, options, EVEN)))
                .to();
    }

    private static Answer ask(CustomerBand band, Traits traits, Option... options) {
        return Steering.decide(new Steering.Question(new ChannelId(1), band, traits, List.of(options), EVEN));
    }

    private static Option full(Option option) {
        return new Option(
                option.channel(), option.ofClass(), option.preference(), option.costFen(), true, option.related());
    }
}
