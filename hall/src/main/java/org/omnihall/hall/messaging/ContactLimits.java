package org.omnihall.hall.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The limits of contact and what has been used of them. Codes have none: who asks for one gets it. */
@Component
class ContactLimits {

    private static final String COLUMNS =
            "select purpose, per_day, per_month, quiet_from, quiet_until from messaging.contact_limit ";

    private final JdbcClient db;
    private final AuditTrail audit;

    ContactLimits(JdbcClient db, AuditTrail audit) {
        this.db = db;
        this.audit = audit;
    }

    List<ContactLimit> all() {
        return db.sql(COLUMNS + "order by purpose").query(ContactLimits::read).list();
    }

    Optional<ContactLimit> of(Purpose purpose) {
        return db.sql(COLUMNS + "where purpose = ?")
                .param(purpose.name())
                .query(ContactLimits::read)
                .optional();
    }

    @Transactional
    public void change(ContactLimit limit, String actor) {
        db.sql("""
                        update messaging.contact_limit set per_day = ?, per_month = ?, quiet_from = ?, quiet_until = ?
                        where purpose = ?""")
                .params(
                        limit.perDay(),
                        limit.perMonth(),
                        limit.quiet().from(),
                        limit.quiet().until(),
                        limit.purpose().name())
                .update();
        audit.record(actor, "contact-limit.change", "contact-limit:" + limit.purpose(), limit.toString());
    }

    /**
     * Takes one of what a customer may be sent on a day, in the caller's transaction; requests at the same time wait for each other, so that never
     * one too many is given.
     *
     * @return what is used up, or nothing where one was taken
     */
    Optional<Reason> take(ContactLimit limit, long subscriber, LocalDate day) {
        String month = day.toString().substring(0, 7);
        if (!takes(limit.purpose(), subscriber, month, limit.perMonth())) {
            return Optional.of(Reason.MONTH_USED_UP);
        }
        if (!takes(limit.purpose(), subscriber, day.toString(), limit.perDay())) {
            db.sql("""
                            update messaging.contact_taken set number = number - 1
                            where subscriber = ? and purpose = ? and period = ?""").params(subscriber, limit.purpose().name(), month).update();
            return Optional.of(Reason.DAY_USED_UP);
        }
        return Optional.empty();
    }

    private boolean takes(Purpose purpose, long subscriber, String period, int most) {
        return db.sql("""
                        insert into messaging.contact_taken as taken (subscriber, purpose, period, number)
                        select :subscriber, :purpose, :period, 1 where :most > 0
                        on conflict (subscriber, purpose, period) do update set number = taken.number + 1 where taken.number < :most""")
                        .param("subscriber", subscriber)
                        .param("purpose", purpose.name())
                        .param("period", period)
                        .param("most", most)
                        .update()
                == 1;
    }

    private static ContactLimit read(ResultSet row, int number) throws SQLException {
        return new ContactLimit(
                Purpose.valueOf(row.getString("purpose")),
                row.getInt("per_day"),
                row.getInt("per_month"),
                new QuietHours(
                        row.getObject("quiet_from", LocalTime.class), row.getObject("quiet_until", LocalTime.class)));
    }
}
