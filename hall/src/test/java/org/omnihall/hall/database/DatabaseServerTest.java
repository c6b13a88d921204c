package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.omnihall.hall.node.CannotStart;

@Timeout(20)
class DatabaseServerTest {

    private static final class Refusal extends CannotStart {

        private static final long serialVersionUID = 1;

        Refusal(String message) {
            super(message);
        }
    }

    @Test
    void saysInItsOwnWordsWhyItDoesNotStart() {
        try (DatabaseServer server = DatabaseServer.embedded(() -> {
            throw new Refusal("the port is taken");
        })) {
            assertThatThrownBy(server::address).isInstanceOf(Refusal.class).hasMessage("the port is taken");
        }
    }

    @Test
    void doesNotWaitForTheStartUntilItIsAskedForTheAddress() {
        CountDownLatch asked = new CountDownLatch(1);
        try (DatabaseServer server = DatabaseServer.embedded(() -> {
            try {
                asked.await();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
            throw new Refusal("only after the question");
        })) {
            asked.countDown();
            assertThatThrownBy(server::address).hasMessage("only after the question");
        }
    }

    @Test
    void showsAnAddressWithoutItsPassword() {
        try (DatabaseServer server = DatabaseServer.external("jdbc:postgresql://db/omnihall", "li", "quite-secret")) {
            assertThat(server.address().password()).isEqualTo("quite-secret");
            assertThat(server.address())
                    .asString()
                    .contains("db/omnihall", "li")
                    .doesNotContain("quite-secret");
        }
    }
}
