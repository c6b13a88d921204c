package org.omnihall.hall.database;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server's own word on what a commit survives, read back from it. All on means: a power cut loses nothing that was acknowledged. */
public record Durability(boolean fsync, boolean synchronousCommit, boolean fullPageWrites, boolean checksums) {

    public static Durability of(JdbcClient db) {
        return db.sql("""
                        select current_setting('fsync') = 'on' as fsync,
                               current_setting('synchronous_commit') <> 'off' as synchronous_commit,
                               current_setting('full_page_writes') = 'on' as full_page_writes,
                               current_setting('data_checksums') = 'on' as checksums
                        """).query(Durability.class).single();
    }

    /** The names of those that a power cut would make us regret. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!fsync) {
            missing.add("fsync");
        }
        if (!synchronousCommit) {
            missing.add("synchronous_commit");
        }
        if (!fullPageWrites) {
            missing.add("full_page_writes");
        }
        return missing;
    }
}
