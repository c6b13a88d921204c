package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.channel.FreshChannels.channel;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelChange.Done;
import org.omnihall.hall.channel.ChannelChange.Reason;
import org.omnihall.hall.channel.ChannelChange.Refused;
import org.springframework.beans.factory.annotation.Autowired;

/** The relations between two channels (requirement B25). */
@HallTest
class RelationsTest {

    private final FreshChannels fresh;
    private final Relations relations;

    @Autowired
    RelationsTest(ChannelBook book, Relations relations) {
        this.fresh = new FreshChannels(book);
        this.relations = relations;
    }

    @Test
    void relatesTwoChannelsFromBothSides() {
        Channel hall = fresh.added(channel("pair-a", ChannelKind.HALL, Ownership.OPERATOR));
        Channel app = fresh.added(channel("pair-b", ChannelKind.APP, Ownership.OPERATOR));
        assertThat(relations.declare(relation(app, hall, RelationKind.SUBSTITUTE, Optional.of("SALES")), "LI"))
                .isInstanceOf(Done.class);
        assertThat(relations.between(hall.id(), app.id())).hasSize(1);
        assertThat(relations.between(app.id(), hall.id())).isEqualTo(relations.between(hall.id(), app.id()));
        assertThat(relations.between(app.id(), hall.id(), "SALES")).hasSize(1);
        assertThat(relations.between(app.id(), hall.id(), "SERVICE")).isEmpty();
        assertThat(relations.declare(relation(hall, app, RelationKind.SUBSTITUTE, Optional.of("SALES")), "LI"))
                .isEqualTo(new Refused(Reason.RELATION_TAKEN));
        assertThat(relations.declare(relation(hall, app, RelationKind.ENHANCE, Optional.empty()), "LI"))
                .isInstanceOf(Done.class);
        assertThat(relations.between(app.id(), hall.id(), "SERVICE"))
                .extracting(Relation::kind)
                .containsExactly(RelationKind.ENHANCE);
        long first = relations.of(hall.id()).getFirst().id();
        assertThat(relations.remove(app.id(), first, "LI")).isInstanceOf(Done.class);
        assertThat(relations.between(app.id(), hall.id(), "SALES")).hasSize(1);
        assertThat(relations.between(hall.id(), hall.id())).isEmpty();
    }

    @Test
    void callsNothingASubstituteThatMayNotCarryTheBusiness() {
        Channel hall = fresh.added(channel("carry-a", ChannelKind.HALL, Ownership.OPERATOR));
        Channel app = fresh.added(channel("carry-b", ChannelKind.APP, Ownership.OPERATOR));
        assertThat(relations.declare(relation(hall, app, RelationKind.SUBSTITUTE, Optional.of("SENSITIVE")), "LI"))
                .isEqualTo(new Refused(Reason.NO_SUBSTITUTE));
        assertThat(relations.declare(relation(hall, app, RelationKind.COMPLEMENT, Optional.of("SENSITIVE")), "LI"))
                .isInstanceOf(Done.class);
        assertThat(relations.declare(relation(hall, hall, RelationKind.ENHANCE, Optional.empty()), "LI"))
                .isEqualTo(new Refused(Reason.SAME_CHANNEL));
        assertThat(relations.declare(relation(hall, app, RelationKind.ENHANCE, Optional.of("FUN")), "LI"))
                .isEqualTo(new Refused(Reason.TYPE_UNKNOWN));
    }

    private static Relation relation(Channel one, Channel other, RelationKind kind, Optional<String> type) {
        return new Relation(0, one.id(), other.id(), kind, type);
    }
}
