package org.omnihall.hall.access.roaming;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.access.aaa.RadSecSocket;
import org.omnihall.hall.access.aaa.RadiusDrops;
import org.omnihall.hall.access.eap.PaperAuthority;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.tls.RadSec;
import org.omnihall.radius.tls.RadSecClient;
import org.omnihall.radius.tls.RadSecListener;
import org.omnihall.radius.tls.TlsClientSettings;
import org.omnihall.radius.transport.NoAnswer;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The started hall with RadSec, and those who ask it over TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RadSecAskers {

    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final PaperAuthority.Pair HALL = pair("hall.example");

    final RadSecPeers peers;
    private final RadSecSocket socket;
    private final ControllerRegistry registry;
    private final Accounts accounts;
    private final RadiusDrops drops;

    RadSecAskers(ApplicationContext hall) {
        this.peers = hall.getBean(RadSecPeers.class);
        this.socket = hall.getBean(RadSecSocket.class);
        this.registry = hall.getBean(ControllerRegistry.class);
        this.accounts = hall.getBean(Accounts.class);
        this.drops = hall.getBean(RadiusDrops.class);
    }

    @DynamicPropertySource
    static void certificates(DynamicPropertyRegistry properties) {
        RoamingPapers.show(HALL, properties);
    }

    static PaperAuthority.Pair pair(String name) {
        try {
            return RoamingPapers.AUTHORITY.issue(name);
        } catch (IOException | GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    void controller(String name, String address, String more, String value) {
        done(registry.add(
                Draft.of("name", name, "addresses", address, "radiusSecret", "not-asked-for-here", more, value),
                "test"));
    }

    RadSecPeer peer(String name, String certificate, String controllers) {
        return done(peers.add(Draft.of("name", name, "certificate", certificate, "controllers", controllers), "test"));
    }

    void person(String name) {
        done(accounts.add(Draft.of("name", name, "password", "correct horse", "methods", "pap"), "test"));
    }

    static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    RadSecClient client(PaperAuthority.Pair shown) {
        InetSocketAddress there = socket.address().orElseThrow();
        return RadSecClient.open(
                new TlsClientSettings(
                        there,
                        () -> Optional.of(RoamingPapers.context(shown)),
                        "hall.example",
                        TlsClientSettings.Times.USUAL,
                        Clock.systemUTC()),
                RadSecListener.SILENT);
    }

    /** A connection of TLS and nothing else. */
    SSLSocket connect(PaperAuthority.Pair shown) throws IOException {
        InetSocketAddress there = socket.address().orElseThrow();
        return (SSLSocket)
                RoamingPapers.context(shown).getSocketFactory().createSocket(there.getAddress(), there.getPort());
    }

    static Packet access(RadSecClient client, String name, String nas) {
        Packet begun = client.begin(Code.ACCESS_REQUEST).build();
        var request = Packet.request(Code.ACCESS_REQUEST, begun.authenticator())
                .text(AttributeTypes.USER_NAME, name)
                .octets(
                        AttributeTypes.USER_PASSWORD,
                        UserPassword.hide(Octets.ofText("correct horse"), begun.authenticator(), RadSec.SECRET));
        return (nas.isEmpty() ? request : request.text(AttributeTypes.NAS_IDENTIFIER, nas)).build();
    }

    static Code code(CompletableFuture<Packet> answer) {
        return answer.join().code();
    }

    static NoAnswer.Reason silence(CompletableFuture<Packet> answer) {
        try {
            throw new AssertionError("answered: " + answer.join());
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof NoAnswer silence) {
                return silence.reason();
            }
            throw failed;
        }
    }

    long drops(String reason) {
        return drops.rows().stream()
                .filter(row -> row.reason().equals(reason))
                .mapToLong(RadiusDrops.Row::number)
                .sum();
    }
}
