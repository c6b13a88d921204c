package org.omnihall.hall.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.channel.ChannelChange.Done;
import org.omnihall.hall.channel.ChannelChange.Reason;
import org.omnihall.hall.channel.ChannelChange.Refused;
import org.omnihall.hall.database.Times;
import org.omnihall.tmf.Happening;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The positions of channels through time (requirement B9). What was in force at a moment can always be read again. */
@Component
public class Positions {

    private static final String SELECT = "select * from channel.position where channel_id = ?";

    private final JdbcClient db;
    private final ChannelTable channels;
    private final ObjectProvider<CarriedTypes> types;
    private final ChannelTrail trail;
    private final Clock clock;

    Positions(
            JdbcClient db, ChannelTable channels, ObjectProvider<CarriedTypes> types, ChannelTrail trail, Clock clock) {
        this.db = db;
        this.channels = channels;
        this.types = types;
        this.trail = trail;
        this.clock = clock;
    }

    /** The position in force at a moment; nothing before the first one. */
    public Optional<Position> at(ChannelId channel, Instant moment) {
        return db.sql(SELECT + " and valid_from <= ? order by valid_from desc limit 1")
                .params(channel.value(), Times.at(moment))
                .query(Positions::row)
                .optional();
    }

    /** All positions of a channel, the latest first. */
    public List<Position> of(ChannelId channel) {
        return db.sql(SELECT + " order by valid_from desc")
                .param(channel.value())
                .query(Positions::row)
                .list();
    }

    /** Places a channel anew from a moment on that has not passed; the id in it is not looked at. */
    @Transactional
    public ChannelChange place(Position wanted, String actor) {
        return place(wanted, clock.instant(), actor);
    }

    /** Places a channel anew at once; the id and the moment in it are not looked at. */
    @Transactional
    public ChannelChange placeNow(Position wanted, String actor) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return place(wanted.beginning(now), now, actor);
    }

    private ChannelChange place(Position wanted, Instant now, String actor) {
        Optional<Channel> channel = channels.locked(wanted.channel());
        if (channel.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        Optional<Reason> reason = refuses(wanted, now);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        db.sql("""
                        insert into channel.position (channel_id, segments, business_types, functions, valid_from)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        wanted.channel().value(),
                        names(wanted.segments()),
                        texts(wanted.businessTypes()),
                        names(wanted.functions()),
                        Times.at(wanted.from()))
                .update();
        channels.touch(wanted.channel());
        trail.record(actor, "channel.position", channel.get(), words(wanted), Happening.CHANGE);
        return new Done(channel.get());
    }

    /** Takes back a position that has not begun. */
    @Transactional
    public ChannelChange withdraw(ChannelId id, long position, String actor) {
        Optional<Channel> channel = channels.locked(id);
        Optional<Position> planned =
                of(id).stream().filter(one -> one.id() == position).findFirst();
        if (channel.isEmpty() || planned.isEmpty()) {
            return new Refused(Reason.UNKNOWN);
        }
        if (!planned.get().from().isAfter(clock.instant())) {
            return new Refused(Reason.POSITION_PAST);
        }
        db.sql("delete from channel.position where id = ?").param(position).update();
        channels.touch(id);
        trail.record(actor, "channel.position.withdraw", channel.get(), words(planned.get()), Happening.CHANGE);
        return new Done(channel.get());
    }

    /** The codes of the types of business that a position can name. */
    public List<String> businessTypes() {
        return types.stream().flatMap(known -> known.codes().stream()).toList();
    }

    private Optional<Reason> refuses(Position wanted, Instant now) {
        if (wanted.segments().isEmpty()
                || wanted.businessTypes().isEmpty()
                || wanted.functions().isEmpty()) {
            return Optional.of(Reason.POSITION_EMPTY);
        }
        if (!businessTypes().containsAll(wanted.businessTypes())) {
            return Optional.of(Reason.TYPE_UNKNOWN);
        }
        if (wanted.from().isBefore(now)) {
            return Optional.of(Reason.POSITION_PAST);
        }
        boolean taken = of(wanted.channel()).stream().anyMatch(one -> one.from().equals(wanted.from()));
        return taken ? Optional.of(Reason.POSITION_TAKEN) : Optional.empty();
    }

    private static String words(Position position) {
        return "from " + position.from() + " " + List.of(names(position.segments())) + " "
                + List.of(texts(position.businessTypes())) + " " + List.of(names(position.functions()));
    }

    private static String[] names(Set<? extends Enum<?>> cases) {
        return texts(cases.stream().map(Enum::name).toList());
    }

    private static String[] texts(Collection<String> texts) {
        return texts.stream().sorted().toArray(String[]::new);
    }

    private static Position row(ResultSet row, int number) throws SQLException {
        return new Position(
                row.getLong("id"),
                new ChannelId(row.getLong("channel_id")),
                set(row, "segments").stream().map(CustomerSegment::valueOf).collect(Collectors.toSet()),
                set(row, "business_types"),
                set(row, "functions").stream().map(ChannelFunction::valueOf).collect(Collectors.toSet()),
                Times.in(row, "valid_from"));
    }

    private static Set<String> set(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray()).collect(Collectors.toSet());
    }
}
