package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Consent.Medium;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ledger of consent. Entries are only ever added, which the table itself sees to; the newest word counts, whether it was said for a
 * number or by the person that holds it. Without a word nothing is allowed.
 */
@Component
public class Consents {

    private static final int HISTORY = 100;
    private static final int LONGEST_SOURCE = 100;

    /** Whose words count for a subscriber: his own, his holder's and those of records that became the holder's. */
    private static final String OF_SUBSCRIBER = """
            with recursive holder as (
                select holder_id as id from party.subscriber where id = :id and holder_id is not null
                union
                select other.id from party.individual other join holder on other.merged_into = holder.id)
            select * from party.consent_entry where (subscriber_id = :id or individual_id in (select id from holder))""";

    private static final String OF_INDIVIDUAL = """
            with recursive record as (
                select :id::bigint as id
                union
                select other.id from party.individual other join record on other.merged_into = record.id)
            select * from party.consent_entry where individual_id in (select id from record)""";

    private static final String OF_COMPANY = """
            with recursive record as (
                select :id::bigint as id
                union
                select other.id from party.company other join record on other.merged_into = record.id)
            select * from party.consent_entry where company_id in (select id from record)""";

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(JdbcClient db, AuditTrail audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether a subscriber allows something without regard to a medium: his newest word on all mediums. */
    public boolean allows(long subscriberId, ConsentPurpose purpose) {
        return allows(PartyRef.subscriber(subscriberId), purpose, Medium.ALL);
    }

    /** Whether somebody allows something by a medium: his newest word on that medium or on all. */
    public boolean allows(PartyRef who, ConsentPurpose purpose, Medium medium) {
        return db.sql("select given from (" + entriesOf(who) + """
                        ) entry where purpose = :purpose and medium in (:medium, 'ALL') order by at desc, id desc limit 1""")
                .param("id", who.id())
                .param("purpose", purpose.name())
                .param("medium", medium.name())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** All that somebody allows without regard to a medium: of his words on all mediums, the newest on each purpose. */
    public Set<ConsentPurpose> allowedBy(PartyRef who) {
        return db.sql("select purpose from (select distinct on (purpose) purpose, given from (" + entriesOf(who) + """
                        ) entry where medium = 'ALL' order by purpose, at desc, id desc) newest where given""")
                .param("id", who.id())
                .query((row, number) -> ConsentPurpose.valueOf(row.getString("purpose")))
                .set();
    }

    /** All words of somebody, the newest first, a hundred at most. */
    public List<Consent> history(PartyRef who) {
        return db.sql("select * from (" + entriesOf(who) + ") entry order by at desc, id desc limit :most")
                .param("id", who.id())
                .param("most", HISTORY)
                .query(Consents::read)
                .list();
    }

    /** Adds a word to the ledger. Refused for who is not there, for no source, and for a moment that has not come yet. */
    @Transactional
    public Change<Consent> record(Consent word) {
        if (word.source().isBlank() || word.source().length() > LONGEST_SOURCE) {
            return Change.refused(word.source().isBlank() ? Reason.NO_REASON : Reason.TOO_LONG);
        }
        if (word.at().isAfter(clock.instant()) || word.at().isBefore(Instant.EPOCH)) {
            return Change.refused(Reason.BAD_DAYS);
        }
        if (!isThere(word.by())) {
            return Change.refused(Reason.UNKNOWN);
        }
        db.sql("""
                        insert into party.consent_entry (subscriber_id, individual_id, company_id, purpose, medium, given, at, source,
                            by_actor)
                        values (:subscriber, :individual, :company, :purpose, :medium, :given, :at, :source, :actor)""")
                .param("subscriber", idOf(word.by(), PartyRef.Kind.SUBSCRIBER))
                .param("individual", idOf(word.by(), PartyRef.Kind.INDIVIDUAL))
                .param("company", idOf(word.by(), PartyRef.Kind.COMPANY))
                .param("purpose", word.purpose().name())
                .param("medium", word.medium().name())
                .param("given", word.given())
                .param("at", Times.at(word.at()))
                .param("source", word.source().strip())
                .param("actor", word.actor())
                .update();
        audit.record(
                word.actor(),
                word.given() ? "consent.give" : "consent.withdraw",
                word.by().kind().name().toLowerCase(Locale.ROOT) + ":"
                        + word.by().id(),
                word.purpose() + " " + word.medium() + ", " + word.source().strip());
        return Change.done(word);
    }

    private boolean isThere(PartyRef who) {
        String table = switch (who.kind()) {
            case SUBSCRIBER -> "party.subscriber";
            case INDIVIDUAL -> "party.individual";
            case COMPANY -> "party.company";
        };
        return db.sql("select id from " + table + " where id = ?")
                .param(who.id())
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private static String entriesOf(PartyRef who) {
        return switch (who.kind()) {
            case SUBSCRIBER -> OF_SUBSCRIBER;
            case INDIVIDUAL -> OF_INDIVIDUAL;
            case COMPANY -> OF_COMPANY;
        };
    }

    private static @Nullable Long idOf(PartyRef who, PartyRef.Kind kind) {
        return who.kind() == kind ? who.id() : null;
    }

    private static Consent read(ResultSet row, int number) throws SQLException {
        return new Consent(
                by(row),
                ConsentPurpose.valueOf(row.getString("purpose")),
                Medium.valueOf(row.getString("medium")),
                row.getBoolean("given"),
                Times.in(row, "at"),
                row.getString("source"),
                row.getString("by_actor"));
    }

    private static PartyRef by(ResultSet row) throws SQLException {
        long subscriber = row.getLong("subscriber_id");
        long individual = row.getLong("individual_id");
        return subscriber != 0
                ? PartyRef.subscriber(subscriber)
                : individual != 0 ? PartyRef.individual(individual) : PartyRef.company(row.getLong("company_id"));
    }
}
