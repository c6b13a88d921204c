package org.omnihall.hall.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connects to a server that was there before also when it is away for a while: it tries again every 100 ms, for half a minute at most. The pool
 * by itself rests longer and longer between two tries, up to five seconds, so a server that is back would stay unused for so long.
 */
final class PatientDataSource extends DelegatingDataSource {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long REST = TimeUnit.MILLISECONDS.toNanos(100);

    /** Cannot connect, and shutting down, crashed, starting up (PostgreSQL, appendix A of its manual). */
    private static final Set<String> AWAY = Set.of("08001", "08004", "08006", "57P01", "57P02", "57P03");

    private volatile boolean wasThere;

    PatientDataSource(DataSource server) {
        super(server);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return connected(super::getConnection);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return connected(() -> super.getConnection(user, password));
    }

    private interface Attempt {
        Connection connect() throws SQLException;
    }

    private Connection connected(Attempt attempt) throws SQLException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Connection connection = attempt.connect();
                wasThere = true;
                return connection;
            } catch (SQLException refused) {
                boolean worthIt = wasThere
                        && AWAY.contains(
                                Optional.ofNullable(refused.getSQLState()).orElse(""))
                        && System.nanoTime() - deadline < 0;
                if (!worthIt) {
                    throw refused;
                }
                LockSupport.parkNanos(REST);
                if (Thread.currentThread().isInterrupted()) {
                    throw refused;
                }
            }
        }
    }
}
