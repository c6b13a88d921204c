package org.omnihall.hall.openapi.hub;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.openapi.Api;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.Registry;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.omnihall.tmf.EventQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The table of subscriptions. A subscription's secret is told once and kept sealed. */
@Component
class Subscriptions {

    private static final String SEAL = "hub-secret";
    private static final int SECRET = 32;
    private static final String COLUMNS =
            "select id, api, client, area_path, callback, query from openapi.subscription ";

    private final JdbcClient db;
    private final Vault vault;
    private final Registry registry;
    private final AuditTrail audit;
    private final Clock clock;

    Subscriptions(JdbcClient db, Vault vault, Registry registry, AuditTrail audit, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    /** A new subscription and the secret by which its notifications are signed. */
    record Made(long id, Octets secret) {}

    @Transactional
    public Made add(Api api, ApiClient client, URI callback, String query) {
        Octets secret = vault.random(SECRET);
        long id = db.sql("select nextval(pg_get_serial_sequence('openapi.subscription', 'id'))")
                .query(Long.class)
                .single();
        db.sql("""
                        insert into openapi.subscription (id, api, client, area_path, callback, query, secret, made_at)
                        overriding system value values (:id, :api, :client, :area, :callback, :query, :secret, :now)""")
                .param("id", id)
                .param("api", api.path())
                .param("client", client.name())
                .param("area", client.areaPath())
                .param("callback", callback.toString())
                .param("query", query)
                .param("secret", vault.seal(SEAL, secret, context(id)).toBytes())
                .param("now", Times.at(clock.instant()))
                .update();
        audit.record(client.actor(), "hub.subscribe", "subscription:" + id, api.path() + " " + callback + " " + query);
        return new Made(id, secret);
    }

    /** Ends a subscription of this client; what was not delivered yet goes with it. */
    @Transactional
    public boolean remove(Api api, long id, ApiClient client) {
        int gone = db.sql("delete from openapi.subscription where id = ? and api = ? and client = ?")
                .params(id, api.path(), client.name())
                .update();
        if (gone == 1) {
            audit.record(client.actor(), "hub.unsubscribe", "subscription:" + id, api.path());
        }
        return gone == 1;
    }

    Optional<Subscription> find(Api api, long id, ApiClient client) {
        return db.sql(COLUMNS + "where id = ? and api = ? and client = ?")
                .params(id, api.path(), client.name())
                .query(this::read)
                .optional();
    }

    List<Subscription> of(Api api, ApiClient client) {
        return db.sql(COLUMNS + "where api = ? and client = ? order by id")
                .params(api.path(), client.name())
                .query(this::read)
                .list();
    }

    List<Subscription> all() {
        return db.sql(COLUMNS + "order by id").query(this::read).list();
    }

    /** The secret of a subscription that was not removed meanwhile. */
    Optional<Octets> secret(long id) {
        return db.sql("select secret from openapi.subscription where id = ?")
                .param(id)
                .query(byte[].class)
                .optional()
                .map(shut -> vault.open(SEAL, Octets.of(shut), context(id)));
    }

    private static Octets context(long id) {
        return Octets.ofText("subscription:" + id);
    }

    private Subscription read(ResultSet row, int number) throws SQLException {
        String api = row.getString("api");
        return new Subscription(
                row.getLong("id"),
                api,
                row.getString("client"),
                row.getString("area_path"),
                URI.create(row.getString("callback")),
                EventQuery.of(registry.typesAt(api), row.getString("query")),
                row.getString("query"));
    }
}
