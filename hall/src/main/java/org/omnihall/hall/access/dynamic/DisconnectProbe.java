package org.omnihall.hall.access.dynamic;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;
import org.springframework.stereotype.Component;

/** Asks a controller to end a session that nobody has: a NAK with "session context not found" proves address, port and secret. */
@Component
public class DisconnectProbe {

    private static final Retransmission TIMES =
            new Retransmission(Duration.ofMillis(700), Duration.ofSeconds(1), Duration.ofSeconds(3));

    private final Clock clock;

    DisconnectProbe(Clock clock) {
        this.clock = clock;
    }

    /** Completes with whether a rightly signed answer came, never exceptionally. */
    public CompletableFuture<Boolean> ask(AccessController controller) {
        RadiusClient client =
                new RadiusClient(DynamicClient.anyLocal(controller.address().getAddress().length == 4));
        Packet question = Packet.request(Code.DISCONNECT_REQUEST)
                .octets(AttributeTypes.MESSAGE_AUTHENTICATOR, Octets.of(new byte[16]))
                .text(AttributeTypes.USER_NAME, "omnihall-self-test")
                .text(AttributeTypes.ACCT_SESSION_ID, "omnihall-self-test")
                .integer(AttributeTypes.EVENT_TIMESTAMP, clock.instant().getEpochSecond())
                .build();
        return client.send(
                        question,
                        new InetSocketAddress(controller.address(), controller.coaPort()),
                        SharedSecret.of(controller.radiusSecret()),
                        TIMES)
                .handle((reply, failure) -> {
                    client.close();
                    return failure == null;
                });
    }
}
