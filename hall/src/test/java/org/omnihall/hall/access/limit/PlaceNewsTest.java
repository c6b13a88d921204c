package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nodes tell each other about places, also where one of them is of a later version (access rule 15). */
@ExtendWith(HallDatabase.class)
class PlaceNewsTest {

    private static final byte CHANGED = 2;
    private static final byte BEGAN = 3;
    private static final byte UNKNOWN = 99;

    private final JdbcClient db;
    private final List<String> heard = new ArrayList<>();
    private final PlaceNews news;

    PlaceNewsTest(DataSource database) {
        db = JdbcClient.create(database);
        news = node();
        news.listen(new PlaceNews.Ear() {

            @Override
            public void held(Owner owner, Taken place) {
                heard.add("held " + owner + " " + place);
            }

            @Override
            public void changed(Owner owner) {
                heard.add("changed " + owner);
            }

            @Override
            public void began(Owner owner, Optional<UUID> journey) {
                heard.add("started " + owner + journey.map(known -> " " + known).orElse(""));
            }

            @Override
            public void missedSomething() {
                heard.add("gap");
            }
        });
        news.listenToStarts((owner, limit) -> heard.add("began " + owner + " " + limit.devices()));
    }

    private PlaceNews node() {
        return new PlaceNews(db, Clock.systemUTC(), new SimpleMeterRegistry());
    }

    @BeforeEach
    void begin() {
        db.sql("truncate access.place_news").update();
        news.hear();
        heard.clear();
    }

    private static ByteBuffer item(byte kind, int length) {
        return ByteBuffer.allocate(3 + length).put(kind).putShort((short) length);
    }

    private void told(ByteBuffer... items) {
        ByteBuffer body = ByteBuffer.allocate(1000);
        for (ByteBuffer item : items) {
            body.put(item.clear());
        }
        byte[] octets = new byte[body.position()];
        body.flip().get(octets);
        db.sql("insert into access.place_news (node, body) values (?, ?)")
                .params(UUID.randomUUID(), octets)
                .update();
    }

    @Test
    void passesOverWhatItDoesNotKnow() {
        told(
                item(UNKNOWN, 5),
                item(CHANGED, 8).putLong(4),
                item(UNKNOWN, 0),
                item(CHANGED, 11).putLong(5),
                item(BEGAN, 13).putLong(6).put((byte) 1).putInt(2),
                item(BEGAN, 33).putLong(7).put((byte) 0).putInt(1).putLong(0).putLong(9));

        news.hear();

        assertThat(heard)
                .containsExactly(
                        "changed account:4",
                        "changed account:5",
                        "started account:6",
                        "began account:6 2",
                        "started account:7 00000000-0000-0000-0000-000000000009",
                        "began account:7 1");
    }

    @Test
    void whatCannotBeReadIsAGapAndTheNextRowIsHeard() {
        told(item(CHANGED, 7));
        told(ByteBuffer.wrap(new byte[] {CHANGED}));
        told(ByteBuffer.wrap(new byte[] {UNKNOWN, 0, 9, 1}));
        told(item(CHANGED, 8).putLong(4));

        news.hear();

        assertThat(heard).containsExactly("gap", "gap", "gap", "changed account:4");
    }

    @Test
    void hearsWhatAnotherNodeTellsAndNotItself() {
        PlaceNews other = node();
        other.changed(Owner.subscriber(7));
        Taken held = new Taken(
                new DeviceLimit.Place(UUID.randomUUID(), false, Optional.of(Homes.PHONE), Homes.NOON),
                7,
                Optional.of(Homes.NOON.plus(Admissions.HOLD)));
        Taken wired = new Taken(
                new DeviceLimit.Place(UUID.randomUUID(), false, Optional.empty(), Homes.NOON),
                8,
                Optional.of(Homes.NOON.plus(Admissions.HOLD)));
        other.held(Owner.account(8), held);
        other.held(Owner.account(9), wired);
        other.tell();
        news.changed(Owner.account(9));
        news.tell();

        news.hear();

        assertThat(heard).containsExactly("changed subscriber:7", "held account:8 " + held, "held account:9 " + wired);
    }
}
