package org.omnihall.hall.decision.diversion;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.decision.CustomerBand;

/** Chooses among permitted channels what the table advises. Pure: all that it knows is handed in. */
final class Steering {

    private Steering() {}

    /**
     * What is asked.
     *
     * @param here where the customer is
     * @param permitted the open channels that may complete the business, in any order
     * @param weights what preference and cost weigh for this band
     */
    record Question(ChannelId here, CustomerBand band, Traits traits, List<Option> permitted, Weights weights) {

        Question {
            permitted = List.copyOf(permitted);
        }
    }

    static Answer decide(Question question) {
        Advice advice = Principles.advise(question.band(), question.traits());
        Optional<Option> here = question.permitted().stream()
                .filter(option -> option.channel().equals(question.here()))
                .findFirst();
        if (here.isEmpty()) {
            return best(question.permitted(), advice, question.weights())
                    .<Answer>map(to -> new Answer.HandedOver(to.channel(), advice))
                    .orElseGet(Answer.Nowhere::new);
        }
        return keepOrDivert(here.get(), advice, question);
    }

    /** The other channels that may complete the business, in the order in which they are advised: those with room, those aimed at, the ranking. */
    static List<Option> elsewhere(Question question) {
        Advice advice = Principles.advise(question.band(), question.traits());
        return question.permitted().stream()
                .filter(option -> !option.channel().equals(question.here()))
                .sorted(Comparator.comparing(Option::full)
                        .thenComparing(option -> !advice.classes().contains(option.ofClass()))
                        .thenComparing(order(advice.ranking(), question.weights())))
                .toList();
    }

    /** Who can be served where he is leaves only for a cause, and only to a channel that is declared to take over. */
    private static Answer keepOrDivert(Option here, Advice advice, Question question) {
        if (question.band() == CustomerBand.HIGH && !here.full()) {
            return new Answer.Here(Answer.Stay.HIS_CHOICE, advice);
        }
        List<Option> related = question.permitted().stream()
                .filter(option -> option.related() && !option.full())
                .toList();
        if (related.isEmpty()) {
            return new Answer.Here(Answer.Stay.NO_RELATED_CHANNEL, advice);
        }
        Option to = best(related, advice, question.weights()).orElseThrow();
        if (here.full()) {
            return new Answer.Diverted(to.channel(), Answer.Cause.CAPACITY, advice);
        }
        boolean aimed = advice.classes().contains(to.ofClass());
        return aimed && to.costFen() < here.costFen()
                ? new Answer.Diverted(to.channel(), Answer.Cause.COST, advice)
                : new Answer.Here(Answer.Stay.GOOD_HERE, advice);
    }

    /** The first by the ranking, among those of the classes aimed at, among those with room, as far as there are any. */
    private static Optional<Option> best(List<Option> options, Advice advice, Weights weights) {
        List<Option> free =
                some(options.stream().filter(option -> !option.full()).toList(), options);
        List<Option> aimed = some(
                free.stream()
                        .filter(option -> advice.classes().contains(option.ofClass()))
                        .toList(),
                free);
        return aimed.stream().min(order(advice.ranking(), weights));
    }

    private static List<Option> some(List<Option> wanted, List<Option> otherwise) {
        return wanted.isEmpty() ? otherwise : wanted;
    }

    private static Comparator<Option> order(Ranking ranking, Weights weights) {
        Comparator<Option> byRanking = switch (ranking) {
            case PREFERENCE -> Comparator.comparingDouble(option -> -option.preference());
            case COST -> Comparator.comparingLong(Option::costFen);
            case BALANCE -> Comparator.comparingDouble(option -> -weights.worth(option));
        };
        return byRanking.thenComparingLong(option -> option.channel().value());
    }
}
