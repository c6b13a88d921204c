package org.omnihall.hall.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.omnihall.hall.Swiftly;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.SomeWords;
import org.omnihall.hall.shell.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.SimpleTransactionStatus;

/** Any text at all as a file to import, alone and below a good head; a search with the environment's JAZZER_FUZZ=1. */
class ImportsFuzzTest {

    private static final Words WORDS = SomeWords.english();
    private static final ImportKind PAIRS = new Pairs();
    private static final Imports IMPORTS = new Imports(
            List.of(PAIRS),
            new IntakeSettings(100, 64, 10),
            new AuditTrail(JdbcClient.create(new SimpleDriverDataSource()), Clock.systemUTC()),
            new NoTransactions());

    @FuzzTest(maxDuration = "10m")
    void tellsWhatIsWrongAndThrowsNothing(byte[] octets) {
        String text = new String(octets, StandardCharsets.UTF_8);
        Swiftly.read(() -> {
            take(text);
            take("name,colour\n" + text);
        });
    }

    private static void take(String file) {
        try {
            ImportReport report = IMPORTS.run(
                    new Imports.Order(PAIRS, true, "fuzz", WORDS),
                    new StringReader(file),
                    new StringWriter(),
                    lines -> {});
            assertThat(report.applied()).isFalse();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private record Pairs() implements ImportKind {

        @Override
        public String name() {
            return "pairs";
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
            return Loading.lineByLine(line -> {
                assertThat(line.values()).hasSize(2).allMatch(value -> value.length() <= 64);
                return List.of();
            });
        }
    }

    /** Everything is a dry run here. */
    private record NoTransactions() implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            return new SimpleTransactionStatus();
        }

        @Override
        public void commit(TransactionStatus status) {}

        @Override
        public void rollback(TransactionStatus status) {}
    }
}
