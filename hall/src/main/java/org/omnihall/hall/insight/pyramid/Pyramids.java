package org.omnihall.hall.insight.pyramid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The versions of the pyramid: the newest is in force from the next computation on, and every older one can be published again. */
@Component
public class Pyramids {

    private final JdbcClient db;
    private final Values values;
    private final AuditTrail audit;
    private final Clock clock;

    Pyramids(JdbcClient db, Values values, AuditTrail audit, Clock clock) {
        this.db = db;
        this.values = values;
        this.audit = audit;
        this.clock = clock;
    }

    /** The version that the next computation takes. */
    public Pyramid newest() {
        return find(db.sql("select max(version) from insight.pyramid")
                        .query(Long.class)
                        .single())
                .orElseThrow();
    }

    public Optional<Pyramid> find(long version) {
        List<PyramidTier> tiers = db.sql(
                        "select place, zh, en, class, border from insight.pyramid_tier where version = ? order by place")
                .param(version)
                .query(Pyramids::tier)
                .list();
        return db.sql("select version, cut, published_at, by_actor, again_of from insight.pyramid where version = ?")
                .param(version)
                .query((row, number) -> pyramid(row, tiers))
                .optional();
    }

    /** The newest versions, the newest first. */
    List<Pyramid> latest(int most) {
        return db
                .sql("select version from insight.pyramid order by version desc limit ?")
                .param(most)
                .query((row, number) -> row.getLong("version"))
                .list()
                .stream()
                .flatMap(version -> find(version).stream())
                .toList();
    }

    /** What is wrong with a draft, the values of today included. */
    Optional<PyramidFault> judge(Draft draft) {
        return draft.fault()
                .or(() -> values.preview(draft)
                        .filter(figures -> !Tiering.isPyramid(figures))
                        .map(figures -> PyramidFault.NO_PYRAMID));
    }

    /** Publishes it; it takes effect with the next computation. */
    @Transactional
    PyramidChange publish(Draft draft, String actor) {
        return judge(draft)
                .<PyramidChange>map(PyramidChange.Refused::new)
                .orElseGet(() -> new PyramidChange.Done(write(draft, actor, Optional.empty())));
    }

    /** Publishes an older version again, whatever the values of today are: it goes back. */
    @Transactional
    Optional<Pyramid> publishAgain(long version, String actor) {
        return find(version).map(old -> write(old.draft(), actor, Optional.of(version)));
    }

    private Pyramid write(Draft draft, String actor, Optional<Long> againOf) {
        long version = db.sql(
                        "insert into insight.pyramid (cut, published_at, by_actor, again_of) values (:cut, :at, :actor, :again) returning version")
                .param("cut", draft.cut().name())
                .param("at", Times.at(clock.instant()))
                .param("actor", actor)
                .param("again", againOf.orElse(null), Types.BIGINT)
                .query(Long.class)
                .single();
        for (PyramidTier tier : draft.tiers()) {
            db.sql(
                            "insert into insight.pyramid_tier (version, place, zh, en, class, border) values (:version, :place, :zh, :en, :class, :border)")
                    .param("version", version)
                    .param("place", tier.place())
                    .param("zh", tier.zh())
                    .param("en", tier.en())
                    .param("class", tier.of().name())
                    .param("border", tier.border().orElse(null), Types.BIGINT)
                    .update();
        }
        audit.record(
                actor,
                againOf.isPresent() ? "pyramid.publish-again" : "pyramid.publish",
                "pyramid:" + version,
                draft.cut() + " "
                        + draft.tiers().stream()
                                .map(tier -> tier.en()
                                        + tier.border()
                                                .map(border -> " " + border)
                                                .orElse(""))
                                .collect(Collectors.joining(", "))
                        + againOf.map(old -> ", as version " + old).orElse(""));
        return find(version).orElseThrow();
    }

    private static PyramidTier tier(ResultSet row, int number) throws SQLException {
        return new PyramidTier(
                row.getInt("place"),
                row.getString("zh"),
                row.getString("en"),
                BaseClass.valueOf(row.getString("class")),
                Optional.ofNullable(row.getObject("border", Long.class)));
    }

    private static Pyramid pyramid(ResultSet row, List<PyramidTier> tiers) throws SQLException {
        return new Pyramid(
                row.getLong("version"),
                Cut.valueOf(row.getString("cut")),
                Times.in(row, "published_at"),
                row.getString("by_actor"),
                Optional.ofNullable(row.getObject("again_of", Long.class)),
                tiers);
    }
}
