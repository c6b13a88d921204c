package org.omnihall.hall.access.roaming;

import java.net.InetAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.access.network.MessageAuthenticator;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads what a {@link RoamingBook} holds. */
@Component
class RoamingTables {

    static final String SECRET = "home-server-secret";

    private final JdbcClient db;
    private final Vault vault;

    RoamingTables(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    long version() {
        return db.sql("select version from access.roaming_version")
                .query(Long.class)
                .single();
    }

    /** Everything as of one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public RoamingBook read() {
        return new RoamingBook(realms(), peers());
    }

    private List<Realm> realms() {
        Map<Long, List<HomeServer>> servers = servers();
        return db.sql("select * from access.realm order by id")
                .query((row, number) -> realm(row, servers.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    private static Realm realm(ResultSet row, List<HomeServer> servers) throws SQLException {
        return new Realm(
                row.getLong("id"),
                row.getString("name"),
                row.getBoolean("strip"),
                row.getBoolean("may_vlan"),
                row.getBoolean("may_rates"),
                Duration.ofSeconds(row.getInt("longest_seconds")),
                Duration.ofSeconds(row.getInt("patience_seconds")),
                Duration.ofSeconds(row.getInt("rest_seconds")),
                servers);
    }

    private Map<Long, List<HomeServer>> servers() {
        Map<Long, List<HomeServer>> servers = new HashMap<>();
        db.sql("select * from access.home_server order by realm_id, place")
                .query((row, number) -> servers.computeIfAbsent(row.getLong("realm_id"), id -> new ArrayList<>())
                        .add(server(row)))
                .list();
        return servers;
    }

    private HomeServer server(ResultSet row) throws SQLException {
        return new HomeServer(
                HomeServer.Transport.valueOf(row.getString("transport")),
                InetAddress.ofLiteral(row.getString("address")),
                row.getInt("port"),
                row.getInt("accounting_port"),
                row.getString("certificate"),
                vault.open(SECRET, Octets.of(row.getBytes("secret")), Octets.ofLong(row.getLong("realm_id"))));
    }

    private List<RadSecPeer> peers() {
        Map<Long, List<Long>> controllers = new HashMap<>();
        db.sql("select peer_id, controller_id from access.radsec_peer_controller order by controller_id")
                .query((row, number) -> controllers
                        .computeIfAbsent(row.getLong(1), id -> new ArrayList<>())
                        .add(row.getLong(2)))
                .list();
        return db.sql("select * from access.radsec_peer order by id")
                .query((row, number) -> new RadSecPeer(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("certificate"),
                        MessageAuthenticator.valueOf(row.getString("message_authenticator")),
                        controllers.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }
}
