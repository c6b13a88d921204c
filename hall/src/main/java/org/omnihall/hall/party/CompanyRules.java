package org.omnihall.hall.party;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Company.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What companies may not be: nameless, doubled by code, in a grid elsewhere, a part of themselves. Asked inside the change's transaction. */
@Component
class CompanyRules {

    static final int LONGEST_NAME = 100;

    private final JdbcClient db;
    private final NamedLocks locks;
    private final Areas areas;

    CompanyRules(JdbcClient db, NamedLocks locks, Areas areas) {
        this.db = db;
        this.locks = locks;
        this.areas = areas;
    }

    /**
     * Holds a company against other changes; false where there is none of this id. Who gives it a parent waits first for all others who do
     * so: two changes of the hierarchy could make a circle together, and in another order they could wait for one another.
     */
    boolean lock(long id, Facts wanted) {
        if (wanted.parent().isPresent()) {
            locks.take(List.of("party.company.parent"));
        }
        return db.sql("select id from party.company where id = ? and merged_into is null for no key update")
                .param(id)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Why a company cannot be so; a code that another has is the last of the reasons. Its own id is 0 before it is there. */
    Optional<Reason> refuses(Facts wanted, long self) {
        if (wanted.name().isBlank()) {
            return Optional.of(Reason.NO_NAME);
        }
        if (wanted.name().length() > LONGEST_NAME) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (areas.find(wanted.areaPath()).isEmpty()) {
            return Optional.of(Reason.UNKNOWN_AREA);
        }
        return parent(wanted, self)
                .or(() -> grid(wanted))
                .or(() -> manager(wanted, self))
                .or(() -> wanted.code().filter(code -> isTaken(code, self)).map(code -> Reason.CODE_TAKEN));
    }

    /** Only a code that is new to the company is looked at: what a source doubled stays as it is until it is merged. */
    private boolean isTaken(RegistrationCode code, long self) {
        return db.sql("""
                        select exists (select 1 from party.company where registration_code = :code and merged_into is null and id <> :self)
                            and not exists (select 1 from party.company where id = :self and registration_code = :code)""")
                .param("code", code.text())
                .param("self", self)
                .query(Boolean.class)
                .single();
    }

    private Optional<Reason> parent(Facts wanted, long self) {
        if (wanted.parent().isEmpty()) {
            return Optional.empty();
        }
        record Above(boolean there, boolean self) {}
        Above above = db.sql("""
                        with recursive chain as (
                            select id, parent_id from party.company where id = :parent and merged_into is null
                            union
                            select c.id, c.parent_id from party.company c join chain on c.id = chain.parent_id)
                        select count(*) > 0 as there, coalesce(bool_or(id = :self), false) as self from chain""")
                .param("parent", wanted.parent().get())
                .param("self", self)
                .query(Above.class)
                .single();
        if (!above.there()) {
            return Optional.of(Reason.UNKNOWN_PARENT);
        }
        return above.self() ? Optional.of(Reason.CIRCLE) : Optional.empty();
    }

    /** A company lies within the Area of its grid. */
    private Optional<Reason> grid(Facts wanted) {
        if (wanted.grid().isEmpty()) {
            return Optional.empty();
        }
        return db.sql("select area_path from party.grid where id = ? for key share")
                .param(wanted.grid().get())
                .query(String.class)
                .optional()
                .map(area -> wanted.areaPath().startsWith(area)
                        ? Optional.<Reason>empty()
                        : Optional.of(Reason.GRID_ELSEWHERE))
                .orElse(Optional.of(Reason.UNKNOWN_GRID));
    }

    /** A company of tier A or B leaves its grid only with a manager of its own. */
    private Optional<Reason> manager(Facts wanted, long self) {
        boolean alone = wanted.grid().isEmpty()
                && db.sql("select count(*) from party.company where id = ? and tier in ('A', 'B') and manager is null")
                                .param(self)
                                .query(Long.class)
                                .single()
                        > 0;
        return alone ? Optional.of(Reason.NO_MANAGER) : Optional.empty();
    }
}
