package org.omnihall.hall.interaction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Place;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.Handover.Act;
import org.omnihall.hall.interaction.Handover.State;
import org.omnihall.hall.interaction.HandoverChange.Done;
import org.omnihall.hall.interaction.HandoverChange.Reason;
import org.omnihall.hall.interaction.HandoverChange.Refused;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What waits at one channel because another one handed it over: durable, taken by one person exactly once, told to the contact log in the same
 * transaction, so that each step stands in the customer's journey (requirements B24, B29).
 */
@Component
public class Handovers {

    /** So many of a list without pages are given. */
    public static final int MOST = 20;

    private static final String SYSTEM = "system";
    private static final String ALIVE = "state in ('WAITING', 'TAKEN')";

    private final JdbcClient db;
    private final HandoverRules rules;
    private final Contacts contacts;
    private final AuditTrail audit;
    private final Clock clock;

    Handovers(JdbcClient db, HandoverRules rules, Contacts contacts, AuditTrail audit, Clock clock) {
        this.db = db;
        this.rules = rules;
        this.contacts = contacts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Who acts, and at which channel. */
    public record By(String login, ChannelId channel) {}

    /** A hand-over after one of its changes, which are counted. */
    private record Step(Handover handover, long number) {}

    /** Hands it over; an order that is on its way already, or a wish of the same journey, is not handed over again. */
    @Transactional
    public HandoverChange give(Handover.Draft draft, String login) {
        Instant now = now();
        Optional<Reason> reason = rules.refuses(draft, now);
        if (reason.isPresent()) {
            return new Refused(reason.get());
        }
        Handover.Matter matter = draft.matter();
        Optional<Step> made = db.sql("""
                        insert into interaction.handover (area_path, journey, from_channel_id, to_channel_id, subscriber_id, company_id,
                            thing, order_id, business, remark, reason, principles, state, given_by, given_at, changed_at, version)
                        values (:area, :journey, :from, :to, :subscriber, :company, :thing, :order, :business, :remark, :reason,
                            :principles, 'WAITING', :login, :now, :now, 1)
                        on conflict do nothing returning *""")
                .param("area", rules.areaOf(draft.way().to()))
                .param("journey", matter.journey())
                .param("from", draft.way().from().value())
                .param("to", draft.way().to().value())
                .param("subscriber", matter.whom().subscriber().orElse(null), Types.BIGINT)
                .param("company", matter.whom().company().orElse(null), Types.BIGINT)
                .param("thing", matter.thing().name())
                .param("order", matter.order().orElse(null), Types.BIGINT)
                .param("business", matter.business())
                .param("remark", matter.remark().strip())
                .param("reason", draft.way().reason())
                .param("principles", draft.way().principles().toArray(String[]::new))
                .param("login", login)
                .param("now", Times.at(now))
                .query(Handovers::step)
                .optional();
        made.ifPresent(
                step -> tell(step, "GIVEN", new By(login, step.handover().way().from())));
        return made.<HandoverChange>map(step -> new Done(step.handover()))
                .orElseGet(() -> new Refused(Reason.ON_ITS_WAY));
    }

    /** Takes what waits at his channel: of any number who take it at once, one has it. */
    @Transactional
    public HandoverChange take(long id, By by) {
        return done(id, Act.TAKE, by, "TAKEN", """
                update interaction.handover set state = 'TAKEN', taken_by = :login, taken_at = :now, changed_at = :now,
                    version = version + 1
                where id = :id and state = 'WAITING' and to_channel_id = :channel returning *""");
    }

    /** What was taken is done. */
    @Transactional
    public HandoverChange finish(long id, By by) {
        return done(id, Act.FINISH, by, "FINISHED", """
                update interaction.handover set state = 'DONE', changed_at = :now, version = version + 1
                where id = :id and state = 'TAKEN' and to_channel_id = :channel and taken_by = :login returning *""");
    }

    /** What was taken waits again, with its old age. */
    @Transactional
    public HandoverChange giveBack(long id, By by) {
        return done(id, Act.GIVE_BACK, by, "GIVEN_BACK", """
                update interaction.handover set state = 'WAITING', taken_by = null, taken_at = null, changed_at = :now,
                    version = version + 1
                where id = :id and state = 'TAKEN' and to_channel_id = :channel and taken_by = :login returning *""");
    }

    /** The channel that handed it over takes it back, as long as nobody has taken it. */
    @Transactional
    public HandoverChange withdraw(long id, By by) {
        return done(id, Act.WITHDRAW, by, "WITHDRAWN", """
                update interaction.handover set state = 'WITHDRAWN', changed_at = :now, version = version + 1
                where id = :id and state = 'WAITING' and from_channel_id = :channel returning *""");
    }

    /** Ends what was handed over of an order that has ended: who took it has done it, and what nobody took is withdrawn. */
    @Transactional
    void ended(long order, ChannelId channel) {
        db.sql("""
                        update interaction.handover set state = case state when 'TAKEN' then 'DONE' else 'WITHDRAWN' end,
                            changed_at = :now, version = version + 1
                        where order_id = :order and state in ('WAITING', 'TAKEN') returning *""")
                .param("order", order)
                .param("now", Times.at(now()))
                .query(Handovers::step)
                .optional()
                .ifPresent(step -> tell(
                        step,
                        step.handover().state() == State.DONE ? "FINISHED" : "WITHDRAWN",
                        new By(SYSTEM, channel)));
    }

    public Optional<Handover> find(long id) {
        return db.sql("select * from interaction.handover where id = ?")
                .param(id)
                .query(Handovers::row)
                .optional();
    }

    /** What waits at a channel or was taken there and is not done, the oldest first. */
    public Slice<Handover> waitingAt(ChannelId channel, Paging paging) {
        Conditions asked = new Conditions().and(ALIVE).and("to_channel_id = :channel", "channel", channel.value());
        Place.parse(paging.after())
                .ifPresent(after -> asked.and("(given_at, id) > (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<Handover> rows = db.sql(
                        "select * from interaction.handover" + asked.where() + " order by given_at, id limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(Handovers::row)
                .list();
        return paging.slice(rows, row -> new Place(row.given().at(), row.id()).texts());
    }

    /** What a channel handed over and what is not done yet, the newest first; the first twenty. */
    public List<Handover> givenBy(ChannelId channel) {
        return db.sql("select * from interaction.handover where from_channel_id = ? and " + ALIVE
                        + " order by given_at desc, id desc limit ?")
                .params(channel.value(), MOST)
                .query(Handovers::row)
                .list();
    }

    /** A customer's hand-overs that are not done yet, the newest first; the first twenty. */
    public List<Handover> openFor(Contact.Whom whom) {
        return db.sql(
                        "select * from interaction.handover where (subscriber_id = :subscriber or company_id = :company) and "
                                + ALIVE + " order by given_at desc, id desc limit :most")
                .param("subscriber", whom.subscriber().orElse(null), Types.BIGINT)
                .param("company", whom.company().orElse(null), Types.BIGINT)
                .param("most", MOST)
                .query(Handovers::row)
                .list();
    }

    /** What is wrong with a remark about a customer; nothing where it may be kept. */
    public static Optional<Reason> wrong(String remark) {
        return HandoverRules.words(remark);
    }

    private HandoverChange done(long id, Act act, By by, String outcome, String statement) {
        Optional<Step> changed = db.sql(statement)
                .param("id", id)
                .param("login", by.login())
                .param("channel", by.channel().value())
                .param("now", Times.at(now()))
                .query(Handovers::step)
                .optional();
        changed.ifPresent(step -> tell(step, outcome, by));
        return changed.<HandoverChange>map(step -> new Done(step.handover()))
                .orElseGet(() -> new Refused(
                        find(id).map(one -> HandoverRules.refuses(one, act, by)).orElse(Reason.UNKNOWN)));
    }

    /** Tells the log of a step and writes down who made it. */
    private void tell(Step step, String outcome, By by) {
        Handover one = step.handover();
        Handover.Matter matter = one.matter();
        contacts.write(Contact.inbound(
                        new Contact.Source("interaction.handover", one.id() + ":" + step.number()),
                        matter.journey(),
                        by.channel(),
                        ContactKind.HANDOVER,
                        one.changedAt())
                .outbound()
                .with(matter.whom())
                .about(matter.business())
                .ended(outcome)
                .saying(Map.of(
                        "handover",
                        Long.toString(one.id()),
                        "to",
                        rules.codeOf(one.way().to())))
                .in(Contact.Where.area(rules.areaOf(by.channel()))));
        audit.record(
                by.login(),
                "handover." + outcome.toLowerCase(Locale.ROOT).replace('_', '-'),
                "handover:" + one.id(),
                matter.thing() + " " + matter.business() + " to "
                        + rules.codeOf(one.way().to()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Step step(ResultSet row, int number) throws SQLException {
        return new Step(row(row, number), row.getLong("version"));
    }

    private static Handover row(ResultSet row, int number) throws SQLException {
        Instant changed = Times.in(row, "changed_at");
        Optional<Instant> taken = Times.maybeIn(row, "taken_at");
        String by = row.getString("taken_by");
        return new Handover(
                row.getLong("id"),
                new Handover.Matter(
                        row.getObject("journey", UUID.class),
                        new Contact.Whom(
                                Optional.ofNullable(row.getObject("subscriber_id", Long.class)),
                                Optional.ofNullable(row.getObject("company_id", Long.class)),
                                Optional.empty()),
                        Handover.Thing.valueOf(row.getString("thing")),
                        Optional.ofNullable(row.getObject("order_id", Long.class)),
                        row.getString("business"),
                        row.getString("remark")),
                new Handover.Way(
                        new ChannelId(row.getLong("from_channel_id")),
                        new ChannelId(row.getLong("to_channel_id")),
                        row.getString("reason"),
                        Stream.of((String[]) row.getArray("principles").getArray())
                                .toList()),
                row.getString("area_path"),
                State.valueOf(row.getString("state")),
                new Handover.Hand(row.getString("given_by"), Times.in(row, "given_at")),
                taken.map(at -> new Handover.Hand(by, at)),
                changed);
    }
}
