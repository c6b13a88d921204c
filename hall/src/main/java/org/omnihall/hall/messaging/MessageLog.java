package org.omnihall.hall.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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

/** What was sent, for people to look at. It cannot read the words of a message: every text shows •••••• in their place (access rule 5). */
@Component
public class MessageLog {

    /**
     * One message as a list shows it.
     *
     * @param text its text with •••••• for every word
     * @param reason why it was not sent or failed
     * @param gateway the gateway that answered last
     * @param tries how often it was taken up for sending
     */
    public record Entry(
            MessageId id,
            Purpose purpose,
            Msisdn to,
            long subscriber,
            String template,
            String text,
            MessageState state,
            Optional<Reason> reason,
            Optional<String> gateway,
            int tries,
            Instant createdAt,
            Instant changedAt,
            Instant validUntil,
            UUID journey,
            String areaPath) {}

    /**
     * One thing that happened to a message.
     *
     * @param outcome the case of the gateway's answer, or {@code Receipt}
     * @param detail what the gateway said
     */
    public record Attempt(Instant at, String gateway, String outcome, String detail) {}

    /** How many messages stand so. */
    public record Sum(MessageState state, long times) {}

    private final JdbcClient db;
    private final MessageTexts texts;

    MessageLog(JdbcClient db, MessageTexts texts) {
        this.db = db;
        this.texts = texts;
    }

    /** The newest first. */
    public Slice<Entry> list(MessageFilter filter, Paging paging) {
        Conditions asked = conditions(filter);
        Keyset.parse(paging.after())
                .ifPresent(after -> asked.and("(created_at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<Entry> rows = db.sql("select * from messaging.message" + asked.where()
                        + " order by created_at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(this::entry)
                .list();
        return paging.slice(rows, row -> new Keyset(row.createdAt(), row.id().value()).texts());
    }

    public Optional<Entry> find(MessageId id) {
        return db.sql("select * from messaging.message where id = ?")
                .param(id.value())
                .query(this::entry)
                .optional();
    }

    /** All messages of one login attempt, the oldest first. */
    public List<Entry> ofJourney(UUID journey) {
        return db.sql("select * from messaging.message where journey = ? order by created_at, id limit 100")
                .param(journey)
                .query(this::entry)
                .list();
    }

    /** What happened to a message, the oldest first; the first two hundred. */
    public List<Attempt> attempts(MessageId id) {
        return db.sql("select * from messaging.attempt where message = ? order by id limit 200")
                .param(id.value())
                .query((row, number) -> new Attempt(
                        Times.in(row, "at"),
                        row.getString("gateway"),
                        row.getString("outcome"),
                        row.getString("detail")))
                .list();
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

    private static Conditions conditions(MessageFilter filter) {
        return new Conditions()
                .below("area_path", filter.areaPath())
                .and("msisdn = :msisdn", "msisdn", filter.to().map(Msisdn::digits))
                .and("state = :state", "state", filter.state().map(MessageState::name))
                .and("gateway = :gateway", "gateway", filter.gateway())
                .and("created_at >= :from", "from", filter.from().map(Times::at))
                .and("created_at < :until", "until", filter.until().map(Times::at));
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                new MessageId(row.getObject("id", UUID.class)),
                Purpose.valueOf(row.getString("purpose")),
                new Msisdn(row.getString("msisdn")),
                row.getLong("subscriber"),
                row.getString("template"),
                texts.masked(row.getString("template"), Locale.of(row.getString("language"))),
                MessageState.valueOf(row.getString("state")),
                Optional.of(row.getString("reason"))
                        .filter(reason -> !reason.isEmpty())
                        .map(Reason::valueOf),
                Optional.ofNullable(row.getString("gateway")),
                row.getInt("tries"),
                Times.in(row, "created_at"),
                Times.in(row, "changed_at"),
                Times.in(row, "valid_until"),
                row.getObject("journey", UUID.class),
                row.getString("area_path"));
    }
}
