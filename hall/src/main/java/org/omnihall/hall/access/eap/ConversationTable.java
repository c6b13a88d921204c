package org.omnihall.hall.access.eap;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.omnihall.eap.Conversation;
import org.omnihall.octets.Octets;

/** The conversations under way on this node, by State. All live equally long, so the oldest is the first to go. */
final class ConversationTable {

    private final int most;
    private final Duration life;
    private final Map<Octets, Held> held = new LinkedHashMap<>();

    /** One conversation, whose messages are answered one at a time. */
    record Held(Octets state, long controllerId, Conversation conversation, Instant until, ReentrantLock lock) {}

    ConversationTable(int most, Duration life) {
        this.most = most;
        this.life = life;
    }

    /** Keeps one more; nothing where there is no room. */
    synchronized Optional<Held> keep(Octets state, long controllerId, Conversation conversation, Instant now) {
        sweep(now);
        if (held.size() >= most) {
            return Optional.empty();
        }
        Held fresh = new Held(state, controllerId, conversation, now.plus(life), new ReentrantLock());
        held.put(state, fresh);
        return Optional.of(fresh);
    }

    synchronized Optional<Held> find(Octets state, long controllerId, Instant now) {
        sweep(now);
        return Optional.ofNullable(held.get(state)).filter(known -> known.controllerId() == controllerId);
    }

    synchronized void end(Octets state) {
        held.remove(state);
    }

    synchronized int size() {
        return held.size();
    }

    private void sweep(Instant now) {
        Iterator<Held> oldest = held.values().iterator();
        while (oldest.hasNext() && !oldest.next().until().isAfter(now)) {
            oldest.remove();
        }
    }
}
