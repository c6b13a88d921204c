package org.omnihall.hall.party;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.party.BillSplit.Payer;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.GroupShare.ChargeKind;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which subscribers are members of which companies, since when and until when, and what the company pays (requirement D12). */
@Component
public class Memberships {

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final JdbcClient db;
    private final Tiers tiers;
    private final Today today;
    private final AuditTrail audit;

    Memberships(JdbcClient db, Tiers tiers, Today today, AuditTrail audit) {
        this.db = db;
        this.tiers = tiers;
        this.today = today;
        this.audit = audit;
    }

    /** What is entered of a membership. */
    public record Draft(long companyId, long subscriberId, LocalDate from, Optional<LocalDate> to, GroupShare share) {}

    public Optional<Membership> find(long id) {
        return db.sql("select * from party.membership where id = ?")
                .param(id)
                .query(Memberships::read)
                .optional();
    }

    /** A page of a company's members, past and future ones among them, the newest first. */
    public Slice<Membership> of(long companyId, Paging paging) {
        Conditions asked = new Conditions().and("company_id = :company", "company", companyId);
        After.row(paging, asked, "id < :after");
        List<Membership> rows = db.sql(
                        "select * from party.membership" + asked.where() + " order by id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(Memberships::read)
                .list();
        return paging.slice(rows, row -> After.of(row.id()));
    }

    /** The subscribers that are members of a company on a day, so many at most. */
    public List<Long> subscribersOf(long companyId, LocalDate day, int most) {
        return db.sql("""
                        select distinct subscriber_id from party.membership
                        where company_id = :company and :day between from_day and coalesce(to_day, :day)
                        order by subscriber_id limit :most""")
                .param("company", companyId)
                .param("day", Date.valueOf(day))
                .param("most", most)
                .query((row, number) -> row.getLong("subscriber_id"))
                .list();
    }

    /** Which of these subscribers are members of a company on a day. */
    public Set<Long> among(long companyId, Collection<Long> subscribers, LocalDate day) {
        return new HashSet<>(db.sql("""
                        select subscriber_id from party.membership where company_id = :company
                            and subscriber_id = any(:subscribers) and :day between from_day and coalesce(to_day, :day)""")
                .param("company", companyId)
                .param("subscribers", subscribers.toArray(Long[]::new))
                .param("day", Date.valueOf(day))
                .query((row, number) -> row.getLong("subscriber_id"))
                .list());
    }

    /** The memberships of a subscriber on a day, the longest first: the order in which companies pay. */
    public List<Membership> of(long subscriberId, LocalDate day) {
        return db.sql("""
                        select * from party.membership
                        where subscriber_id = :subscriber and :day between from_day and coalesce(to_day, :day)
                        order by from_day, id""")
                .param("subscriber", subscriberId)
                .param("day", Date.valueOf(day))
                .query(Memberships::read)
                .list();
    }

    /** The memberships of a subscriber today. */
    public List<Membership> today(long subscriberId) {
        return of(subscriberId, today.day());
    }

    /** Who pays for a subscriber on a day, in their order, for {@link BillSplit#of}. */
    public List<Payer> payersFor(long subscriberId, LocalDate day) {
        return of(subscriberId, day).stream()
                .map(membership -> new Payer(membership.companyId(), membership.share()))
                .toList();
    }

    /** Refused where he is a member of the same company on one of the days already. */
    @Transactional
    public Change<Membership> join(Draft draft, String actor) {
        if (!areDays(draft.from(), draft.to())) {
            return Change.refused(Reason.BAD_DAYS);
        }
        if (!isThere(
                        "select id from party.company where id = ? and merged_into is null for no key update",
                        draft.companyId())
                || !isThere("select id from party.subscriber where id = ?", draft.subscriberId())) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (overlaps(draft, 0)) {
            return Change.refused(Reason.OVERLAPS);
        }
        Membership made = share(db.sql("""
                        insert into party.membership (company_id, subscriber_id, from_day, to_day, pays, monthly_cap)
                        values (:company, :subscriber, :from, :to, :pays, :cap) returning *"""), draft.share())
                .param("company", draft.companyId())
                .param("subscriber", draft.subscriberId())
                .param("from", Date.valueOf(draft.from()))
                .param("to", draft.to().map(Date::valueOf).orElse(null))
                .query(Memberships::read)
                .single();
        return changed(made, "membership.join", actor);
    }

    /** Ends a membership with a day, or lets it go on. */
    @Transactional
    public Change<Membership> end(long id, Optional<LocalDate> lastDay, String actor) {
        Optional<Membership> before = locked(id);
        if (before.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        Membership was = before.get();
        if (!areDays(was.from(), lastDay)) {
            return Change.refused(Reason.BAD_DAYS);
        }
        if (overlaps(new Draft(was.companyId(), was.subscriberId(), was.from(), lastDay, was.share()), id)) {
            return Change.refused(Reason.OVERLAPS);
        }
        db.sql("update party.membership set to_day = :to where id = :id")
                .param("to", lastDay.map(Date::valueOf).orElse(null))
                .param("id", id)
                .update();
        return changed(find(id).orElseThrow(), "membership.end", actor);
    }

    /** Changes what the company pays from now on. */
    @Transactional
    public Change<Membership> pay(long id, GroupShare share, String actor) {
        if (locked(id).isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        share(db.sql("update party.membership set pays = :pays, monthly_cap = :cap where id = :id"), share)
                .param("id", id)
                .update();
        return changed(find(id).orElseThrow(), "membership.pay", actor);
    }

    /** A membership, held against other changes with its company. */
    private Optional<Membership> locked(long id) {
        return find(id).filter(found ->
                        isThere("select id from party.company where id = ? for no key update", found.companyId()))
                .flatMap(found -> find(id));
    }

    private boolean overlaps(Draft wanted, long self) {
        return db.sql("""
                        select exists (select 1 from party.membership
                            where company_id = :company and subscriber_id = :subscriber and id <> :self
                                and daterange(from_day, to_day, '[]') && daterange(:from, :to, '[]'))""")
                .param("company", wanted.companyId())
                .param("subscriber", wanted.subscriberId())
                .param("self", self)
                .param("from", Date.valueOf(wanted.from()))
                .param("to", wanted.to().map(Date::valueOf).orElse(null))
                .query(Boolean.class)
                .single();
    }

    private boolean isThere(String select, long id) {
        return db.sql(select).param(id).query(Long.class).optional().isPresent();
    }

    private Change<Membership> changed(Membership now, String act, String actor) {
        audit.record(actor, act, "company:" + now.companyId(), now.toString());
        tiers.review(now.companyId(), actor);
        return Change.done(now);
    }

    /** Whether the membership counts today. */
    public boolean isOnToday(Membership membership) {
        return membership.isOn(today.day());
    }

    private static boolean areDays(LocalDate from, Optional<LocalDate> to) {
        LocalDate last = to.orElse(LATEST);
        return !from.isBefore(EARLIEST) && !last.isAfter(LATEST) && !last.isBefore(from);
    }

    private static JdbcClient.StatementSpec share(JdbcClient.StatementSpec statement, GroupShare share) {
        return statement
                .param(
                        "pays",
                        share.pays().stream().sorted().map(ChargeKind::name).toArray(String[]::new))
                .param("cap", share.monthlyCap().orElse(null));
    }

    static Membership read(ResultSet row, int number) throws SQLException {
        GroupShare share = new GroupShare(
                Stream.of((String[]) row.getArray("pays").getArray())
                        .map(ChargeKind::valueOf)
                        .collect(Collectors.toSet()),
                Optional.ofNullable(row.getObject("monthly_cap", Long.class)));
        return new Membership(
                row.getLong("id"),
                row.getLong("company_id"),
                row.getLong("subscriber_id"),
                row.getObject("from_day", LocalDate.class),
                Optional.ofNullable(row.getObject("to_day", LocalDate.class)),
                share);
    }
}
