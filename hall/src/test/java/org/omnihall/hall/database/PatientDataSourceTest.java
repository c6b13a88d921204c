package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.springframework.jdbc.datasource.DelegatingDataSource;

@ExtendWith(HallDatabase.class)
class PatientDataSourceTest {

    private final Server server;
    private final PatientDataSource patient;

    PatientDataSourceTest(DataSource real) {
        server = new Server(real);
        patient = new PatientDataSource(server);
    }

    /** Refuses so many times, for a reason. */
    private static final class Server extends DelegatingDataSource {

        private int refusals;
        private String state = "08001";

        Server(DataSource real) {
            super(real);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (refusals-- > 0) {
                throw new SQLException("refused", state);
            }
            return super.getConnection();
        }
    }

    @Test
    void waitsForAServerThatWasThere() throws SQLException {
        patient.getConnection().close();
        server.refusals = 3;
        patient.getConnection().close();
        server.refusals = 1;
        server.state = "57P03";
        patient.getConnection().close();
        assertThat(server.refusals).isNegative();
    }

    @Test
    void waitsForNoneThatWasNeverThere() {
        server.refusals = 1;
        assertThatThrownBy(patient::getConnection).isInstanceOf(SQLException.class);
    }

    @Test
    void passesOnWhatWaitingDoesNotMend() throws SQLException {
        patient.getConnection().close();
        server.refusals = 1;
        server.state = "28P01";
        assertThatThrownBy(patient::getConnection).isInstanceOf(SQLException.class);
    }

    @Test
    void endsWithThePoolThatAsks() throws SQLException {
        patient.getConnection().close();
        server.refusals = Integer.MAX_VALUE;
        Thread.currentThread().interrupt();
        assertThatThrownBy(patient::getConnection).isInstanceOf(SQLException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
