package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.party.BossQuery;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.NumberList;
import org.omnihall.hall.party.Operator;
import org.omnihall.hall.party.SpecialNumbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** All refusals of a number are one page, the same work and the same least time, so that nobody learns whose number it is (rule 6). */
@HallTest
@Import({OneController.class, RefusalsTest.Listening.class})
class RefusalsTest {

    private static final Queue<String> STATEMENTS = new ConcurrentLinkedQueue<>();

    /** What only pages ask; other statements come from tasks in the background. */
    private static final Pattern OF_A_PAGE =
            Pattern.compile("party[.]|access[.](attempt|limit_count|code|funnel_step)");

    /** What the follower of contacts asks meanwhile, on its own thread. */
    private static final String NOT_OF_A_PAGE = "delete from access.untold";

    private static final String FOREIGN = "13000000000";
    private static final String UNKNOWN = "14000000001";
    private static final String PORTED = "13857190171";
    private static final String DENIED = "13857190172";
    private static final String GIVEN_UP = "13857190173";

    private final WebPhone phone;
    private final LoginSettings settings;

    @Autowired
    RefusalsTest(WebPhone phone, LoginSettings settings, SpecialNumbers special) {
        this.phone = phone;
        this.settings = settings;
        special.port(new Msisdn(PORTED), Operator.CHINA_UNICOM, "test");
        special.list(new Msisdn(DENIED), NumberList.DENY, "test", "test");
    }

    @Test
    void areOnePageAndTheSameWorkInTheSameLeastTime() {
        OneController.reset();
        String page = phone.land();
        phone.post(page + "/number", "number=13000000001");
        Set<String> pages = new LinkedHashSet<>();
        Set<List<String>> work = new LinkedHashSet<>();
        for (String number : List.of(FOREIGN, UNKNOWN, PORTED, DENIED, GIVEN_UP)) {
            STATEMENTS.clear();
            long asked = System.nanoTime();
            assertThat(phone.post(page + "/number", "number=" + number)).isEqualTo(page);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(settings.answerAfter());
            work.add(List.copyOf(STATEMENTS));
            pages.add(phone.get(page).body());
        }
        for (Drop reason : List.of(
                Drop.NUMBER_FOREIGN,
                Drop.NUMBER_UNKNOWN,
                Drop.NUMBER_PORTED_OUT,
                Drop.NUMBER_DENIED,
                Drop.NUMBER_BOSS_REFUSED)) {
            assertThat(phone.drops(reason)).as(reason.name()).isPositive();
        }
        assertThat(pages).hasSize(1);
        assertThat(work).hasSize(1);
        assertThat(new ArrayList<>(work).getFirst()).hasSizeGreaterThan(5);
    }

    /** Writes down what is asked of the database; and a BOSS that knows that one of our numbers was given up. */
    @TestConfiguration
    static class Listening {

        @Bean
        BossQuery boss() {
            return number -> !number.equals(new Msisdn(GIVEN_UP));
        }

        @Bean
        static BeanPostProcessor listeningDataSource() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource database ? new Listened(database) : bean;
                }
            };
        }
    }

    private static final class Listened extends DelegatingDataSource {

        Listened(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            return (Connection) Proxy.newProxyInstance(
                    Listened.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("prepareStatement")
                                && !String.valueOf(arguments[0]).contains(NOT_OF_A_PAGE)
                                && OF_A_PAGE
                                        .matcher(String.valueOf(arguments[0]))
                                        .find()) {
                            STATEMENTS.add(String.valueOf(arguments[0]));
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getTargetException();
                        }
                    });
        }
    }
}
