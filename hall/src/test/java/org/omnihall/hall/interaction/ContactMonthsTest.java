package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The months of the contact log, from the one before they are needed to the one after they are kept. */
class ContactMonthsTest {

    private static final Instant NOVEMBER = Instant.parse("2026-11-30T23:59:59Z");

    private DataSource database = HallDatabase.open();
    private JdbcClient db = JdbcClient.create(database);

    @BeforeEach
    void fresh() {
        database = HallDatabase.open();
        db = JdbcClient.create(database);
    }

    @Test
    void areMadeThreeMonthsAheadAndOnce() {
        months(NOVEMBER).start();
        months(NOVEMBER).start();

        assertThat(partitions())
                .containsExactly("contact_2026_11", "contact_2026_12", "contact_2027_01", "contact_2027_02");
        months(NOVEMBER.plusSeconds(1)).start();
        assertThat(partitions()).hasSize(5).contains("contact_2027_03");
    }

    @Test
    void areMadeByFourNodesThatStartAtTheSameTime() throws InterruptedException, ExecutionException {
        try (ExecutorService nodes = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                starts.add(() -> {
                    months(NOVEMBER).start();
                    return true;
                });
            }
            for (Future<Boolean> start : nodes.invokeAll(starts)) {
                assertThat(start.get()).isTrue();
            }
        }
        assertThat(partitions()).hasSize(4);
    }

    @Test
    void holdTheContactsOfTheirMonth() {
        months(NOVEMBER).start();
        write(NOVEMBER);
        write(NOVEMBER.plusSeconds(1));
        write(Instant.parse("2026-10-31T23:59:59Z"));

        assertThat(partitionOf(NOVEMBER)).isEqualTo("contact_2026_11");
        assertThat(partitionOf(NOVEMBER.plusSeconds(1))).isEqualTo("contact_2026_12");
        assertThat(partitionOf(Instant.parse("2026-10-31T23:59:59Z"))).isEqualTo("contact_rest");
    }

    @Test
    void stayInTheRestWhenTheyBeganThere() {
        write(NOVEMBER);
        months(NOVEMBER).start();

        assertThat(partitions()).doesNotContain("contact_2026_11").hasSize(3);
        assertThat(partitionOf(NOVEMBER)).isEqualTo("contact_rest");
    }

    @Test
    void goWhenTheyEndedBeforeTheRetentionBegan() {
        ContactMonths now = months(NOVEMBER);
        assertThat(now.keeps(Instant.parse("2024-09-30T23:59:59Z"))).isFalse();
        assertThat(now.keeps(Instant.parse("2024-10-01T00:00:00Z"))).isTrue();
        now.prepare(YearMonth.of(2024, 9));
        now.prepare(YearMonth.of(2024, 10));
        write(Instant.parse("2024-09-30T23:59:59Z"));
        write(Instant.parse("2024-10-01T00:00:00Z"));

        assertThat(now.dropOld()).containsExactly("contact_2024_09");
        assertThat(partitions()).containsExactly("contact_2024_10");
        assertThat(rows()).isOne();
    }

    @Test
    void emptyTheRestOnlyWhenAllOfItIsOver() {
        ContactMonths now = months(NOVEMBER);
        write(Instant.parse("2020-01-01T00:00:00Z"));
        write(Instant.parse("2024-10-31T00:00:00Z"));
        now.dropOld();
        assertThat(rows()).isEqualTo(2);

        months(Instant.parse("2026-12-02T00:00:00Z")).dropOld();
        assertThat(rows()).isZero();
        write(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(rows()).isOne();
    }

    private ContactMonths months(Instant now) {
        return new ContactMonths(
                db,
                new TransactionTemplate(new JdbcTransactionManager(database)),
                SettingsOf.bind(InteractionSettings.class, Map.of()),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private void write(Instant at) {
        db.sql("""
                insert into interaction.contact (at, written_at, source, source_id, journey, channel_id, direction, kind,
                    outcome, detail, area_path)
                values (:at, :at, 'test', :id, :journey, 1, 'INBOUND', 'CALL', 'DONE', '{}', '/')""")
                .param("at", Times.at(at))
                .param("id", UUID.randomUUID().toString())
                .param("journey", UUID.randomUUID())
                .update();
    }

    private List<String> partitions() {
        return db.sql("""
                select inhrelid::regclass::text from pg_inherits where inhparent = 'interaction.contact'::regclass order by 1""").query((row, number) -> row.getString(1)).list().stream()
                .map(name -> name.replace("interaction.", ""))
                .filter(name -> !name.equals("contact_rest"))
                .toList();
    }

    private String partitionOf(Instant at) {
        return db.sql("select tableoid::regclass::text from interaction.contact where at = ?")
                .param(Times.at(at))
                .query(String.class)
                .single()
                .replace("interaction.", "");
    }

    private long rows() {
        return db.sql("select count(*) from interaction.contact")
                .query(Long.class)
                .single();
    }
}
