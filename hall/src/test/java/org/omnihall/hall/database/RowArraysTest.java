package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows that are not there yet are added whole, one by one where some are there already, and within what their transaction did before. */
@ExtendWith(HallDatabase.class)
class RowArraysTest {

    private record Row(long id, Optional<String> word) {}

    private static final RowArrays<Row> ROWS =
            new RowArrays<Row>("row_arrays_test").number("id", Row::id).maybeText("word", Row::word);

    private final JdbcTemplate db;
    private final TransactionTemplate transaction;

    RowArraysTest(DataSource database) {
        db = new JdbcTemplate(database);
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
    }

    @BeforeEach
    void create() {
        db.execute("drop table if exists row_arrays_test");
        db.execute("create table row_arrays_test (id bigint primary key, word text check (word <> 'never'))");
    }

    private static List<Row> rows(long from, long to) {
        return LongStream.range(from, to)
                .mapToObj(id -> new Row(id, id % 3 == 0 ? Optional.empty() : Optional.of("w" + id)))
                .toList();
    }

    private List<Long> ids() {
        return db.query("select id from row_arrays_test order by id", (row, number) -> row.getLong("id"));
    }

    private int inTransaction(IntSupplier what) {
        Integer did = transaction.execute(status -> what.getAsInt());
        return did == null ? 0 : did;
    }

    @Test
    void addsWhatIsMissing() {
        assertThat(inTransaction(() -> ROWS.insertMissing(db, rows(0, 100)))).isEqualTo(100);
        assertThat(inTransaction(() -> ROWS.insertMissing(db, rows(50, 150)))).isEqualTo(50);
        assertThat(inTransaction(() -> ROWS.insertMissing(db, rows(145, 155)))).isEqualTo(5);
        assertThat(ROWS.insertMissing(db, rows(100, 200)))
                .as("without a transaction")
                .isEqualTo(45);
        assertThat(ids()).isEqualTo(LongStream.range(0, 200).boxed().toList());
    }

    @Test
    void takesNothingBackOfWhatItsTransactionDidBefore() {
        ROWS.insertMissing(db, rows(0, 10));

        int added = inTransaction(() -> {
            db.update("insert into row_arrays_test values (1000, 'before')");
            int missing = ROWS.insertMissing(db, rows(5, 100));
            db.update("insert into row_arrays_test values (1001, 'after')");
            return missing;
        });

        assertThat(added).isEqualTo(90);
        assertThat(ids()).hasSize(102).contains(1000L, 1001L);
    }

    @Test
    void addsOnceWhatIsThereTwice() {
        List<Row> twice =
                Stream.concat(rows(0, 30).stream(), rows(20, 60).stream()).toList();

        assertThat(inTransaction(() -> ROWS.insertMissing(db, twice))).isEqualTo(60);
        assertThat(ids()).isEqualTo(LongStream.range(0, 60).boxed().toList());
    }

    @Test
    void passesOnWhatElseIsWrong() {
        List<Row> wrong = LongStream.range(0, 100)
                .mapToObj(id -> new Row(id, Optional.of(id == 70 ? "never" : "word")))
                .toList();

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> inTransaction(() -> ROWS.insertMissing(db, wrong)));
        assertThat(ids()).isEmpty();
    }
}
