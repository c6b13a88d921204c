package org.omnihall.hall.access.limit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.database.Feed;
import org.omnihall.octets.MacAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells the other nodes which places were taken and whose sessions changed, within a second (access-rules.md rule 15): thousands in one row, so that
 * it costs the database next to nothing a place. While the database is away nothing is told, and each node counts for itself.
 *
 * <p>An item is its kind, its length in two octets, and what it says. A later version may add kinds, and say more at the end of one.
 */
@Component
class PlaceNews {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceNews.class);

    private static final int BEGAN_LENGTH = Long.BYTES + Byte.BYTES + Integer.BYTES + 2 * Long.BYTES;
    private static final byte BEGAN = 3;
    private static final UUID NOBODYS = new UUID(0, 0);

    private final JdbcClient db;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();
    private final UntoldNews untold = new UntoldNews();
    private final List<Ear> ears = new ArrayList<>();
    private final List<BiConsumer<Owner, Limit>> starts = new ArrayList<>();
    private final Feed<Row> feed;
    private final Counter lost;

    PlaceNews(JdbcClient db, Clock clock, MeterRegistry meters) {
        this.db = db;
        this.clock = clock;
        this.feed = Feed.ofOthers(
                db,
                "access.place_news",
                node,
                (row, number) -> new Row(row.getObject("node", UUID.class), ByteBuffer.wrap(row.getBytes("body"))));
        this.lost = meters.counter("omnihall.places.untold");
    }

    /** Hears what other nodes tell. */
    interface Ear {

        void held(Owner owner, Taken place);

        void changed(Owner owner);

        /** A session began, and its owner's changed. */
        void began(Owner owner, Optional<UUID> journey);

        /** What was known is worth nothing. */
        void missedSomething();
    }

    private record Row(UUID node, ByteBuffer body) {}

    void listen(Ear ear) {
        ears.add(ear);
    }

    /** Hears of the sessions that other nodes began of owners who have a limit. */
    void listenToStarts(BiConsumer<Owner, Limit> ear) {
        starts.add(ear);
    }

    void held(Owner owner, Taken place) {
        count(untold.held(owner, place));
    }

    void changed(Owner owner) {
        count(untold.changed(owner));
    }

    private void count(boolean isNoted) {
        if (!isNoted) {
            lost.increment();
        }
    }

    /**
     * Tells of the sessions that begin, in accounting's own transaction: who else looks after their limits must know of them though this node ends
     * right after its acknowledgement.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
    void beginning(PlacesChanged changed) {
        List<PlacesChanged.Began> limited = changed.began().stream()
                .filter(began -> began.limit().devices() > 0)
                .toList();
        if (!limited.isEmpty()) {
            tell(began(limited));
        }
    }

    private void tell(byte[] body) {
        db.sql("insert into access.place_news (node, body) values (?, ?)")
                .params(node, body)
                .update();
    }

    /** What there is now, and not what comes meanwhile: that goes into a row of its own a moment later. While the database is away one row is tried. */
    @Scheduled(fixedDelay = 250)
    void tell() {
        boolean there = true;
        for (int left = untold.rows(); there && left > 0; left--) {
            there = untold.take().map(this::tell).orElse(false);
        }
    }

    private boolean tell(UntoldNews.Row row) {
        try {
            tell(row.octets().toBytes());
            return true;
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            lost.increment(row.items());
            return false;
        }
    }

    @Scheduled(fixedDelay = 500)
    void hear() {
        feed.follow(clock.instant(), () -> ears.forEach(Ear::missedSomething), this::hear);
    }

    private void hear(Row row) {
        try {
            read(row.body());
        } catch (BufferUnderflowException | IllegalArgumentException unreadable) {
            LOG.warn("news of places from node {} cannot be read: {}", row.node(), unreadable.toString());
            ears.forEach(Ear::missedSomething);
        }
    }

    private static byte[] began(List<PlacesChanged.Began> limited) {
        ByteBuffer body = ByteBuffer.allocate(limited.size() * (UntoldNews.HEAD + BEGAN_LENGTH));
        limited.forEach(began -> body.put(BEGAN)
                .putShort((short) BEGAN_LENGTH)
                .putLong(began.owner().number())
                .put((byte) (began.limit().policy() == DevicePolicy.RELEASE_OLDEST ? 1 : 0))
                .putInt(began.limit().devices())
                .putLong(began.journey().map(UUID::getMostSignificantBits).orElse(0L))
                .putLong(began.journey().map(UUID::getLeastSignificantBits).orElse(0L)));
        return body.array();
    }

    /** Nodes of an earlier version do not tell it. */
    private static Optional<UUID> journey(ByteBuffer item) {
        return item.remaining() < 2 * Long.BYTES
                ? Optional.empty()
                : Optional.of(new UUID(item.getLong(), item.getLong())).filter(known -> !known.equals(NOBODYS));
    }

    private void read(ByteBuffer body) {
        while (body.hasRemaining()) {
            byte kind = body.get();
            int length = Short.toUnsignedInt(body.getShort());
            if (length > body.remaining()) {
                throw new BufferUnderflowException();
            }
            read(kind, body.slice(body.position(), length));
            body.position(body.position() + length);
        }
    }

    /** Of a kind that is known; what else a later version tells is nothing to this one. */
    private void read(byte kind, ByteBuffer item) {
        if (kind == UntoldNews.HELD) {
            Owner owner = owner(item);
            Taken place = taken(item);
            ears.forEach(ear -> ear.held(owner, place));
        } else if (kind == UntoldNews.CHANGED) {
            Owner owner = owner(item);
            ears.forEach(ear -> ear.changed(owner));
        } else if (kind == BEGAN) {
            Owner owner = owner(item);
            Limit limit = limit(item);
            Optional<UUID> journey = journey(item);
            ears.forEach(ear -> ear.began(owner, journey));
            starts.forEach(ear -> ear.accept(owner, limit));
        }
    }

    private static Owner owner(ByteBuffer item) {
        return Owner.ofNumber(item.getLong());
    }

    /** As far as it tells what has to end. */
    private static Limit limit(ByteBuffer body) {
        DevicePolicy policy = body.get() == 1 ? DevicePolicy.RELEASE_OLDEST : DevicePolicy.REJECT;
        return new Limit(policy, body.getInt());
    }

    private static Taken taken(ByteBuffer body) {
        UUID id = new UUID(body.getLong(), body.getLong());
        long mac = body.getLong();
        long controller = body.getLong();
        Instant since = Instant.ofEpochMilli(body.getLong());
        Optional<MacAddress> device = mac == UntoldNews.NO_MAC ? Optional.empty() : Optional.of(new MacAddress(mac));
        return new Taken(
                new DeviceLimit.Place(id, false, device, since), controller, Optional.of(since.plus(Admissions.HOLD)));
    }
}
