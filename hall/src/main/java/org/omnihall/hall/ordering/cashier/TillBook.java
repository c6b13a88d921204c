package org.omnihall.hall.ordering.cashier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.CashierKind;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The cashiers that were set up. Secrets are sealed to the code they belong to; every change is audited without them. */
@Component
public class TillBook {

    private static final String OWN = "ordering/cashier-own-key";
    private static final String MESSAGE = "ordering/cashier-message-key";

    private final JdbcClient db;
    private final Vault vault;
    private final AuditTrail audit;
    private final Clock clock;

    TillBook(JdbcClient db, Vault vault, AuditTrail audit, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** In the order of their codes. */
    public List<Till> all() {
        return db.sql("select * from ordering.cashier order by code")
                .query((row, number) -> read(row))
                .list();
    }

    /** Open or closed: a closed one still tells of what was begun. */
    public Optional<Till> find(String code) {
        return db.sql("select * from ordering.cashier where code = ?")
                .param(code)
                .query((row, number) -> read(row))
                .optional();
    }

    /** Adds the cashier, or changes the one of this code. */
    @Transactional
    public void put(Till till, String actor) {
        Octets message = till.messageKey().isEmpty() ? Octets.EMPTY : seal(MESSAGE, till.code(), till.messageKey());
        db.sql("""
                        insert into ordering.cashier (code, kind, open, merchant, app, address, serial, peer_serial, peer_key, own_key,
                            message_key, changed_at)
                        values (:code, :kind, :open, :merchant, :app, :address, :serial, :peerSerial, :peerKey, :own, :message, :now)
                        on conflict (code) do update set open = :open, merchant = :merchant, app = :app, address = :address,
                            serial = :serial, peer_serial = :peerSerial, peer_key = :peerKey, own_key = :own, message_key = :message,
                            changed_at = :now""")
                .param("code", till.code())
                .param("kind", till.kind().name())
                .param("open", till.open())
                .param("merchant", till.merchant())
                .param("app", till.app())
                .param("address", till.address())
                .param("serial", till.serial())
                .param("peerSerial", till.peerSerial())
                .param("peerKey", till.peerKey())
                .param("own", seal(OWN, till.code(), till.ownKey()).toBytes())
                .param("message", message.isEmpty() ? null : message.toBytes())
                .param("now", Times.at(clock.instant()))
                .update();
        audit.record(actor, "cashier.put", "cashier:" + till.code(), till.toString());
    }

    private Octets seal(String purpose, String code, String secret) {
        return vault.seal(purpose, Octets.ofText(secret), Octets.ofText(code));
    }

    private String opened(String purpose, String code, byte @Nullable [] secret) {
        return secret == null
                ? ""
                : vault.open(purpose, Octets.of(secret), Octets.ofText(code)).toText();
    }

    private Till read(ResultSet row) throws SQLException {
        String code = row.getString("code");
        return new Till(
                code,
                CashierKind.valueOf(row.getString("kind")),
                row.getBoolean("open"),
                row.getString("merchant"),
                row.getString("app"),
                row.getString("address"),
                row.getString("serial"),
                row.getString("peer_serial"),
                row.getString("peer_key"),
                opened(OWN, code, row.getBytes("own_key")),
                opened(MESSAGE, code, row.getBytes("message_key")));
    }
}
