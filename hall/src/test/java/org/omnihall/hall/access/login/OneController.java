package org.omnihall.hall.access.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.omnihall.hall.TrustingClient;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.node.Home;
import org.omnihall.hall.node.WebOrigins;
import org.omnihall.hall.vault.Vault;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.annotation.Scope;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hall with one access controller, a clock that tests put ahead, and a phone before each test. */
@TestConfiguration
class OneController {

    static final SmallController CONTROLLER = new SmallController();
    static final Duration[] AHEAD = {Duration.ZERO};

    /** The clock goes right again. */
    static void reset() {
        AHEAD[0] = Duration.ZERO;
    }

    @Bean
    @Primary
    AccessControllers oneController() {
        return AccessControllers.fixed(CONTROLLER.registered());
    }

    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    WebPhone webPhone(JdbcClient db, Vault vault, WebOrigins origins, Home home) {
        return new WebPhone(db, vault, origins, TrustingClient.of(home));
    }

    @Bean
    @Primary
    Clock aheadClock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.now().plus(AHEAD[0]);
            }
        };
    }
}
