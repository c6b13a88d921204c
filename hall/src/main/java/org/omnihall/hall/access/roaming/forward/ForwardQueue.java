package org.omnihall.hall.access.roaming.forward;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.hall.access.roaming.RoamingState;
import org.omnihall.hall.database.GroupWriter;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.node.Rounds;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Code;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings accounting of roaming people to their home server, at least once: written in groups before the controller has its acknowledgement, sent, and
 * sent again at growing intervals until the home server acknowledges it or a week is over.
 */
@Component
class ForwardQueue implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardQueue.class);
    private static final GroupWriter.Shape SHAPE = new GroupWriter.Shape("roaming-writer", 20_000, 256, 1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** How long a round waits for answers: what it has taken is still its own then. */
    private static final Duration ROUND = LEASE.minusSeconds(15);

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofMinutes(10);
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final int AT_ONCE = 100;

    private final ForwardTable table;
    private final Forwarding forwarding;
    private final ProxyStates states;
    private final RoamingState realms;
    private final Clock clock;
    private final Bell bell = new Bell();
    private final GroupWriter<Waiting> writer = new GroupWriter<>(SHAPE, new Writing());
    private Optional<Rounds> rounds = Optional.empty();
    private volatile boolean failing;

    ForwardQueue(ForwardTable table, Forwarding forwarding, ProxyStates states, RoamingState realms, Clock clock) {
        this.table = table;
        this.forwarding = forwarding;
        this.states = states;
        this.realms = realms;
        this.clock = clock;
    }

    /** What becomes of a request; exactly one of the two is called, once. */
    interface Fate {
        void durable();

        void lost();
    }

    private record Waiting(Kept kept, Fate fate) {}

    /** Takes a request; its fate is told on another thread, or at once where there is no room. */
    void keep(Realm realm, Octets packet, Instant receivedAt, Fate fate) {
        Kept kept = new Kept(MomentId.at(receivedAt), realm.id(), realm.name(), packet, receivedAt, 0);
        if (!writer.offer(new Waiting(kept, fate))) {
            fate.lost();
        }
    }

    private final class Writing implements GroupWriter.Work<Waiting> {

        @Override
        public IntConsumer write(List<Waiting> group) {
            table.insert(group.stream().map(Waiting::kept).toList());
            bell.ring();
            return place -> group.get(place).fate().durable();
        }

        @Override
        public void lost(Waiting one, GroupWriter.Loss loss) {
            one.fate().lost();
        }
    }

    private void round() {
        Instant now = clock.instant();
        List<Kept> due = table.claim(now, LEASE, AT_ONCE);
        Map<Kept, CompletableFuture<Boolean>> sent = new LinkedHashMap<>();
        due.forEach(one -> sent.put(one, send(one, now)));
        Map<Boolean, List<Kept>> over = sent.entrySet().stream()
                .collect(Collectors.partitioningBy(
                        one -> one.getValue().join(), Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        table.delete(over.getOrDefault(true, List.of()));
        over.getOrDefault(false, List.of())
                .forEach(one -> table.again(one, clock.instant().plus(wait(one.tries()))));
        failing = false;
        if (due.size() == AT_ONCE) {
            bell.ring();
        }
    }

    static Duration wait(int tries) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(tries, 20));
        return doubled.compareTo(LAST) < 0 ? doubled : LAST;
    }

    /** True where it need not be sent again. The edge of one record: a bug that it meets must not hold up those behind it. */
    private CompletableFuture<Boolean> send(Kept one, Instant now) {
        try {
            return deliver(one, now);
        } catch (MalformedPacket unsendable) {
            LOG.error("accounting for realm {} cannot be sent: {}", one.realmName(), unsendable.fault());
            return CompletableFuture.completedFuture(true);
        } catch (RuntimeException bug) {
            LOG.error("accounting for realm {} of {} waits", one.realmName(), one.receivedAt(), bug);
            return CompletableFuture.completedFuture(false);
        }
    }

    private CompletableFuture<Boolean> deliver(Kept one, Instant now) {
        Duration waited = Duration.between(one.receivedAt(), now);
        if (waited.compareTo(LONGEST) > 0) {
            LOG.error("accounting for realm {} of {} is given up", one.realmName(), one.receivedAt());
            return CompletableFuture.completedFuture(true);
        }
        Optional<Realm> realm = realms.book().realm(one.realm()).filter(known -> !known.isOurs());
        if (realm.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        Packet packet = Packet.decode(ByteBuffer.wrap(one.packet().toBytes()));
        return ask(realm.get(), packet, waited);
    }

    private CompletableFuture<Boolean> ask(Realm realm, Packet packet, Duration waited) {
        return forwarding
                .ask(realm, Code.ACCOUNTING_REQUEST, to -> Outbound.accounting(packet, realm, states.fresh(), waited))
                .orTimeout(ROUND.toSeconds(), TimeUnit.SECONDS)
                .thenApply(answer -> answer.filter(said -> said.reply().code() == Code.ACCOUNTING_RESPONSE)
                        .isPresent())
                .exceptionally(late -> false);
    }

    /** Said once: while the database is away every round fails. */
    private void failed(Throwable why) {
        if (!failing) {
            LOG.warn("accounting of guests is not forwarded: {}", why.toString());
        }
        failing = true;
    }

    @Override
    public void start() {
        writer.start();
        rounds = Optional.of(Rounds.begin(bell, PAUSE, this::round, this::failed));
    }

    @Override
    public void stop() {
        writer.stop();
        rounds.ifPresent(Rounds::close);
        rounds = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return writer.isRunning();
    }

    /** As the queue of accounting: before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }
}
