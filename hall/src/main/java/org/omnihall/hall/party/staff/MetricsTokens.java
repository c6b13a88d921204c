package org.omnihall.hall.party.staff;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The token by which a scraper reads the metrics: there is one at most, of 256 bits, and a new one ends the old one. */
@Component
class MetricsTokens {

    private static final int OCTETS = 32;

    private final JdbcClient db;
    private final AuditTrail audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    MetricsTokens(JdbcClient db, AuditTrail audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new token, told only now. */
    @Transactional
    String renew(String actor) {
        byte[] octets = new byte[OCTETS];
        random.nextBytes(octets);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
        db.sql("""
                        insert into party.metrics_token (only_row, hash, made_at, by_actor) values (true, :hash, :now, :actor)
                        on conflict (only_row) do update set hash = :hash, made_at = :now, by_actor = :actor""")
                .param("hash", hash(token).toBytes())
                .param("now", Times.at(clock.instant()))
                .param("actor", actor)
                .update();
        audit.record(actor, "metrics.token", "metrics", "renewed");
        return token;
    }

    /** Ends the token; without one only staff read the metrics. */
    @Transactional
    void revoke(String actor) {
        db.sql("delete from party.metrics_token").update();
        audit.record(actor, "metrics.token", "metrics", "revoked");
    }

    boolean matches(String token) {
        Octets asked = hash(token);
        return db.sql("select hash from party.metrics_token")
                .query(byte[].class)
                .optional()
                .filter(known -> asked.equalsInConstantTime(Octets.of(known)))
                .isPresent();
    }

    private static Octets hash(String token) {
        return Octets.ofText(token).sha256();
    }
}
