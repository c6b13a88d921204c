package org.omnihall.hall.access.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers, changes and removes access controllers. Secrets go in and are never shown again. */
@Component
public class ControllerRegistry {

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;
    private final NetworkTables tables;
    private final ControllerRows rows;

    ControllerRegistry(JdbcClient db, AuditTrail audit, NetworkState state, NetworkTables tables, ControllerRows rows) {
        this.db = db;
        this.audit = audit;
        this.state = state;
        this.tables = tables;
        this.rows = rows;
    }

    /** Registers a controller; {@link ControllerForm} names the draft's fields. */
    @Transactional
    public Change<AccessController> add(Draft draft, String actor) {
        long id = db.sql("select nextval('access.controller_id')")
                .query(Long.class)
                .single();
        Change<AccessController> read = form(draft).read(id, Optional.empty());
        if (read instanceof Change.Done<AccessController> done) {
            rows.insert(done.value());
            audit.record(actor, "nas.add", "ac:" + id, done.value().toString());
            state.changed();
        }
        return read;
    }

    /** Changes a controller to what the draft says; blank secrets stay. */
    @Transactional
    public Change<AccessController> change(long id, Draft draft, String actor) {
        Optional<AccessController> before = state.map().controllers().byId(id);
        if (before.isEmpty()) {
            return Change.refused("controller", Problem.Fault.UNKNOWN, "ac:" + id);
        }
        Change<AccessController> read = form(draft).read(id, before);
        if (read instanceof Change.Done<AccessController> done) {
            rows.update(done.value());
            audit.record(actor, "nas.change", "ac:" + id, difference(before.get(), done.value()));
            state.changed();
        }
        return read;
    }

    /** Removes a controller that serves no AP. */
    @Transactional
    public Change<AccessController> remove(long id, String actor) {
        Optional<AccessController> before = state.map().controllers().byId(id);
        if (before.isEmpty()) {
            return Change.refused("controller", Problem.Fault.UNKNOWN, "ac:" + id);
        }
        long accessPoints = db.sql("select count(*) from access.access_point where controller_id = ?")
                .param(id)
                .query(Long.class)
                .single();
        if (accessPoints > 0) {
            return Change.refused("controller", Problem.Fault.IN_USE, accessPoints + " AP");
        }
        db.sql("delete from access.controller where id = ?").param(id).update();
        audit.record(actor, "nas.remove", "ac:" + id, before.get().toString());
        state.changed();
        return Change.done(before.get());
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

    /** Requires the Message-Authenticator of these controllers from now on; tells how many did not require it yet. */
    @Transactional
    public int require(List<Long> ids, String actor) {
        int changed = 0;
        for (long id : ids) {
            int one = db.sql("update access.controller set message_authenticator = 'REQUIRED'"
                            + " where id = ? and message_authenticator <> 'REQUIRED'")
                    .param(id)
                    .update();
            if (one == 1) {
                audit.record(actor, "nas.change", "ac:" + id, "messageAuthenticator -> REQUIRED");
                changed++;
            }
        }
        state.changed();
        return changed;
    }

    private ControllerForm form(Draft draft) {
        return new ControllerForm(draft, state.map(), tables.redirectMaps());
    }

    private static String difference(AccessController before, AccessController after) {
        List<String> changes = new ArrayList<>();
        if (!before.radiusSecret().equals(after.radiusSecret())) {
            changes.add("new RADIUS secret");
        }
        if (!before.portalSecret().equals(after.portalSecret())) {
            changes.add("new Portal secret");
        }
        Map<String, String> old = ControllerRows.shown(before);
        ControllerRows.shown(after).forEach((column, value) -> {
            String was = old.getOrDefault(column, "");
            if (!value.equals(was)) {
                changes.add(column + ": " + was + " -> " + value);
            }
        });
        return String.join("; ", changes);
    }
}
