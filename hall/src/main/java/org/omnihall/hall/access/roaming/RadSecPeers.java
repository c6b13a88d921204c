package org.omnihall.hall.access.roaming;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.MessageAuthenticator;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.access.network.Reading;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes and removes those who may ask over RadSec. A draft's fields: name, certificate, messageAuthenticator, and controllers with the names
 * of the controllers that he speaks for, separated by commas.
 */
@Component
public class RadSecPeers {

    private final JdbcClient db;
    private final AccessControllers controllers;
    private final AuditTrail audit;
    private final RoamingState state;
    private final Clock clock;

    RadSecPeers(JdbcClient db, AccessControllers controllers, AuditTrail audit, RoamingState state, Clock clock) {
        this.db = db;
        this.controllers = controllers;
        this.audit = audit;
        this.state = state;
        this.clock = clock;
    }

    @Transactional
    public Change<RadSecPeer> add(Draft draft, String actor) {
        Change<RadSecPeer> read = read(draft, 0);
        if (!(read instanceof Change.Done<RadSecPeer> done)) {
            return read;
        }
        RadSecPeer wanted = done.value();
        long id = db.sql("insert into access.radsec_peer (name, certificate, message_authenticator, created_at)"
                        + " values (?, ?, ?, ?) returning id")
                .params(
                        wanted.name(),
                        wanted.certificate(),
                        wanted.messageAuthenticator().name(),
                        Times.at(clock.instant()))
                .query(Long.class)
                .single();
        return written(
                "radsec.add",
                actor,
                new RadSecPeer(
                        id, wanted.name(), wanted.certificate(), wanted.messageAuthenticator(), wanted.controllers()));
    }

    @Transactional
    public Change<RadSecPeer> change(long id, Draft draft, String actor) {
        if (state.book().peer(id).isEmpty()) {
            return unknown(id);
        }
        Change<RadSecPeer> read = read(draft, id);
        if (!(read instanceof Change.Done<RadSecPeer> done)) {
            return read;
        }
        db.sql("update access.radsec_peer set name = ?, certificate = ?, message_authenticator = ? where id = ?")
                .params(
                        done.value().name(),
                        done.value().certificate(),
                        done.value().messageAuthenticator().name(),
                        id)
                .update();
        db.sql("delete from access.radsec_peer_controller where peer_id = ?")
                .param(id)
                .update();
        return written("radsec.change", actor, done.value());
    }

    /** Removes a peer; his connections end at their next packet. */
    @Transactional
    public Change<RadSecPeer> remove(long id, String actor) {
        Optional<RadSecPeer> before = state.book().peer(id);
        if (before.isEmpty()) {
            return unknown(id);
        }
        db.sql("delete from access.radsec_peer where id = ?").param(id).update();
        audit.record(actor, "radsec.remove", "radsec:" + id, before.get().toString());
        state.changed();
        return Change.done(before.get());
    }

    private static Change<RadSecPeer> unknown(long id) {
        return Change.refused("peer", Problem.Fault.UNKNOWN, "radsec:" + id);
    }

    private Change<RadSecPeer> written(String act, String actor, RadSecPeer peer) {
        for (long controller : peer.controllers()) {
            db.sql("insert into access.radsec_peer_controller (peer_id, controller_id) values (?, ?)")
                    .params(peer.id(), controller)
                    .update();
        }
        audit.record(actor, act, "radsec:" + peer.id(), peer.toString());
        state.changed();
        return Change.done(peer);
    }

    private Change<RadSecPeer> read(Draft draft, long id) {
        Reading in = new Reading(draft);
        String name = in.text("name", 64);
        String certificate = RealmForm.certificate(in, "certificate");
        MessageAuthenticator proof =
                in.choice("messageAuthenticator", MessageAuthenticator.class, MessageAuthenticator.REQUIRED);
        if (proof == MessageAuthenticator.LEARN) {
            in.wrong("messageAuthenticator", Problem.Fault.MALFORMED, "required, optional");
        }
        for (RadSecPeer other : state.book().peers()) {
            if (other.id() != id && other.name().equals(name)) {
                in.wrong("name", Problem.Fault.TAKEN, "radsec:" + other.id());
            }
            if (other.id() != id && other.certificate().equals(certificate)) {
                in.wrong("certificate", Problem.Fault.TAKEN, other.name());
            }
        }
        List<Long> his = controllers(in, draft);
        return in.broken()
                ? Change.refused(in.problems())
                : Change.done(new RadSecPeer(id, name, certificate, proof, his));
    }

    private List<Long> controllers(Reading in, Draft draft) {
        List<Long> found = new ArrayList<>();
        for (String typed : in.text("controllers", 2000).split(",", -1)) {
            String name = typed.strip();
            Optional<AccessController> one = controllers.all().stream()
                    .filter(controller -> controller.name().equalsIgnoreCase(name))
                    .findFirst();
            if (one.isPresent() && !found.contains(one.get().id())) {
                found.add(one.get().id());
            } else if (one.isEmpty() && draft.has("controllers")) {
                in.wrong("controllers", Problem.Fault.UNKNOWN, name);
            }
        }
        return found;
    }
}
