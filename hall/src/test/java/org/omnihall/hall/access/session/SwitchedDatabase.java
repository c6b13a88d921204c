package org.omnihall.hall.access.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that is away while it is told to be, or makes everybody wait. */
final class SwitchedDatabase extends DelegatingDataSource {

    private volatile boolean away;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    SwitchedDatabase(DataSource real) {
        super(real);
    }

    void away(boolean is) {
        away = is;
    }

    /** Nobody gets a connection until this is opened. */
    CountDownLatch close() {
        gate = new CountDownLatch(1);
        return gate;
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            if (!gate.await(15, TimeUnit.SECONDS)) {
                throw new SQLException("nobody opened the gate", "08001");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new SQLException(ended);
        }
        if (away) {
            throw new SQLException("away", "08001");
        }
        return super.getConnection();
    }
}
