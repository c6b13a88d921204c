package org.omnihall.hall.party.merge;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When two records may become one, and when not. */
@Component
class MergeRules {

    private final JdbcClient db;
    private final NamedLocks locks;

    MergeRules(JdbcClient db, NamedLocks locks) {
        this.db = db;
        this.locks = locks;
    }

    /** Holds both against other changes until the transaction ends; companies' hierarchy with them, as whoever changes it does first. */
    void hold(Kind kind, long kept, long gone) {
        if (kind == Kind.COMPANY) {
            locks.take(List.of("party.company.parent"));
        }
        db.sql("select id from " + kind.table() + " where id in (?, ?) order by id for no key update")
                .params(kept, gone)
                .query((row, number) -> row.getLong("id"))
                .list();
    }

    Optional<Reason> refuses(Kind kind, long kept, long gone) {
        if (kept == gone) {
            return Optional.of(Reason.SAME);
        }
        if (!isFree(kind, kept) || !isFree(kind, gone)) {
            return Optional.of(Reason.ALREADY);
        }
        return kind == Kind.COMPANY && isBelow(kept, gone) ? Optional.of(Reason.KEPT_IS_BELOW) : Optional.empty();
    }

    /** Whether a record is there and was not merged into another. */
    boolean isFree(Kind kind, long id) {
        return db.sql("select id from " + kind.table() + " where id = ? and merged_into is null")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Whether people of a company can sign in, and none of them is its administrator. */
    boolean isLeaderless(long company) {
        return db.sql("""
                        select count(*) filter (where not locked) > 0 and count(*) filter (where not locked and 'ADMIN' = any(roles)) = 0
                        from party.user_login where company_id = ?""").param(company).query(Boolean.class).single();
    }

    private boolean isBelow(long company, long above) {
        return db.sql("""
                        with recursive chain as (
                            select id, parent_id from party.company where id = :company
                            union
                            select c.id, c.parent_id from party.company c join chain on c.id = chain.parent_id)
                        select exists (select 1 from chain where id = :above)""")
                .param("company", company)
                .param("above", above)
                .query(Boolean.class)
                .single();
    }
}
