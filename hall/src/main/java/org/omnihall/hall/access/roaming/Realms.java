package org.omnihall.hall.access.roaming;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes and removes realms; {@link RealmForm} names a draft's fields. Secrets go in and are never shown again. */
@Component
public class Realms {

    private final JdbcClient db;
    private final Vault vault;
    private final AuditTrail audit;
    private final RoamingState state;
    private final Clock clock;

    Realms(JdbcClient db, Vault vault, AuditTrail audit, RoamingState state, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.audit = audit;
        this.state = state;
        this.clock = clock;
    }

    @Transactional
    public Change<Realm> add(Draft draft, String actor) {
        long id = db.sql("select nextval('access.realm_id')").query(Long.class).single();
        Change<Realm> read = new RealmForm(draft, Optional.empty())
                .read(id, name -> state.book().named(name).isPresent());
        if (read instanceof Change.Done<Realm> done) {
            write(done.value(), """
                    insert into access.realm (id, name, strip, may_vlan, may_rates, longest_seconds, patience_seconds, rest_seconds,
                        created_at)
                    values (:id, :name, :strip, :vlan, :rates, :longest, :patience, :rest, :at)
                    """);
            audit.record(actor, "realm.add", subject(done.value()), shown(done.value()));
        }
        return read;
    }

    /** Changes a realm to what the draft says. */
    @Transactional
    public Change<Realm> change(long id, Draft draft, String actor) {
        Optional<Realm> before = state.book().realm(id);
        if (before.isEmpty()) {
            return unknown(id);
        }
        Change<Realm> read = new RealmForm(draft, before)
                .read(
                        id,
                        name -> state.book()
                                .named(name)
                                .filter(other -> other.id() != id)
                                .isPresent());
        if (read instanceof Change.Done<Realm> done) {
            db.sql("delete from access.home_server where realm_id = ?")
                    .param(id)
                    .update();
            write(done.value(), """
                    update access.realm set name = :name, strip = :strip, may_vlan = :vlan, may_rates = :rates,
                        longest_seconds = :longest, patience_seconds = :patience, rest_seconds = :rest
                    where id = :id
                    """);
            audit.record(
                    actor,
                    "realm.change",
                    subject(done.value()),
                    shown(before.get()) + " -> " + shown(done.value())
                            + (secrets(before.get()).equals(secrets(done.value())) ? "" : "; new secret"));
        }
        return read;
    }

    @Transactional
    public Change<Realm> remove(long id, String actor) {
        Optional<Realm> before = state.book().realm(id);
        if (before.isEmpty()) {
            return unknown(id);
        }
        db.sql("delete from access.realm where id = ?").param(id).update();
        audit.record(actor, "realm.remove", subject(before.get()), shown(before.get()));
        state.changed();
        return Change.done(before.get());
    }

    private static Change<Realm> unknown(long id) {
        return Change.refused("realm", Problem.Fault.UNKNOWN, "realm:" + id);
    }

    private void write(Realm realm, String statement) {
        db.sql(statement)
                .param("id", realm.id())
                .param("name", realm.name())
                .param("strip", realm.strip())
                .param("vlan", realm.mayVlan())
                .param("rates", realm.mayRates())
                .param("longest", realm.longest().toSeconds())
                .param("patience", realm.patience().toSeconds())
                .param("rest", realm.rest().toSeconds())
                .param("at", Times.at(clock.instant()))
                .update();
        for (int place = 0; place < realm.servers().size(); place++) {
            HomeServer server = realm.servers().get(place);
            db.sql(
                            "insert into access.home_server (realm_id, place, transport, address, port, accounting_port, certificate, secret)"
                                    + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            realm.id(),
                            place,
                            server.transport().name(),
                            server.address().getHostAddress(),
                            server.port(),
                            server.accountingPort(),
                            server.certificate(),
                            vault.seal(RoamingTables.SECRET, server.secret(), Octets.ofLong(realm.id()))
                                    .toBytes())
                    .update();
        }
        state.changed();
    }

    private static String subject(Realm realm) {
        return "realm:" + realm.id();
    }

    private static String secrets(Realm realm) {
        return realm.servers().stream()
                .map(HomeServer::secret)
                .map(Octets::toHex)
                .collect(Collectors.joining(" "));
    }

    private static String shown(Realm realm) {
        return realm.name() + " strip=" + realm.strip() + " vlan=" + realm.mayVlan() + " rates=" + realm.mayRates()
                + " longest="
                + realm.longest() + " patience=" + realm.patience() + " rest=" + realm.rest() + " "
                + realm.servers().stream()
                        .map(server -> (server + " " + server.certificate()).strip())
                        .toList();
    }
}
