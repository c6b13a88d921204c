package org.omnihall.hall.ordering;

import java.time.Instant;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.node.Bell;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets a step that waits for somebody be looked at as soon as he has answered, rather than when its pause ends. */
@Component
public class Waking {

    private final JdbcClient db;
    private final Bell bell;

    Waking(JdbcClient db, Bell fulfilmentBell) {
        this.db = db;
        this.bell = fulfilmentBell;
    }

    /** Wakes the step of this key, where it waits or is to be undone. */
    public void wake(String key, Instant now) {
        db.sql("""
                        update ordering.step set due_at = :now
                        where step_key = :key and claim is null and due_at > :now""").param("key", key).param("now", Times.at(now)).update();
        bell.ring();
    }
}
