package org.omnihall.hall.console.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelForm;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.Handover;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visits at the desk: each is told to the contact log once when it begins and once when it ends (requirement B29). */
@Component
class DeskVisits {

    private static final int SHOWN = 10;

    private final JdbcClient db;
    private final Channels channels;
    private final Contacts contacts;
    private final Clock clock;

    DeskVisits(JdbcClient db, Channels channels, Contacts contacts, Clock clock) {
        this.db = db;
        this.channels = channels;
        this.contacts = contacts;
        this.clock = clock;
    }

    /**
     * Begins to serve a customer; who is being served by the same person goes on being served. A hand-over brings its journey along: where
     * that is another one, what ran has been served and a new visit begins.
     */
    @Transactional
    public Visit begin(String login, Channel here, Contact.Whom whom, Optional<Handover> taken) {
        Optional<Visit> running = running(login, whom);
        if (running.isEmpty()) {
            return made(login, here, whom, taken).orElseGet(() -> begin(login, here, whom, taken));
        }
        Visit visit = running.get();
        if (taken.isEmpty()) {
            return visit;
        }
        if (!taken.get().matter().journey().equals(visit.journey())) {
            end(visit, Visit.Outcome.SERVED, "");
            return begin(login, here, whom, taken);
        }
        db.sql("update console.visit set handover_id = ? where id = ?")
                .params(taken.get().id(), visit.id())
                .update();
        return find(visit.id()).orElseThrow();
    }

    /** A new visit; nothing where the same person began to serve him at the same moment. */
    private Optional<Visit> made(String login, Channel here, Contact.Whom whom, Optional<Handover> taken) {
        Instant now = now();
        UUID id = MomentId.at(now);
        int made = db.sql("""
                        insert into console.visit (id, login, channel_id, area_path, journey, subscriber_id, company_id, handover_id,
                            begun_at)
                        values (:id, :login, :channel, :area, :journey, :subscriber, :company, :handover, :now)
                        on conflict do nothing""")
                .param("id", id)
                .param("login", login)
                .param("channel", here.id().value())
                .param("area", here.areaPath())
                .param("journey", taken.map(one -> one.matter().journey()).orElseGet(() -> MomentId.at(now)))
                .param("subscriber", whom.subscriber().orElse(null), Types.BIGINT)
                .param("company", whom.company().orElse(null), Types.BIGINT)
                .param("handover", taken.map(Handover::id).orElse(null), Types.BIGINT)
                .param("now", Times.at(now))
                .update();
        if (made == 0) {
            return Optional.empty();
        }
        Visit visit = find(id).orElseThrow();
        contacts.write(contact(visit, "begin", kind(here), visit.begunAt()).ended("BEGUN"));
        return Optional.of(visit);
    }

    /** The visit in which somebody serves a customer now, held until the transaction ends. */
    private Optional<Visit> running(String login, Contact.Whom whom) {
        return db.sql("""
                        select * from console.visit where login = :login and ended_at is null
                            and (subscriber_id = :subscriber or company_id = :company) for update""")
                .param("login", login)
                .param("subscriber", whom.subscriber().orElse(null), Types.BIGINT)
                .param("company", whom.company().orElse(null), Types.BIGINT)
                .query(DeskVisits::row)
                .optional();
    }

    Optional<Visit> find(UUID id) {
        return db.sql("select * from console.visit where id = ?")
                .param(id)
                .query(DeskVisits::row)
                .optional();
    }

    /** A visit, held until the transaction ends. */
    Visit locked(UUID id) {
        return db.sql("select * from console.visit where id = ? for update")
                .param(id)
                .query(DeskVisits::row)
                .single();
    }

    /** Whom somebody serves now, the newest first. */
    List<Visit> open(String login) {
        return db.sql("select * from console.visit where login = ? and ended_at is null order by begun_at desc")
                .param(login)
                .query(DeskVisits::row)
                .list();
    }

    /** Whom somebody served last, the newest first. */
    List<Visit> served(String login) {
        return db.sql("""
                        select * from console.visit where login = ? and ended_at is not null order by begun_at desc limit ?""").params(login, SHOWN).query(DeskVisits::row).list();
    }

    /** He was told what the slot shows; the first time is told to the log. */
    @Transactional
    public void told(Visit visit, String item) {
        if (noted("update console.visit set told_at = :now where id = :id and told_at is null", visit)) {
            contacts.write(contact(visit, "told", ContactKind.SLOT_SHOWN, now())
                    .about(item)
                    .ended("TOLD"));
        }
    }

    /** He wants it; gives false where that was known. */
    @Transactional
    public boolean wanted(Visit visit, String item) {
        boolean first = noted("update console.visit set wanted_at = :now where id = :id and wanted_at is null", visit);
        if (first) {
            contacts.write(
                    contact(visit, "wanted", ContactKind.SLOT_CLICKED, now()).about(item));
        }
        return first;
    }

    void offered(Visit visit, UUID message) {
        db.sql("update console.visit set offered = ? where id = ?")
                .params(message, visit.id())
                .update();
    }

    /** Ends a visit; one that has ended stays as it is. */
    @Transactional
    public void end(Visit visit, Visit.Outcome outcome, String remark) {
        int ended = db.sql("""
                        update console.visit set ended_at = :now, outcome = :outcome, remark = :remark
                        where id = :id and ended_at is null""")
                .param("id", visit.id())
                .param("now", Times.at(now()))
                .param("outcome", outcome.name())
                .param("remark", remark)
                .update();
        if (ended == 1) {
            ContactKind kind =
                    channels.find(visit.channel()).map(DeskVisits::kind).orElse(ContactKind.VISIT);
            contacts.write(contact(visit, "end", kind, now())
                    .outbound()
                    .ended("ENDED_" + outcome)
                    .saying(remark.isEmpty() ? Map.of() : Map.of("remark", cut(remark))));
        }
    }

    private boolean noted(String statement, Visit visit) {
        return db.sql(statement)
                        .param("id", visit.id())
                        .param("now", Times.at(now()))
                        .update()
                == 1;
    }

    private static Contact contact(Visit visit, String step, ContactKind kind, Instant at) {
        return Contact.inbound(
                        new Contact.Source("console.desk", visit.id() + ":" + step),
                        visit.journey(),
                        visit.channel(),
                        kind,
                        at)
                .with(visit.whom())
                .in(Contact.Where.area(visit.areaPath()));
    }

    /** Who telephones calls, who comes or is visited visits. */
    private static ContactKind kind(Channel here) {
        return here.ofClass().form() == ChannelForm.ELECTRONIC ? ContactKind.CALL : ContactKind.VISIT;
    }

    private static String cut(String text) {
        return text.length() > Contact.LONGEST_VALUE ? text.substring(0, Contact.LONGEST_VALUE) : text;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Visit row(ResultSet row, int number) throws SQLException {
        return new Visit(
                row.getObject("id", UUID.class),
                row.getString("login"),
                new ChannelId(row.getLong("channel_id")),
                row.getString("area_path"),
                row.getObject("journey", UUID.class),
                new Contact.Whom(
                        Optional.ofNullable(row.getObject("subscriber_id", Long.class)),
                        Optional.ofNullable(row.getObject("company_id", Long.class)),
                        Optional.empty()),
                Optional.ofNullable(row.getObject("handover_id", Long.class)),
                Times.in(row, "begun_at"),
                row.getObject("told_at") != null,
                row.getObject("wanted_at") != null,
                Optional.ofNullable(row.getObject("offered", UUID.class)),
                Times.maybeIn(row, "ended_at"));
    }
}
