package org.omnihall.hall.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Keyset;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The messages that were sent, newest first, for people to look at. Their words, such as a code, are not read at all (access rule 5). */
@Component
public class SentMessages {

    /** One message without its words. */
    public record Entry(
            UUID id,
            Instant createdAt,
            Msisdn to,
            long subscriber,
            Purpose purpose,
            String template,
            MessageState state,
            String reason,
            String gateway,
            int tries,
            UUID journey,
            Instant changedAt) {}

    /** Which messages are wanted. */
    public record Filter(String areaPath, Optional<Msisdn> to, Optional<MessageState> state) {}

    /** How many messages of a state were made since a moment. */
    public record Sum(MessageState state, long times) {}

    private final JdbcClient db;

    SentMessages(JdbcClient db) {
        this.db = db;
    }

    public Slice<Entry> list(Filter filter, Paging paging) {
        Conditions asked = new Conditions()
                .below("area_path", filter.areaPath())
                .and("msisdn = :to", "to", filter.to().map(Msisdn::digits))
                .and("state = :state", "state", filter.state().map(Enum::name));
        Keyset.parse(paging.after())
                .ifPresent(after -> asked.and("(created_at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<Entry> rows = db.sql("""
                        select id, created_at, msisdn, subscriber, purpose, template, state, reason, coalesce(gateway, '') gateway,
                            tries, journey, changed_at from messaging.message""" + asked.where() + " order by created_at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        Times.in(row, "created_at"),
                        new Msisdn(row.getString("msisdn")),
                        row.getLong("subscriber"),
                        Purpose.valueOf(row.getString("purpose")),
                        row.getString("template"),
                        MessageState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("gateway"),
                        row.getInt("tries"),
                        row.getObject("journey", UUID.class),
                        Times.in(row, "changed_at")))
                .list();
        return paging.slice(rows, row -> new Keyset(row.createdAt(), row.id()).texts());
    }

    /** What became of the messages made since a moment, by state. */
    public List<Sum> since(String areaPath, Instant from) {
        Conditions asked = new Conditions()
                .and("created_at >= :from", "from", Times.at(from))
                .below("area_path", areaPath);
        return db.sql("select state, count(*) times from messaging.message" + asked.where() + " group by state")
                .params(asked.values())
                .query((row, number) -> new Sum(MessageState.valueOf(row.getString("state")), row.getLong("times")))
                .list();
    }
}
