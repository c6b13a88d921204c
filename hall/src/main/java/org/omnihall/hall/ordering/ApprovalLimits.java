package org.omnihall.hall.ordering;

import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Above which sum an order of a company waits for its administrator. */
@Component
public class ApprovalLimits {

    private final JdbcClient db;
    private final AuditTrail audit;

    ApprovalLimits(JdbcClient db, AuditTrail audit) {
        this.db = db;
        this.audit = audit;
    }

    /** In fen; nothing where the company's orders never wait. */
    public Optional<Long> of(long company) {
        return db.sql("select limit_fen from ordering.approval_limit where company_id = ?")
                .param(company)
                .query(Long.class)
                .optional();
    }

    /**
     * Sets a company's limit, or takes it away.
     *
     * @param limitFen 0 or more
     */
    @Transactional
    public void set(long company, Optional<Long> limitFen, String actor) {
        limitFen.ifPresentOrElse(
                fen -> db.sql("""
                                insert into ordering.approval_limit values (?, ?)
                                on conflict (company_id) do update set limit_fen = excluded.limit_fen""").params(company, fen).update(),
                () -> db.sql("delete from ordering.approval_limit where company_id = ?")
                        .param(company)
                        .update());
        audit.record(
                actor,
                "order.limit",
                "company:" + company,
                limitFen.map(fen -> fen + " fen").orElse("none"));
    }
}
