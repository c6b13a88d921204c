package org.omnihall.hall.access.session.journal;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether accounting would be acknowledged with the database away: down where the journal is full or its disk is broken. */
@Component
class JournalHealth implements HealthIndicator {

    private final Journal journal;

    JournalHealth(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Health health() {
        JournalAnswer state = journal.state();
        Health.Builder health = switch (state) {
            case KEPT -> Health.up();
            case FULL, BROKEN -> Health.down();
        };
        return health.withDetail("state", state.name())
                .withDetail("records", journal.waiting())
                .withDetail("octets", journal.octets())
                .withDetail("age", journal.age().toString())
                .build();
    }
}
