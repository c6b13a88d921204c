package org.omnihall.hall.decision.diversion;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Businesses;
import org.omnihall.hall.catalogue.Completion;
import org.omnihall.hall.catalogue.Permissions;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.channel.Relations;
import org.omnihall.hall.decision.CustomerBand;
import org.omnihall.hall.decision.CustomerBands;
import org.omnihall.hall.decision.Diversion;
import org.omnihall.hall.decision.Diversions;
import org.omnihall.hall.decision.Diversions.Case;
import org.omnihall.hall.interaction.Cards;
import org.springframework.stereotype.Component;

/**
 * Decides where a customer is best served: gathers what the pure table and the steering ask, and writes down what came of it before it is told
 * (requirements B26, B27). Other modules come in by {@link Diversions}.
 */
@Component
public class DiversionDesk {

    private final Channels channels;
    private final Relations relations;
    private final Businesses businesses;
    private final Permissions permissions;
    private final Cards cards;
    private final CustomerBands bands;
    private final Loads loads;
    private final DiversionBook book;
    private final Clock clock;

    DiversionDesk(Carrying carrying, Cards cards, CustomerBands bands, Loads loads, DiversionBook book, Clock clock) {
        this.channels = carrying.channels();
        this.relations = carrying.relations();
        this.businesses = carrying.businesses();
        this.permissions = carrying.permissions();
        this.cards = cards;
        this.bands = bands;
        this.loads = loads;
        this.book = book;
        this.clock = clock;
    }

    /** Who carries what. */
    @Component
    record Carrying(Channels channels, Relations relations, Businesses businesses, Permissions permissions) {}

    /** What is asked of the table and the steering; channels that are shut at this moment take nobody over. */
    Steering.Question gather(Case wanted) {
        CustomerBand band = wanted.subscriber().flatMap(bands::of).orElse(wanted.band());
        Map<ChannelId, Double> preferences = wanted.subscriber().map(cards::preferencesOf).orElse(List.of()).stream()
                .collect(Collectors.toMap(one -> one.channel(), one -> one.share()));
        Instant now = clock.instant();
        List<Option> permitted = channels.all().stream()
                .filter(channel -> channel.id().equals(wanted.here().id()) || channels.serves(channel, now))
                .filter(channel -> permissions.mayComplete(wanted.business(), channel) instanceof Completion.Allowed)
                .map(channel -> new Option(
                        channel.id(),
                        channel.ofClass(),
                        preferences.getOrDefault(channel.id(), 0.0),
                        channel.service().contactCostFen(),
                        loads.isFull(channel),
                        isRelated(wanted, channel)))
                .toList();
        return new Steering.Question(
                wanted.here().id(),
                band,
                Traits.of(wanted.business(), businesses.thresholds()),
                permitted,
                book.weights(band));
    }

    /** Decides, and writes the decision down with all that it was made of. */
    public Diversion decide(Case wanted) {
        Steering.Question question = gather(wanted);
        Answer answer = Steering.decide(question);
        book.write(wanted, question, answer, clock.instant());
        return told(question, answer);
    }

    /** What would be decided at this moment. */
    public Diversion look(Case wanted) {
        Steering.Question question = gather(wanted);
        return told(question, Steering.decide(question));
    }

    private static Diversion told(Steering.Question question, Answer answer) {
        Advice advice = Principles.advise(question.band(), question.traits());
        return new Diversion(
                Diversion.Answer.valueOf(DiversionBook.AnswerWords.name(answer)),
                DiversionBook.AnswerWords.reason(answer),
                advice.fired().stream().map(Enum::name).toList(),
                DiversionBook.AnswerWords.to(answer),
                Steering.elsewhere(question).stream()
                        .map(option -> new Diversion.Choice(
                                option.channel(),
                                option.related(),
                                advice.classes().contains(option.ofClass()),
                                option.full()))
                        .toList());
    }

    private boolean isRelated(Case wanted, Channel other) {
        return relations
                .between(
                        wanted.here().id(), other.id(), wanted.business().type().name())
                .stream()
                .anyMatch(relation -> relation.kind().allowsDiversion());
    }
}
