package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.limit.Homes.LI;
import static org.omnihall.hall.access.limit.Homes.OLDEST;
import static org.omnihall.hall.access.limit.Homes.ONE;
import static org.omnihall.hall.access.limit.Homes.PHONE;
import static org.omnihall.hall.access.limit.Homes.TABLET;
import static org.omnihall.hall.access.limit.Homes.WANG;
import static org.omnihall.hall.access.limit.Homes.admission;
import static org.omnihall.hall.access.limit.Homes.began;
import static org.omnihall.hall.access.limit.Homes.noonPlus;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.limit.Admissions.Answer;
import org.omnihall.hall.database.GroupAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Places of owners' devices where the database gives no answer (requirement A9). */
class LonelyAdmissionsTest {

    private final CountDownLatch over = new CountDownLatch(1);
    private final PlaceView view;
    private final Admissions admissions;

    LonelyAdmissionsTest() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        JdbcClient db = JdbcClient.create(new Away());
        view = new PlaceView(new PlaceNews(db, Clock.systemUTC(), meters), meters);
        admissions = new Admissions(view, new PlaceBook(db, view), meters);
    }

    @AfterEach
    void stop() {
        over.countDown();
        admissions.stop();
    }

    /** Gives a connection to nobody, and says so when it is over. */
    private final class Away extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            try {
                over.await();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
            throw new SQLTransientConnectionException("away");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @Test
    void countsAloneWhileTheDatabaseIsAway() {
        over.countDown();
        assertThat(admissions.take(admission(UUID.randomUUID(), LI, ONE, PHONE), noonPlus(0)))
                .as("before it runs")
                .isEqualTo(new Answer.Lost(GroupAnswers.Fault.QUEUE_FULL));
        admissions.start();
        assertThat(admissions.take(admission(UUID.randomUUID(), LI, ONE, PHONE), noonPlus(0)))
                .isInstanceOf(Answer.Held.class);
        assertThat(admissions.take(admission(UUID.randomUUID(), LI, ONE, TABLET), noonPlus(1)))
                .isEqualTo(new Answer.Full());
        view.changed(new PlacesChanged(
                List.of(began(UUID.randomUUID(), UUID.randomUUID(), WANG, OLDEST, PHONE, 0)), List.of()));
        assertThat(admissions.take(admission(UUID.randomUUID(), WANG, OLDEST, TABLET), noonPlus(1)))
                .as("no session can be ended")
                .isEqualTo(new Answer.Lost(GroupAnswers.Fault.DATABASE_AWAY));
    }

    @Test
    void letsInWhoWasReadBeforeWhereTheDatabaseHangsAndRefusesNobody() throws InterruptedException {
        admissions.start();
        view.read(List.of(LI));
        view.read(LI, List.of(), noonPlus(0));
        BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
        admissions.take(admission(UUID.randomUUID(), LI, ONE, PHONE), noonPlus(3_600), answers::add);
        assertThat(answers.poll(5, TimeUnit.SECONDS)).isInstanceOf(Answer.Held.class);
        Answer late = new Answer.Lost(GroupAnswers.Fault.TOO_LATE);
        admissions.take(admission(UUID.randomUUID(), LI, ONE, TABLET), noonPlus(3_601), answers::add);
        assertThat(answers.poll(5, TimeUnit.SECONDS))
                .as("another device has the place, as far as is known")
                .isEqualTo(late);
        admissions.take(admission(UUID.randomUUID(), WANG, ONE, TABLET), noonPlus(3_601), answers::add);
        assertThat(answers.poll(5, TimeUnit.SECONDS)).as("nothing is known").isEqualTo(late);
        over.countDown();
        admissions.stop();
        assertThat(answers).as("what comes later is told to nobody").isEmpty();
    }

    @Test
    void asksNobodyWhereTheDatabaseIsKnownToBeAway() {
        assertThat(admissions.takeAlone(admission(UUID.randomUUID(), LI, ONE, PHONE), noonPlus(0)))
                .isInstanceOf(Answer.Held.class);
        assertThat(admissions.takeAlone(admission(UUID.randomUUID(), LI, ONE, TABLET), noonPlus(1)))
                .isEqualTo(new Answer.Full());
    }
}
