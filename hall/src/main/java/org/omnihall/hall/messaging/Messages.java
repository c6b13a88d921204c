package org.omnihall.hall.messaging;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The door through which every message to a person leaves. */
@Component
public class Messages {

    private final MessageBook book;
    private final Gate gate;
    private final TransactionOperations transaction;
    private final Subscribers subscribers;
    private final SealedWords seal;
    private final MessageTexts texts;
    private final Clock clock;
    private final Bell bell;

    Messages(
            Writing writing,
            Subscribers subscribers,
            SealedWords seal,
            MessageTexts texts,
            Clock clock,
            Bell senderBell) {
        this.book = writing.book();
        this.gate = writing.gate();
        this.transaction = writing.transaction();
        this.subscribers = subscribers;
        this.seal = seal;
        this.texts = texts;
        this.clock = clock;
        this.bell = senderBell;
    }

    /** How a message is written down. */
    @Component
    record Writing(MessageBook book, Gate gate, TransactionOperations transaction) {}

    /**
     * Writes the message down and returns at once; the sender takes it from there. What the gate holds back is written down as refused.
     *
     * @throws NoSuchText for a template that does not exist or a gap of it without a word
     */
    public MessageId send(Outgoing outgoing) {
        texts.fill(outgoing.template(), outgoing.words(), outgoing.locale());
        MessageId id = new MessageId(MomentId.at(clock.instant()));
        long subscriber = subscribers.idOf(outgoing.to());
        transaction.executeWithoutResult(status -> write(id, outgoing, subscriber));
        bell.ringAfterCommit();
        return id;
    }

    private void write(MessageId id, Outgoing outgoing, long subscriber) {
        Instant now = clock.instant();
        switch (gate.ask(outgoing, subscriber, now)) {
            case Gate.Pass.From pass ->
                book.queued(id, outgoing, subscriber, seal.seal(id, outgoing.words()), pass.moment(), now);
            case Gate.Pass.HeldBack held -> book.refused(id, outgoing, subscriber, held.reason(), now);
        }
    }

    /** How far a message got; nothing for an id that is not ours. */
    public Optional<MessageState> state(MessageId id) {
        return book.state(id);
    }
}
