package org.omnihall.hall.decision;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Writes down what slots chose, with all that is needed to judge another policy by it later, and what came of it. */
@Component
class ChoiceBook {

    private final JdbcClient db;

    ChoiceBook(JdbcClient db) {
        this.db = db;
    }

    /** What was chosen before: the item's code and its probability. */
    record Known(Optional<String> item, Optional<String> would, double probability, int candidates) {}

    Optional<Known> find(UUID id) {
        return db.sql("""
                        select item, would, probability, jsonb_array_length(candidates) as candidates from decision.choice
                        where id = ?""")
                .param(id)
                .query((row, number) -> new Known(
                        Optional.ofNullable(row.getString("item")),
                        Optional.ofNullable(row.getString("would")),
                        row.getDouble("probability"),
                        row.getInt("candidates")))
                .optional();
    }

    /** Gives false where the journey has its answer already. */
    boolean write(SlotRequest request, long version, Policy.Drawn drawn, Optional<CustomerBand> band) {
        return db.sql("""
                        insert into decision.choice (id, at, place, journey, channel_id, subscriber_id, area_path, held_out, item, would,
                            probability, candidates, band, version)
                        values (:id, :at, :place, :journey, :channel, :subscriber, :area, :held, :item, :would, :probability,
                            :candidates::jsonb, :band, :version) on conflict do nothing""")
                        .param("id", request.choice())
                        .param("at", Times.at(request.at()))
                        .param("place", request.place().name())
                        .param("journey", request.journey())
                        .param("channel", request.channel().value())
                        .param("subscriber", request.subscriber().orElse(null), Types.BIGINT)
                        .param("area", request.areaPath())
                        .param("held", drawn.heldOut())
                        .param(
                                "item",
                                drawn.shown()
                                        .map(chance -> chance.item().code())
                                        .orElse(null))
                        .param("would", drawn.would().map(SlotItem::code).orElse(null))
                        .param(
                                "probability",
                                drawn.shown().map(Draw.Chance::probability).orElse(1.0))
                        .param("candidates", candidates(drawn))
                        .param("band", band.map(Enum::name).orElse(null))
                        .param("version", version)
                        .update()
                == 1;
    }

    /** What came of a choice; the first time counts. */
    void came(UUID choice, Outcome kind, Instant at) {
        db.sql("""
                        insert into decision.outcome (choice_id, kind, at) select id, :kind, :at from decision.choice where id = :id
                        on conflict do nothing""")
                .param("id", choice)
                .param("kind", kind.name())
                .param("at", Times.at(at))
                .update();
    }

    /**
     * An order belongs to the last choice before it, not longer ago than the window, that showed the offering to this customer or would have.
     */
    void ordered(long subscriber, String offering, Instant at, Instant since) {
        db.sql("""
                        insert into decision.outcome (choice_id, kind, at)
                        select c.id, 'ORDERED', :at from decision.choice c
                            join decision.slot_item i on i.code = coalesce(c.would, c.item) and i.offering = :offering
                        where c.subscriber_id = :subscriber and c.at > :since and c.at <= :at
                        order by c.at desc limit 1 on conflict do nothing""")
                .param("subscriber", subscriber)
                .param("offering", offering)
                .param("at", Times.at(at))
                .param("since", Times.at(since))
                .update();
    }

    private static String candidates(Policy.Drawn drawn) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        drawn.candidates()
                .forEach(chance ->
                        all.addObject().put("item", chance.item().code()).put("probability", chance.probability()));
        return all.toString();
    }
}
