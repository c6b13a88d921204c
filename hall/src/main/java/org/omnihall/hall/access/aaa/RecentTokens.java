package org.omnihall.hall.access.aaa;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Which login tokens were used of late (access-rules.md rule 3): the same device at the same controller gets the same answer again for 30
 * seconds, as controllers re-send to a second server as new packets; after that the token is spent. Bounded by time, as no token lives
 * longer than two slots, and by number.
 */
final class RecentTokens {

    static final Duration SAME_ANSWER = Duration.ofSeconds(30);

    private static final Duration KEPT = LoginTokens.SLOT.multipliedBy(2);
    private static final int MOST = 200_000;

    private final Map<Key, Use> uses = new LinkedHashMap<>();

    /**
     * One use of a token. A token is the same for the same device, user and controller through a whole slot; a device that logs in again
     * within it does so by another attempt, which was proved by code or slot of its own and is no re-send of the first.
     */
    record Key(UUID attempt, String token) {}

    private record Use(Instant first, CompletableFuture<Decision> decision) {}

    /** What to do with a token that is right. */
    sealed interface Claim {
        /** It is the first use; the decision must be put into the future. */
        record First(CompletableFuture<Decision> decision) implements Claim {}

        /** Give the same answer again once it is there. */
        record Again(CompletableFuture<Decision> decision) implements Claim {}

        record Spent() implements Claim {}
    }

    synchronized Claim claim(Key key, Instant now) {
        forget(now);
        Use use = uses.get(key);
        if (use == null) {
            CompletableFuture<Decision> decision = new CompletableFuture<>();
            uses.put(key, new Use(now, decision));
            return new Claim.First(decision);
        }
        return now.isAfter(use.first().plus(SAME_ANSWER)) ? new Claim.Spent() : new Claim.Again(use.decision());
    }

    /** A decision that could not be made does not use the token up. */
    synchronized void release(Key key) {
        Optional.ofNullable(uses.remove(key)).ifPresent(use -> use.decision().cancel(false));
    }

    private void forget(Instant now) {
        Iterator<Use> oldest = uses.values().iterator();
        while (oldest.hasNext()) {
            Use use = oldest.next();
            if (uses.size() < MOST && !now.isAfter(use.first().plus(KEPT))) {
                return;
            }
            oldest.remove();
        }
    }
}
