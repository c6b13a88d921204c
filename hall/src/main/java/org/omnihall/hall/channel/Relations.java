package org.omnihall.hall.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelChange.Done;
import org.omnihall.hall.channel.ChannelChange.Reason;
import org.omnihall.hall.channel.ChannelChange.Refused;
import org.omnihall.hall.database.Snapshot;
import org.omnihall.tmf.Happening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How channels stand to each other, as people declared it (requirement B25). Kept in memory like the channels themselves. */
@Component
public class Relations {

    private final JdbcClient db;
    private final ChannelTable channels;
    private final ObjectProvider<CarriedTypes> types;
    private final ChannelTrail trail;
    private final Snapshot<List<Relation>> known;

    Relations(JdbcClient db, ChannelTable channels, ObjectProvider<CarriedTypes> types, ChannelTrail trail) {
        this.db = db;
        this.channels = channels;
        this.types = types;
        this.trail = trail;
        this.known = new Snapshot<>(channels::version, this::all);
    }

    /** What is declared between two channels, in either order. */
    public List<Relation> between(ChannelId a, ChannelId b) {
        return known.value().stream()
                .filter(relation -> !a.equals(b) && joins(relation, a) && joins(relation, b))
                .toList();
    }

    /** What is declared between two channels for a type of business, by its code. */
    public List<Relation> between(ChannelId a, ChannelId b, String businessType) {
        return between(a, b).stream()
                .filter(relation -> relation.holdsFor(businessType))
                .toList();
    }

    /** All relations of a channel. */
    public List<Relation> of(ChannelId channel) {
        return all().stream().filter(relation -> joins(relation, channel)).toList();
    }

    /** Declares a relation; the id in it is not looked at. */
    @Transactional
    public ChannelChange declare(Relation wanted, String actor) {
        channels.raiseVersion();
        known.changed();
        Optional<Channel> one = channels.locked(lower(wanted));
        Optional<Channel> other = channels.locked(higher(wanted));
        if (one.isEmpty() || other.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        Optional<Reason> reason = refuses(wanted, one.get(), other.get());
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        db.sql("insert into channel.relation (one_id, other_id, kind, business_type) values (?, ?, ?, ?)")
                .params(
                        lower(wanted).value(),
                        higher(wanted).value(),
                        wanted.kind().name(),
                        wanted.businessType().orElse(""))
                .update();
        record(actor, "channel.relate", wanted, one.get(), other.get());
        return new Done(channels.find(wanted.one()).orElseThrow());
    }

    @Transactional
    public ChannelChange remove(ChannelId channel, long relation, String actor) {
        channels.raiseVersion();
        known.changed();
        Optional<Relation> before =
                of(channel).stream().filter(one -> one.id() == relation).findFirst();
        if (before.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        db.sql("delete from channel.relation where id = ?").param(relation).update();
        Channel of = channels.find(channel).orElseThrow();
        Channel besides = channels.find(before.get().besides(channel)).orElseThrow();
        record(actor, "channel.unrelate", before.get(), of, besides);
        return new Done(of);
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        known.refresh();
    }

    private Optional<Reason> refuses(Relation wanted, Channel one, Channel other) {
        if (wanted.one().equals(wanted.other())) {
            return Optional.of(Reason.SAME_CHANNEL);
        }
        List<String> codes = types.stream().flatMap(all -> all.codes().stream()).toList();
        if (wanted.businessType().isPresent()
                && !codes.contains(wanted.businessType().get())) {
            return Optional.of(Reason.TYPE_UNKNOWN);
        }
        boolean carry = codes.stream()
                .filter(wanted::holdsFor)
                .anyMatch(code -> completes(code, one) && completes(code, other));
        if (wanted.kind() == RelationKind.SUBSTITUTE && !carry) {
            return Optional.of(Reason.NO_SUBSTITUTE);
        }
        boolean taken = of(one.id()).stream()
                .anyMatch(there -> joins(there, other.id())
                        && there.kind() == wanted.kind()
                        && there.businessType().equals(wanted.businessType()));
        return taken ? Optional.of(Reason.RELATION_TAKEN) : Optional.empty();
    }

    private void record(String actor, String act, Relation relation, Channel of, Channel besides) {
        channels.touch(of.id());
        channels.touch(besides.id());
        trail.record(actor, act, of, words(relation, besides), Happening.CHANGE);
        trail.announce(besides.id(), Happening.CHANGE);
    }

    private boolean completes(String code, Channel channel) {
        return types.stream().anyMatch(all -> all.mayComplete(code, channel.ofClass()));
    }

    private List<Relation> all() {
        return db.sql("select * from channel.relation order by id")
                .query(Relations::row)
                .list();
    }

    private static boolean joins(Relation relation, ChannelId channel) {
        return relation.one().equals(channel) || relation.other().equals(channel);
    }

    private static ChannelId lower(Relation relation) {
        return relation.one().value() < relation.other().value() ? relation.one() : relation.other();
    }

    private static ChannelId higher(Relation relation) {
        return relation.one().value() < relation.other().value() ? relation.other() : relation.one();
    }

    private static String words(Relation relation, Channel other) {
        return relation.kind() + " " + other.code() + " "
                + relation.businessType().orElse("for all business");
    }

    private static Relation row(ResultSet row, int number) throws SQLException {
        String type = row.getString("business_type");
        return new Relation(
                row.getLong("id"),
                new ChannelId(row.getLong("one_id")),
                new ChannelId(row.getLong("other_id")),
                RelationKind.valueOf(row.getString("kind")),
                type.isEmpty() ? Optional.empty() : Optional.of(type));
    }
}
