package org.omnihall.hall;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.omnihall.hall.database.embedded.EmbeddedPostgres;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives a test's application context a database, a home directory and ports of its own. */
public final class HallEnvironment implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestServer server = TestServer.get();
        Map<String, Object> properties = new HashMap<>();
        properties.put("omnihall.database.url", server.freshDatabase());
        properties.put("omnihall.database.user", EmbeddedPostgres.USER);
        properties.put("omnihall.database.password", server.password());
        properties.put("omnihall.database.connections", "4");
        properties.put("omnihall.node.home", home().toString());
        properties.put("omnihall.insight.class-path", System.getProperty("java.class.path"));
        for (String port : new String[] {
            "web",
            "web-tls",
            "pages",
            "pages-tls",
            "radius-authentication",
            "radius-accounting",
            "portal",
            "mac-binding",
            "smpp"
        }) {
            properties.put("omnihall.node.ports." + port, "0");
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("hall test", properties));
    }

    private static Path home() {
        try {
            Path home = Files.createTempDirectory("hall-home-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FolderTree.delete(home)));
            return home;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
