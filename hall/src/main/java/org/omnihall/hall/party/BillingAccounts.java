package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.BillingAccount.Form;
import org.omnihall.hall.party.BillingAccount.State;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.CustomerChanged.Thing;
import org.omnihall.tmf.Happening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts by which persons and companies pay (requirement D12). */
@Component
public class BillingAccounts {

    static final int LONGEST_NAME = 100;
    private static final String OPEN = "billing-account.open";

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    BillingAccounts(JdbcClient db, AuditTrail audit, Clock clock, ApplicationEventPublisher events) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    public Optional<BillingAccount> find(long id) {
        return db.sql("select * from party.billing_account where id = ?")
                .param(id)
                .query(BillingAccounts::read)
                .optional();
    }

    /** The accounts of a person or company, the first opened first. A subscriber has none of his own: his holder has. */
    public List<BillingAccount> of(PartyRef owner) {
        return switch (owner.kind()) {
            case SUBSCRIBER -> List.of();
            case INDIVIDUAL -> of("individual_id", owner.id());
            case COMPANY -> of("company_id", owner.id());
        };
    }

    /** Opens an active account for a person or a company that is not merged into another. */
    @Transactional
    public Change<BillingAccount> open(PartyRef owner, String name, Form form, String actor) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            return Change.refused(name.isBlank() ? Reason.NO_NAME : Reason.TOO_LONG);
        }
        if (!isThere(owner)) {
            return Change.refused(Reason.UNKNOWN);
        }
        BillingAccount opened = db.sql("""
                        insert into party.billing_account (individual_id, company_id, name, form, state, made_at)
                        values (:individual, :company, :name, :form, 'ACTIVE', :now) returning *""")
                .param("individual", owner.kind() == PartyRef.Kind.INDIVIDUAL ? owner.id() : null)
                .param("company", owner.kind() == PartyRef.Kind.COMPANY ? owner.id() : null)
                .param("name", name.strip())
                .param("form", form.name())
                .param("now", Times.at(clock.instant()))
                .query(BillingAccounts::read)
                .single();
        return changed(opened, OPEN, actor);
    }

    /** Suspends an account, makes it active again or closes it for good. */
    @Transactional
    public Change<BillingAccount> put(long id, State state, String actor) {
        Optional<BillingAccount> before = db.sql("select * from party.billing_account where id = ? for update")
                .param(id)
                .query(BillingAccounts::read)
                .optional();
        if (before.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        if (before.get().state() == State.CLOSED) {
            return Change.refused(Reason.CLOSED);
        }
        db.sql("update party.billing_account set state = ? where id = ?")
                .params(state.name(), id)
                .update();
        return changed(find(id).orElseThrow(), "billing-account.state", actor);
    }

    private boolean isThere(PartyRef owner) {
        String table = switch (owner.kind()) {
            case SUBSCRIBER -> "";
            case INDIVIDUAL -> "party.individual";
            case COMPANY -> "party.company";
        };
        return !table.isEmpty()
                && db.sql("select id from " + table + " where id = ? and merged_into is null for no key update")
                        .param(owner.id())
                        .query(Long.class)
                        .optional()
                        .isPresent();
    }

    private List<BillingAccount> of(String column, long id) {
        return db.sql("select * from party.billing_account where " + column + " = ? order by id")
                .param(id)
                .query(BillingAccounts::read)
                .list();
    }

    private Change<BillingAccount> changed(BillingAccount now, String act, String actor) {
        audit.record(actor, act, "billing-account:" + now.id(), now.owner() + " " + now.form() + " " + now.state());
        events.publishEvent(new CustomerChanged(
                Thing.BILLING_ACCOUNT, now.id(), act.equals(OPEN) ? Happening.CREATE : Happening.CHANGE));
        return Change.done(now);
    }

    private static BillingAccount read(ResultSet row, int number) throws SQLException {
        long company = row.getLong("company_id");
        PartyRef owner = company == 0 ? PartyRef.individual(row.getLong("individual_id")) : PartyRef.company(company);
        return new BillingAccount(
                row.getLong("id"),
                owner,
                row.getString("name"),
                Form.valueOf(row.getString("form")),
                State.valueOf(row.getString("state")));
    }
}
