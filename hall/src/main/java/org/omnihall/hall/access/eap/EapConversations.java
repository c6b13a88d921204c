package org.omnihall.hall.access.eap;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.omnihall.eap.Conversation;
import org.omnihall.eap.EapMethod;
import org.omnihall.eap.EapPacket;
import org.omnihall.eap.MalformedEap;
import org.omnihall.eap.Person;
import org.omnihall.eap.Turn;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.NetworkAccount;
import org.omnihall.hall.access.network.NetworkAccounts;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/**
 * Conversations of EAP through controllers (access-rules.md rule 18). They stay with their node, which State names: eight octets that a node
 * draws when it starts, then eight of the conversation. A State that is not ours is told to begin anew at once.
 */
@Component
public class EapConversations {

    private static final int HALF = 8;

    private final EapMethods methods;
    private final EapSettings settings;
    private final NetworkAccounts accounts;
    private final MeterRegistry meters;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Octets node = random();
    private final ConversationTable table;

    EapConversations(
            EapMethods methods, EapSettings settings, NetworkAccounts accounts, MeterRegistry meters, Clock clock) {
        this.methods = methods;
        this.settings = settings;
        this.accounts = accounts;
        this.meters = meters;
        this.clock = clock;
        this.table = new ConversationTable(settings.conversations(), settings.life());
        meters.gauge("omnihall.eap.conversations", table, ConversationTable::size);
    }

    /**
     * One message.
     *
     * @param state what came back of our last answer; none in the first message
     * @param mtu the most octets that the controller says its link carries; zero where it says nothing
     */
    public record Message(AccessController controller, Optional<Octets> state, Octets octets, int mtu) {}

    /** Takes one message; it waits for the database where an account is asked for, and throws what that throws. */
    public EapAnswer answer(Message message) {
        try {
            return message.state().map(state -> goOn(message, state)).orElseGet(() -> begin(message));
        } catch (MalformedEap malformed) {
            return new EapAnswer.Dropped(Lost.EAP_MALFORMED);
        }
    }

    /** The method of accounts by which a person was proved. */
    public static NetworkAccount.Method method(Person person) {
        return AccountPeople.method(person.proof());
    }

    /** Forgets a conversation whose last answer was sent. */
    public void end(Octets state) {
        table.end(state);
    }

    /** An empty message is an access point that has not asked for the identity itself (RFC 3579 section 2.1). */
    private EapAnswer begin(Message message) {
        List<EapMethod> offers = methods.now();
        if (offers.isEmpty()) {
            return new EapAnswer.Dropped(Lost.EAP_NO_CERTIFICATE);
        }
        AccessController controller = message.controller();
        Conversation conversation = new Conversation(
                offers,
                new AccountPeople(accounts, controller.domain(), clock),
                settings.limits().within(message.mtu()));
        Turn turn = message.octets().isEmpty() ? conversation.start() : conversation.answer(message.octets());
        if (!(turn instanceof Turn.Ask)) {
            return told(turn, Octets.EMPTY);
        }
        return table.keep(node.plus(random()), controller.id(), conversation, clock.instant())
                .map(held -> told(turn, held.state()))
                .orElseGet(() -> new EapAnswer.Dropped(Lost.EAP_FULL));
    }

    private EapAnswer goOn(Message message, Octets state) {
        Optional<ConversationTable.Held> held =
                table.find(state, message.controller().id(), clock.instant());
        if (held.isEmpty()) {
            boolean ours = state.length() == 2 * HALF && state.slice(0, HALF).equals(node);
            return new EapAnswer.Anew(
                    EapPacket.failure(EapPacket.decode(message.octets()).identifier()),
                    ours ? Lost.EAP_NO_CONVERSATION : Lost.EAP_OTHER_NODE);
        }
        ReentrantLock lock = held.get().lock();
        if (!lock.tryLock()) {
            return new EapAnswer.Dropped(Lost.EAP_BUSY);
        }
        try {
            return told(held.get().conversation().answer(message.octets()), state);
        } finally {
            lock.unlock();
        }
    }

    private EapAnswer told(Turn turn, Octets state) {
        return switch (turn) {
            case Turn.Ask ask -> new EapAnswer.Ask(state, ask.request());
            case Turn.Proved proved -> {
                count(proved.method(), "PROVED");
                yield new EapAnswer.Proved(state, proved);
            }
            case Turn.Refused refused -> {
                count(refused.method(), refused.why().name());
                table.end(state);
                yield new EapAnswer.Refused(refused);
            }
            case Turn.Ignored _ -> new EapAnswer.Dropped(Lost.EAP_UNEXPECTED);
        };
    }

    private void count(String method, String result) {
        meters.counter("omnihall.eap.ended", "method", method, "result", result).increment();
    }

    private Octets random() {
        byte[] octets = new byte[HALF];
        random.nextBytes(octets);
        return Octets.of(octets);
    }
}
