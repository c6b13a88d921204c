package org.omnihall.hall.messaging;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/** The door through which every message to a person leaves. */
@Component
public class Messages {

    private final MessageBook book;
    private final Subscribers subscribers;
    private final SealedWords seal;
    private final MessageTexts texts;
    private final Clock clock;
    private final Bell bell;

    Messages(
            MessageBook book,
            Subscribers subscribers,
            SealedWords seal,
            MessageTexts texts,
            Clock clock,
            Bell senderBell) {
        this.book = book;
        this.subscribers = subscribers;
        this.seal = seal;
        this.texts = texts;
        this.clock = clock;
        this.bell = senderBell;
    }

    /**
     * Writes the message down and returns at once; the sender takes it from there. What the gate holds back is written down as refused.
     *
     * @throws NoSuchText for a template that does not exist or a gap of it without a word
     */
    public MessageId send(Outgoing outgoing) {
        texts.fill(outgoing.template(), outgoing.words(), outgoing.locale());
        MessageId id = new MessageId(UUID.randomUUID());
        long subscriber = subscribers.idOf(outgoing.to());
        Gate.holdsBack(outgoing.purpose())
                .ifPresentOrElse(
                        reason -> book.refused(id, outgoing, subscriber, reason, clock.instant()),
                        () -> book.queued(id, outgoing, subscriber, seal.seal(id, outgoing.words()), clock.instant()));
        bell.ring();
        return id;
    }

    /** How far a message got; nothing for an id that is not ours. */
    public Optional<MessageState> state(MessageId id) {
        return book.state(id);
    }
}
