package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HallTest
class DatabaseModuleTest {

    private final JdbcClient db;
    private final AuditTrail audit;

    @Autowired
    DatabaseModuleTest(JdbcClient db, AuditTrail audit) {
        this.db = db;
        this.audit = audit;
    }

    @Test
    void servesTheWholeHall() {
        audit.record("system", "node.start", "node", "");

        assertThat(db.sql("select act from audit.entry").query(String.class).list())
                .contains("node.start");
    }

    @Test
    void tellsThatTheTestServerWouldNotSurviveAPowerCut() {
        assertThat(Durability.of(db)).isEqualTo(new Durability(false, true, true, true));
        assertThat(Durability.of(db).missing()).containsExactly("fsync");
    }
}
