package org.omnihall.hall.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** The gateways that were entered, for the screen that shows and changes them; every change is audited. */
@Component
public class SmsGateways {

    private static final String PURPOSE = "messaging/gateway";

    private final JdbcClient db;
    private final TransactionOperations transaction;
    private final AuditTrail audit;
    private final Vault vault;
    private final Clock clock;

    SmsGateways(JdbcClient db, TransactionOperations transaction, AuditTrail audit, Vault vault, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    /** All of them, in the order in which they are used. */
    public List<SmsGateway> all() {
        return db.sql("select * from messaging.gateway order by priority, name")
                .query((row, number) -> gateway(row))
                .list();
    }

    public Optional<SmsGateway> find(UUID id) {
        return db.sql("select * from messaging.gateway where id = ?")
                .param(id)
                .query((row, number) -> gateway(row))
                .optional();
    }

    /** Adds the gateway, or changes the one of this id with its password. */
    public void put(SmsGateway gateway, Octets password, String actor) {
        Octets sealed = vault.seal(PURPOSE, password, context(gateway.id()));
        transaction.executeWithoutResult(status -> write(gateway, sealed, actor));
    }

    /**
     * Changes the gateway of this id and keeps its password.
     *
     * @return false where the password must be given anew: it would go to another address or name, and so to somebody else
     */
    public boolean change(SmsGateway gateway, String actor) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Entered> before = db.sql("select * from messaging.gateway where id = ? for update")
                    .param(gateway.id())
                    .query((row, number) -> entered(row))
                    .optional()
                    .filter(entered -> entered.gateway().isSamePeer(gateway));
            before.ifPresent(entered -> write(gateway, entered.sealed(), actor));
            return before.isPresent();
        }));
    }

    private void write(SmsGateway gateway, Octets sealed, String actor) {
        db.sql("""
                        insert into messaging.gateway (id, name, kind, host, port, system_id, password, source_address,
                            priority, per_second, in_window, enabled, changed_at)
                        values (:id, :name, :kind, :host, :port, :system, :password, :source,
                            :priority, :rate, :window, :enabled, :now)
                        on conflict (id) do update set name = :name, kind = :kind, host = :host, port = :port,
                            system_id = :system, password = :password, source_address = :source, priority = :priority,
                            per_second = :rate, in_window = :window, enabled = :enabled, changed_at = :now""")
                .param("id", gateway.id())
                .param("name", gateway.name())
                .param("kind", gateway.kind().name())
                .param("host", gateway.host())
                .param("port", gateway.port())
                .param("system", gateway.systemId())
                .param("password", sealed.toBytes())
                .param("source", gateway.sourceAddress())
                .param("priority", gateway.priority())
                .param("rate", gateway.perSecond())
                .param("window", gateway.window())
                .param("enabled", gateway.enabled())
                .param("now", Times.at(clock.instant()))
                .update();
        audit.record(actor, "gateway.put", "gateway:" + gateway.name(), gateway.toString());
    }

    /** Forgets the gateway; messages that it has taken keep its name. */
    public void remove(UUID id, String actor) {
        transaction.executeWithoutResult(status -> {
            db.sql("delete from messaging.gateway where id = ?").param(id).update();
            audit.record(actor, "gateway.remove", "gateway:" + id, "");
        });
    }

    /** The enabled ones with their passwords, for the lanes. */
    List<Entered> enabled() {
        return db.sql("select * from messaging.gateway where enabled order by priority, name")
                .query((row, number) -> entered(row))
                .list();
    }

    Octets open(Entered entered) {
        return vault.open(PURPOSE, entered.sealed(), context(entered.gateway().id()));
    }

    /** A gateway with its sealed password. */
    record Entered(SmsGateway gateway, Octets sealed) {}

    private static Entered entered(ResultSet row) throws SQLException {
        return new Entered(gateway(row), Octets.of(row.getBytes("password")));
    }

    private static SmsGateway gateway(ResultSet row) throws SQLException {
        return new SmsGateway(
                row.getObject("id", UUID.class),
                row.getString("name"),
                SmsGateway.Kind.valueOf(row.getString("kind")),
                row.getString("host"),
                row.getInt("port"),
                row.getString("system_id"),
                row.getString("source_address"),
                row.getInt("priority"),
                row.getInt("per_second"),
                row.getInt("in_window"),
                row.getBoolean("enabled"));
    }

    private static Octets context(UUID id) {
        return Octets.ofText(id.toString());
    }
}
