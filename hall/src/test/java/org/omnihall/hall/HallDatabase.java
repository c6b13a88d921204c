package org.omnihall.hall;

import javax.sql.DataSource;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Gives a test class a real PostgreSQL database of its own with all migrations, without Spring: a constructor or test with a parameter of
 * type {@link JdbcClient} or {@link DataSource} gets it.
 *
 * <pre>{@code
 * @ExtendWith(HallDatabase.class)
 * class OpenSessionsTest {
 *     @Test
 *     void opensASession(JdbcClient db) { ... }
 * }
 * }</pre>
 */
public final class HallDatabase implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == JdbcClient.class || type == DataSource.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String key = context.getRequiredTestClass().getName();
        DataSource database = context.getRoot()
                .getStore(Namespace.create(HallDatabase.class))
                .computeIfAbsent(key, none -> open(), DataSource.class);
        return parameter.getParameter().getType() == DataSource.class ? database : JdbcClient.create(database);
    }

    /** Another fresh database, for a test that needs one to itself or a pool over it. */
    public static DataSource open() {
        TestServer server = TestServer.get();
        return server.connect(server.freshDatabase());
    }
}
