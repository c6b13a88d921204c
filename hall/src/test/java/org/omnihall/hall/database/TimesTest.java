package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(HallDatabase.class)
class TimesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123456Z");

    @Test
    void comeBackAsTheyWentIn(JdbcClient db) {
        assertThat(db.sql("select :at::timestamptz as at")
                        .param("at", Times.at(NOON))
                        .query((row, number) -> Times.in(row, "at"))
                        .single())
                .isEqualTo(NOON);
        assertThat(db.sql("select :at::timestamptz as at")
                        .param("at", Times.at(NOON))
                        .query((row, number) -> Times.maybeIn(row, "at"))
                        .single())
                .contains(NOON);
    }

    @Test
    void knowsNoMoment(JdbcClient db) {
        assertThat(db.sql("select :at::timestamptz as at")
                        .param("at", Times.at(Optional.empty()))
                        .query((row, number) -> Times.maybeIn(row, "at"))
                        .single())
                .isEmpty();
    }

    @Test
    void findsTheMigrationsApplied(JdbcClient db) {
        assertThat(db.sql("select count(*) from audit.entry")
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
