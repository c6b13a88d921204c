package org.omnihall.hall.insight.pyramid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.Ledger;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.insight.ValueWindow;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An export of everybody's value is of one computation, though others come into force while it is written. */
@HallTest
class ValueExportTest {

    /** More than are read at once. */
    private static final int CUSTOMERS = 2_050;

    @TempDir
    Path folder;

    private final HikariDataSource database;
    private final ValueExport export;
    private final Spending spending;
    private final ValueWindow window;
    private final SmartLifecycle telling;
    private final JdbcClient db;
    private final Collection<Long> customers;

    @Autowired
    ValueExportTest(ApplicationContext hall) {
        this.database = hall.getBean(HikariDataSource.class);
        this.export = hall.getBean(ValueExport.class);
        this.spending = hall.getBean(Spending.class);
        this.window = hall.getBean(CustomerValues.class).window();
        this.telling = hall.getBean("cardTelling", SmartLifecycle.class);
        this.db = hall.getBean(JdbcClient.class);
        this.customers = hall.getBean(Subscribers.class)
                .idsOf(IntStream.range(0, CUSTOMERS)
                        .mapToObj(i -> new Msisdn("1386657%04d".formatted(i)))
                        .toList())
                .values();
    }

    /** Figures that the cards were told of are kept longer, so nothing is told here. */
    @BeforeEach
    void begin() {
        telling.stop();
        db.sql("update insight.run set state = 'FAILED', fault = 'LOST', ended_at = begun_at where state = 'RUNNING'")
                .update();
        db.sql("truncate insight.customer, insight.spend").update();
        compute(700);
    }

    @AfterEach
    void end() {
        telling.start();
    }

    @Test
    void isOfOneComputationThoughAnotherComesIntoForceMeanwhile() {
        List<String> fen = exported(() -> compute(900));
        assertThat(fen).hasSize(CUSTOMERS).containsOnly("700");
        assertThat(exported(() -> {})).hasSize(CUSTOMERS).containsOnly("900");
    }

    @Test
    void breaksWhereItsFiguresAreDroppedBeforeItsEnd() {
        assertThatThrownBy(() -> exported(() -> {
                    compute(900);
                    compute(1_100);
                }))
                .isInstanceOf(FiguresGone.class);
    }

    /** What everybody is worth by the export, and something that happens when its first row is written. */
    private List<String> exported(Runnable meanwhile) {
        List<String> fen = new ArrayList<>();
        export.rows("/", row -> {
            if (fen.isEmpty()) {
                meanwhile.run();
            }
            fen.add(row.getLast());
        });
        return fen;
    }

    private void compute(long fen) {
        spending.tell(customers.stream()
                .map(id -> new Spending.Bill(id, window.last(), fen, Optional.empty(), "/"))
                .toList());
        try {
            Ledger.compute(database, window, folder);
        } catch (SQLException | IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
