package org.omnihall.hall.interaction;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Place;
import org.omnihall.hall.database.RowArrays;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The contact log: every contact on every channel, only ever added (requirement B29). Others push what happened to them through this door, in
 * their own transaction, so that a fact and its contact stand or fall together. A contact that was pushed before is stored once.
 */
@Component
public class Contacts {

    /** A contact on its way into the log, and when it is written. */
    private record Row(Contact contact, Instant now) {

        private static final RowArrays<Row> ROWS = new RowArrays<Row>("interaction.contact")
                .moment("at", row -> row.contact().at())
                .moment("written_at", Row::now)
                .text("source", row -> row.contact().source().name())
                .text("source_id", row -> row.contact().source().id())
                .id("journey", row -> row.contact().journey())
                .number("channel_id", row -> row.contact().channel().value())
                .maybeNumber("subscriber_id", row -> number(row.contact().whom().subscriber()))
                .maybeNumber("company_id", row -> number(row.contact().whom().company()))
                .maybeText("user_name", row -> row.contact().whom().user())
                .text("direction", row -> row.contact().direction().name())
                .text("kind", row -> row.contact().kind().name())
                .maybeText("business", row -> row.contact().business())
                .text("outcome", row -> row.contact().outcome())
                .json("detail", row -> ContactJson.detail(row.contact().detail()))
                .text("area_path", row -> row.contact().where().areaPath())
                .maybeNumber("venue_id", row -> number(row.contact().where().venue()));

        private static OptionalLong number(Optional<Long> value) {
            return value.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        }
    }

    private final JdbcClient db;
    private final JdbcTemplate rows;
    private final Channels channels;
    private final ObjectProvider<ContactWatch> watches;
    private final Clock clock;

    Contacts(JdbcClient db, JdbcTemplate rows, Channels channels, ObjectProvider<ContactWatch> watches, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.channels = channels;
        this.watches = watches;
        this.clock = clock;
    }

    /**
     * Writes one contact.
     *
     * @return false if it was known already
     * @throws UnknownChannel where its channel is not in the registry
     */
    public boolean write(Contact contact) {
        return write(List.of(contact)) == 1;
    }

    /**
     * Writes many contacts by one statement.
     *
     * @return how many were not known already
     * @throws UnknownChannel where one's channel is not in the registry; then none is written
     */
    public int write(List<Contact> contacts) {
        if (contacts.isEmpty()) {
            return 0;
        }
        contacts.stream().map(Contact::channel).distinct().forEach(this::demand);
        Instant now = clock.instant();
        int written = Row.ROWS.insertMissing(
                rows, contacts.stream().map(contact -> new Row(contact, now)).toList());
        tell(contacts);
        return written;
    }

    /** Writes a contact with the TMF683 body that told of it, and gives the log's id. */
    long post(Contact contact, String posted) {
        demand(contact.channel());
        long id = db.sql(insertFrom("(select :rows::jsonb as batch) batches", ":posted::jsonb") + " returning id")
                .param("now", Times.at(clock.instant()))
                .param("rows", ContactJson.of(List.of(contact)))
                .param("posted", posted)
                .query(Long.class)
                .single();
        tell(List.of(contact));
        return id;
    }

    private void tell(List<Contact> contacts) {
        watches.forEach(watch -> contacts.stream()
                .filter(contact -> watch.watches(contact.kind()))
                .forEach(watch::written));
    }

    /** The statement that takes batches of {@link ContactJson} apart and writes what the log does not know. */
    static String insertFrom(String batches, String posted) {
        return """
                insert into interaction.contact (at, written_at, source, source_id, journey, channel_id, subscriber_id,
                    company_id, user_name, direction, kind, business, outcome, detail, area_path, venue_id, posted)
                select at, :now, source, source_id, journey, channel_id, subscriber_id, company_id, user_name, direction,
                    kind, business, outcome, detail, area_path, venue_id, %s
                from %s, jsonb_to_recordset(batch) as told (at timestamptz, source text, source_id text, journey uuid,
                    channel_id bigint, subscriber_id bigint, company_id bigint, user_name text, direction text, kind text,
                    business text, outcome text, detail jsonb, area_path text, venue_id bigint)
                on conflict do nothing""".formatted(posted, batches);
    }

    /** A subscriber's contacts, the newest first. */
    public Slice<LoggedContact> of(long subscriber, Paging paging) {
        return list(ContactFilter.of(subscriber), paging);
    }

    /** The newest first. */
    public Slice<LoggedContact> list(ContactFilter filter, Paging paging) {
        Conditions asked = conditions(filter);
        Place.parse(paging.after())
                .ifPresent(after -> asked.and("(at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<LoggedContact> rows = db.sql(
                        "select * from interaction.contact" + asked.where() + " order by at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(ContactRows::row)
                .list();
        return paging.slice(rows, row -> new Place(row.contact().at(), row.id()).texts());
    }

    public Optional<LoggedContact> find(long id) {
        return db.sql("select * from interaction.contact where id = ?")
                .param(id)
                .query(ContactRows::row)
                .optional();
    }

    /**
     * A subscriber's newest contacts, at most so many. The recent months are looked at first; only who was seldom in contact has the older ones
     * opened too, each of which costs a look into its index.
     */
    List<LoggedContact> newest(long subscriber, int most, Instant recent) {
        List<LoggedContact> found = newest(subscriber, ">=", recent, most);
        return found.size() == most
                ? found
                : Stream.concat(found.stream(), newest(subscriber, "<", recent, most - found.size()).stream())
                        .toList();
    }

    private List<LoggedContact> newest(long subscriber, String side, Instant border, int most) {
        return db.sql("select * from interaction.contact where subscriber_id = ? and at " + side
                        + " ? order by at desc, id desc limit ?")
                .params(subscriber, Times.at(border), most)
                .query(ContactRows::row)
                .list();
    }

    /** How often customers turned to us on a channel since a moment. */
    public long inboundOn(ChannelId channel, Instant since) {
        return db.sql(
                        "select count(*) from interaction.contact where channel_id = ? and at >= ? and direction = 'INBOUND'")
                .params(channel.value(), Times.at(since))
                .query(Long.class)
                .single();
    }

    /** In how many journeys a subscriber turned to us on each channel since a moment; seen in so many of his newest contacts. */
    Map<ChannelId, Long> journeys(long subscriber, Instant since, int considered) {
        Map<ChannelId, Long> counted = new HashMap<>();
        db.sql("""
                select channel_id, count(distinct journey) as journeys from (
                    select channel_id, journey, direction from interaction.contact where subscriber_id = ? and at >= ?
                    order by at desc, id desc limit ?) newest
                where direction = 'INBOUND' group by channel_id""").params(subscriber, Times.at(since), considered).query(row -> {
            counted.put(new ChannelId(row.getLong("channel_id")), row.getLong("journeys"));
        });
        return counted;
    }

    private void demand(ChannelId channel) {
        if (channels.find(channel).isEmpty()) {
            throw new UnknownChannel(channel);
        }
    }

    private static Conditions conditions(ContactFilter filter) {
        return new Conditions()
                .below("area_path", filter.areaPath())
                .and("subscriber_id = :subscriber", "subscriber", filter.subscriber())
                .and("company_id = :company", "company", filter.company())
                .and("journey = :journey", "journey", filter.journey())
                .and("channel_id = :channel", "channel", filter.channel().map(ChannelId::value))
                .and("kind = :kind", "kind", filter.kind().map(ContactKind::name))
                .and("at >= :from", "from", filter.from().map(Times::at))
                .and("at < :until", "until", filter.until().map(Times::at));
    }
}
