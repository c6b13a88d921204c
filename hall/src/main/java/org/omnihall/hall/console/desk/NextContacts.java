package org.omnihall.hall.console.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.interaction.HandoverChange;
import org.omnihall.hall.interaction.Handovers;
import org.omnihall.hall.messaging.MessageId;
import org.omnihall.hall.messaging.MessageLog;
import org.omnihall.hall.messaging.Messages;
import org.omnihall.hall.messaging.Outgoing;
import org.omnihall.hall.messaging.Purpose;
import org.omnihall.hall.messaging.Reason;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Languages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Turns to the customer after his visit, through the gate that every message passes (requirement B34). */
@Component
class NextContacts {

    private static final Duration WORTH = Duration.ofDays(1);

    private final Messages messages;
    private final MessageLog log;
    private final Subscribers subscribers;
    private final DeskVisits visits;
    private final Languages languages;
    private final Clock clock;

    NextContacts(
            Messages messages,
            MessageLog log,
            Subscribers subscribers,
            DeskVisits visits,
            Languages languages,
            Clock clock) {
        this.messages = messages;
        this.log = log;
        this.subscribers = subscribers;
        this.visits = visits;
        this.languages = languages;
        this.clock = clock;
    }

    /** What became of a message: its id, and why the gate held it back. */
    record Sent(UUID id, Optional<Reason> heldBack) {}

    /** Offers by SMS what the slot shows, once in a visit however often it is asked for; what the gate says is told in its words. */
    @Transactional
    public void offer(Served served, SlotItem item, Locale language, RedirectAttributes next) {
        if (visits.locked(served.visit().id()).offered().isPresent()) {
            Flash.bad(next, "console.desk.next.sentBefore");
            return;
        }
        Map<String, String> words = Map.of(
                "title",
                item.words().title(Locale.CHINESE),
                "text",
                item.words().text(Locale.CHINESE));
        Optional<Sent> sent = send(served, Purpose.MARKETING, "desk.offer", words);
        if (sent.isEmpty()) {
            Flash.bad(next, "console.desk.next.noNumber");
        } else if (sent.get().heldBack().isPresent()) {
            Flash.bad(
                    next,
                    "console.desk.next.heldBack",
                    reason(sent.get().heldBack().get(), language));
        } else {
            visits.offered(served.visit(), sent.get().id());
            Flash.good(next, "console.desk.next.sent");
        }
    }

    /** Tells him where his business goes on; nothing where he has no number. */
    Optional<Sent> tell(Served served, String channelName) {
        return send(served, Purpose.SERVICE, "desk.handover", Map.of("channel", channelName));
    }

    String reason(Reason reason, Locale language) {
        return languages.in(language).of("messaging.reason", reason);
    }

    /** What is wrong with a remark. */
    Optional<HandoverChange.Reason> wrong(String remark) {
        return Handovers.wrong(remark);
    }

    private Optional<Sent> send(Served served, Purpose purpose, String template, Map<String, String> words) {
        Optional<Msisdn> number = served.visit().whom().subscriber().flatMap(subscribers::numberOf);
        Instant now = clock.instant();
        return number.map(to -> {
            MessageId id = messages.send(new Outgoing(
                    purpose,
                    to,
                    template,
                    words,
                    Locale.CHINESE,
                    now.plus(WORTH),
                    served.visit().journey(),
                    served.here().areaPath()));
            return new Sent(id.value(), log.find(id).flatMap(MessageLog.Entry::reason));
        });
    }
}
