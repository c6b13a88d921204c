package org.omnihall.hall.database.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What server to start.
 *
 * @param binaries the folder that the programs are unpacked under
 * @param directory holds the cluster in {@code data}, the generated password and the server's log
 * @param port on 127.0.0.1
 * @param settings settings of PostgreSQL that differ from {@link #SETTINGS}
 */
public record Plan(Path binaries, Path directory, int port, Map<String, String> settings) {

    /** Full durability, and sizes for a machine that PostgreSQL shares with the hall: about 100 MB in all. */
    static final Map<String, String> SETTINGS = defaults();

    public Plan {
        settings = Map.copyOf(settings);
    }

    Path data() {
        return directory.resolve("data");
    }

    Path passwordFile() {
        return directory.resolve("password");
    }

    Path log() {
        return directory.resolve("postgres.log");
    }

    Map<String, String> allSettings() {
        Map<String, String> all = new LinkedHashMap<>(SETTINGS);
        all.putAll(settings);
        all.put("listen_addresses", "127.0.0.1");
        all.put("port", Integer.toString(port));
        all.put("unix_socket_directories", "");
        return all;
    }

    private static Map<String, String> defaults() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fsync", "on");
        settings.put("synchronous_commit", "on");
        settings.put("full_page_writes", "on");
        settings.put("shared_buffers", "64MB");
        settings.put("effective_cache_size", "512MB");
        settings.put("work_mem", "8MB");
        settings.put("maintenance_work_mem", "64MB");
        settings.put("max_connections", "60");
        settings.put("max_locks_per_transaction", "256"); // accounting locks a group's sessions by name
        settings.put("max_wal_size", "512MB");
        settings.put("wal_compression", "on");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        settings.put("io_method", "sync");
        settings.put("max_worker_processes", "4");
        settings.put("autovacuum_max_workers", "2");
        settings.put("autovacuum_naptime", "10s"); // what waits to be worked in turns over within a second
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("lc_messages", "C");
        return settings;
    }
}
