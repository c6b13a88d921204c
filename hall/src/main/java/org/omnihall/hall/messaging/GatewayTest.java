package org.omnihall.hall.messaging;

import java.time.Duration;
import java.util.Optional;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.messaging.gateway.ShortMessage;
import org.springframework.stereotype.Component;

/** Sends one message through a gateway of one's choice, past the queue, to see whether it works. It shows in no message log. */
@Component
class GatewayTest {

    static final Duration LIFE = Duration.ofMinutes(5);

    private final Lanes lanes;

    GatewayTest(Lanes lanes) {
        this.lanes = lanes;
    }

    /** What the gateway said; nothing where it is not in use. */
    Optional<Answer> send(String gateway, ShortMessage message) {
        return lanes.inOrder().stream()
                .filter(lane -> lane.name().equals(gateway))
                .findFirst()
                .map(lane -> lane.submit(message));
    }
}
