package org.omnihall.hall.access.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import org.omnihall.hall.database.Snapshot;
import org.omnihall.octets.MacAddress;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the newest {@link NetworkMap} of this node. A change here is seen here at its commit, on other nodes within two seconds; while the
 * database is away the last map stays.
 */
@Component
class NetworkState {

    private static final int MOST_ACCESS_POINTS = 200_000;

    private final NetworkTables tables;
    private final JdbcClient db;
    private final Cache<MacAddress, Optional<Places.ApRow>> accessPoints =
            Caffeine.newBuilder().maximumSize(MOST_ACCESS_POINTS).build();
    private final Snapshot<NetworkMap> map;

    NetworkState(NetworkTables tables, JdbcClient db) {
        this.tables = tables;
        this.db = db;
        this.map = new Snapshot<>(tables::version, this::read);
    }

    NetworkMap map() {
        return map.value();
    }

    /** Known APs from memory; with the database away an unknown one is no AP, for this once. */
    Optional<Places.ApRow> accessPoint(MacAddress mac) {
        Optional<Places.ApRow> known = accessPoints.getIfPresent(mac);
        if (known != null) {
            return known;
        }
        try {
            return accessPoints.get(mac, tables::accessPoint);
        } catch (DataAccessException outage) {
            return Optional.empty();
        }
    }

    /** To be called within a change's transaction. */
    void changed() {
        db.sql("update access.network_version set version = version + 1").update();
        map.changed();
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        map.refresh();
    }

    /** APs that were looked up under an earlier map are looked up anew. */
    private NetworkMap read() {
        NetworkMap fresh = tables.read();
        accessPoints.invalidateAll();
        return fresh;
    }
}
