package org.omnihall.hall.access.watch;

import java.time.Clock;
import java.util.List;
import org.omnihall.hall.database.Times;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;

/** The watches that run, at hand: every packet asks for them, and nearly always there is none. */
@Component
class RunningWatches {

    private final JdbcClient db;
    private final Clock clock;
    private volatile List<PacketWatch> running = List.of();

    RunningWatches(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** As of a second ago at most. */
    List<PacketWatch> all() {
        return running;
    }

    @Scheduled(fixedDelay = 1000)
    void look() {
        try {
            running = db.sql("select * from access.packet_watch where ends_at > ?")
                    .param(Times.at(clock.instant()))
                    .query(PacketWatches::read)
                    .list();
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            running = running.stream()
                    .filter(watch -> watch.runs(clock.instant()))
                    .toList();
        }
    }
}
