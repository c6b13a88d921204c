package org.omnihall.hall.interaction;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.omnihall.hall.channel.CarriedTypes;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.channel.Relations;
import org.omnihall.hall.interaction.HandoverChange.Reason;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When something may not be handed over, and why an act on what was handed over is refused. */
@Component
class HandoverRules {

    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)");

    private final Channels channels;
    private final Relations relations;
    private final ObjectProvider<CarriedTypes> types;

    HandoverRules(Channels channels, Relations relations, ObjectProvider<CarriedTypes> types) {
        this.channels = channels;
        this.relations = relations;
        this.types = types;
    }

    /** The first reason against it; nothing where it may be handed over. */
    Optional<Reason> refuses(Handover.Draft draft, Instant now) {
        return words(draft.matter().remark()).or(() -> way(draft, now));
    }

    String areaOf(ChannelId channel) {
        return channels.find(channel).map(Channel::areaPath).orElse("/");
    }

    String codeOf(ChannelId channel) {
        return channels.find(channel).map(Channel::code).orElse("");
    }

    static Optional<Reason> words(String remark) {
        if (remark.strip().length() > Handover.LONGEST_REMARK) {
            return Optional.of(Reason.REMARK_TOO_LONG);
        }
        return NUMBER.matcher(remark).find() ? Optional.of(Reason.NUMBER_IN_REMARK) : Optional.empty();
    }

    /** Why an act was refused that the statement did not carry out. */
    static Reason refuses(Handover one, Handover.Act act, Handovers.By by) {
        ChannelId place =
                act == Handover.Act.WITHDRAW ? one.way().from() : one.way().to();
        if (!place.equals(by.channel())) {
            return Reason.ANOTHER_CHANNEL;
        }
        boolean anothers = one.state() == Handover.State.TAKEN
                && one.taken().filter(hand -> hand.login().equals(by.login())).isEmpty();
        return anothers ? Reason.ANOTHER_ONE : Reason.NOT_NOW;
    }

    private Optional<Reason> way(Handover.Draft draft, Instant now) {
        ChannelId from = draft.way().from();
        Optional<Channel> to = channels.find(draft.way().to());
        if (to.isEmpty() || from.equals(to.get().id())) {
            return Optional.of(to.isEmpty() ? Reason.UNKNOWN : Reason.SAME_CHANNEL);
        }
        if (!draft.types().stream().allMatch(type -> areRelated(from, to.get().id(), type))) {
            return Optional.of(Reason.NOT_RELATED);
        }
        if (!carries(to.get(), draft.types())) {
            return Optional.of(Reason.MAY_NOT_CARRY);
        }
        return channels.serves(to.get(), now) ? Optional.empty() : Optional.of(Reason.SHUT);
    }

    private boolean areRelated(ChannelId from, ChannelId to, String type) {
        return relations.between(from, to, type).stream()
                .anyMatch(relation -> relation.kind().allowsDiversion());
    }

    private boolean carries(Channel to, Set<String> wanted) {
        return wanted.stream().allMatch(type -> types.stream().anyMatch(all -> all.mayComplete(type, to.ofClass())));
    }
}
