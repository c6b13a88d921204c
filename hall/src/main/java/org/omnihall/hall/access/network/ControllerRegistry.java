package org.omnihall.hall.access.network;

import org.omnihall.hall.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers, changes and removes access controllers. */
@Component
public class ControllerRegistry {

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;

    ControllerRegistry(JdbcClient db, AuditTrail audit, NetworkState state) {
        this.db = db;
        this.audit = audit;
        this.state = state;
    }

    /** Makes a controller that learns require the Message-Authenticator (access rule 7). */
    @Transactional
    public void latch(long id) {
        int latched = db.sql("update access.controller set message_authenticator = 'REQUIRED'"
                        + " where id = ? and message_authenticator = 'LEARN'")
                .param(id)
                .update();
        if (latched == 1) {
            audit.record("system", "nas.latched", "ac:" + id, "a valid Message-Authenticator was seen: required now");
            state.changed();
        }
    }
}
