package org.omnihall.hall.enterprise.entry;

import java.time.Instant;
import java.util.List;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts in the database, so that all nodes share them and no limit is passed however many ask at once: one statement counts and compares. */
@Component
class PhoneLimits {

    private final JdbcClient db;

    PhoneLimits(JdbcClient db) {
        this.db = db;
    }

    /** Counts one against each, in the order of their kinds; where one is full none is counted, and the answer is false. */
    @Transactional
    boolean take(List<CodeLimit> limits, Instant now) {
        for (int i = 0; i < limits.size(); i++) {
            if (!count(limits.get(i), now)) {
                limits.subList(0, i).forEach(taken -> giveBack(taken, now));
                return false;
            }
        }
        return true;
    }

    /** Gives back what was counted, where it turned out not to be one. */
    void giveBack(CodeLimit limit, Instant now) {
        db.sql("""
                        update enterprise.limit_count set used = used - 1
                        where kind = ? and key = ? and window_start = ? and used > 0""")
                .params(limit.kind().name(), limit.key().toBytes(), Times.at(limit.begin(now)))
                .update();
    }

    int purge(Instant now) {
        return db.sql("delete from enterprise.limit_count where window_end < ?")
                .param(Times.at(now))
                .update();
    }

    private boolean count(CodeLimit limit, Instant now) {
        Instant begin = limit.begin(now);
        return db.sql("""
                        insert into enterprise.limit_count as c values (?, ?, ?, ?, 1)
                        on conflict (kind, key, window_start) do update set used = c.used + 1 where c.used < ?""")
                        .params(
                                limit.kind().name(),
                                limit.key().toBytes(),
                                Times.at(begin),
                                Times.at(begin.plus(limit.window())),
                                limit.most())
                        .update()
                == 1;
    }
}
