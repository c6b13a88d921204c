package org.omnihall.eap.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.eap.Conversation;
import org.omnihall.eap.EapMethod;
import org.omnihall.eap.Failure;
import org.omnihall.eap.Limits;
import org.omnihall.eap.Turn;

/** A server with the papers that it shows and believes, its people, and supplicants over the JDK's TLS client. */
abstract class TlsRing {

    private static final String TICKETS = "jdk.tls.server.enableSessionTicketExtension";
    static final Limits SMALL = new Limits(300, 65_536, 64);

    @TempDir
    static Path folder;

    static Papers server;
    static Papers li;
    static Papers over;
    static Papers stranger;

    final Town town = new Town().with("li", "correct horse").with("li@town", "x");
    Clock clock = Clock.systemUTC();
    List<EapMethod> methods = List.of();

    /** As the hall's launcher does, so that TLS 1.2 is resumed by a session's name. */
    @BeforeAll
    static void make() throws Exception {
        System.setProperty(TICKETS, "false");
        server = Papers.of(folder, "server", true);
        li = Papers.of(folder, "li", true);
        over = Papers.of(folder, "li", false);
        stranger = Papers.of(folder, "stranger", true);
    }

    @AfterAll
    static void asBefore() {
        System.clearProperty(TICKETS);
    }

    @BeforeEach
    void open() throws Exception {
        methods = TlsMethods.of(
                new TlsServer(
                        List.of(server.certificate()),
                        server.key(),
                        List.of(li.certificate(), over.certificate()),
                        100,
                        Duration.ofHours(1)),
                new Clock() {
                    @Override
                    public java.time.ZoneId getZone() {
                        return clock.getZone();
                    }

                    @Override
                    public Clock withZone(java.time.ZoneId zone) {
                        return clock.withZone(zone);
                    }

                    @Override
                    public java.time.Instant instant() {
                        return clock.instant();
                    }
                },
                new SecureRandom());
    }

    Conversation conversation() {
        return new Conversation(methods, town, SMALL);
    }

    /** A supplicant of a kind with the right papers. */
    static Peer peer(TlsKind kind, String version) throws Exception {
        SSLContext context = kind == TlsKind.TLS ? Peer.context(server, Optional.of(li)) : Peer.anyone(server);
        return new Peer(context, kind, version, SMALL);
    }

    static Failure refusal(Turn turn) {
        assertThat(turn).isInstanceOf(Turn.Refused.class);
        return ((Turn.Refused) turn).why();
    }
}
