package org.omnihall.hall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Right;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All lines of a file, or none; a dry run leaves nothing. */
@HallTest
class ImportsTest {

    private final Imports imports;
    private final Languages languages;
    private final JdbcClient db;
    private final StringWriter errors = new StringWriter();

    @Autowired
    ImportsTest(Imports imports, Languages languages, JdbcClient db) {
        this.imports = imports;
        this.languages = languages;
        this.db = db;
    }

    @BeforeEach
    void table() {
        db.sql("drop table if exists public.fruit").update();
        db.sql("create table public.fruit (name text)").update();
    }

    @Test
    void aCleanFileIsInAndWrittenDown() throws IOException {
        assertThat(run("\ufeffname,colour\napple,red\n\"plum, small\",blue\n", false))
                .isEqualTo(new ImportReport(2, 0, List.of(), true));
        assertThat(rows()).isEqualTo(2);
        assertThat(db.sql("select detail from audit.entry where act = 'import' order by id desc limit 1")
                        .query((row, n) -> row.getString(1))
                        .single())
                .isEqualTo("2 lines");
    }

    @Test
    void aDryRunLeavesNothing() throws IOException {
        ImportReport report = run("name,colour\napple,red\n", true);
        assertThat(report.clean()).isTrue();
        assertThat(report.applied()).isFalse();
        assertThat(rows()).isZero();
    }

    @Test
    void oneFaultKeepsAllOut() throws IOException {
        ImportReport report = run("name,colour\napple,red\n,green\npear\n", false);
        assertThat(report.faults()).isEqualTo(2);
        assertThat(report.applied()).isFalse();
        assertThat(rows()).isZero();
        assertThat(errors.toString()).contains("3,name,A value is too long").contains("4,,Wrong number of columns");
    }

    @Test
    void aWrongHeadOrBrokenQuotesAreSaid() throws IOException {
        assertThat(run("colour,name\nred,apple\n", false).first().getFirst().wordKey())
                .isEqualTo("intake.fault.HEAD");
        assertThat(run("", false).first().getFirst().wordKey()).isEqualTo("intake.fault.HEAD");
        assertThat(run("name,colour\n\"apple,red\n", false).clean()).isFalse();
        assertThat(run("name,colour\napple," + "x".repeat(5000) + "\n", false)
                        .first()
                        .getFirst()
                        .wordKey())
                .isEqualTo("intake.fault.TOO_LONG");
    }

    private long rows() {
        return db.sql("select count(*) from public.fruit").query(Long.class).single();
    }

    private ImportReport run(String file, boolean dryRun) throws IOException {
        Imports.Order order = new Imports.Order(new Fruit(), dryRun, "test", languages.in(Locale.ENGLISH));
        return imports.run(order, new StringReader(file), errors, lines -> {});
    }

    private final class Fruit implements ImportKind, ImportKind.Loading {

        @Override
        public String name() {
            return "fruit";
        }

        @Override
        public List<String> columns() {
            return List.of("name", "colour");
        }

        @Override
        public Right right() {
            return Right.NETWORK_CHANGE;
        }

        @Override
        public Loading begin(String actor) {
            return this;
        }

        @Override
        public List<LineFault> take(List<Line> lines) {
            lines.forEach(line -> db.sql("insert into public.fruit values (?)")
                    .param(line.value(0))
                    .update());
            return lines.stream()
                    .filter(line -> line.value(0).isEmpty())
                    .map(line -> line.fault("name", "intake.fault.TOO_LONG"))
                    .toList();
        }

        @Override
        public List<LineFault> finish() {
            return List.of();
        }
    }
}
