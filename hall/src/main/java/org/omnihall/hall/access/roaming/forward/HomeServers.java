package org.omnihall.hall.access.roaming.forward;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.hall.access.roaming.RadSecPapers;
import org.omnihall.hall.access.roaming.RoamingState;
import org.omnihall.radius.Code;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.tls.Cut;
import org.omnihall.radius.tls.PeerCertificate;
import org.omnihall.radius.tls.RadSecClient;
import org.omnihall.radius.tls.RadSecListener;
import org.omnihall.radius.tls.TlsClientSettings;
import org.omnihall.radius.transport.RadiusClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The ways to all home servers, shared by the realms that name the same one. They are opened when a realm is registered and closed when the last is
 * gone; each second those that are down are asked whether they live.
 */
@Component
public class HomeServers implements Lines, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(HomeServers.class);
    private static final TlsClientSettings.Times TIMES = new TlsClientSettings.Times(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofSeconds(1),
            Duration.ofSeconds(10));

    private static final List<Code> PURPOSES = List.of(Code.ACCESS_REQUEST, Code.ACCOUNTING_REQUEST);

    private final RoamingState state;
    private final RadSecPapers papers;
    private final Clock clock;
    private final Map<HomeServer, Line> lines = new ConcurrentHashMap<>();
    private final Map<Boolean, RadiusClient> sockets = new ConcurrentHashMap<>();

    HomeServers(RoamingState state, RadSecPapers papers, Clock clock) {
        this.state = state;
        this.papers = papers;
        this.clock = clock;
    }

    /**
     * How a server stands on this node.
     *
     * @param downSince since when nobody is sent to it to be let in; empty while it lives
     * @param deafSince since when it is sent no accounting
     * @param asked how many requests of both kinds went to it
     * @param answered how many it answered
     */
    public record Standing(Optional<Instant> downSince, Optional<Instant> deafSince, long asked, long answered) {}

    @Override
    public Line line(HomeServer server) {
        return lines.computeIfAbsent(server, this::open);
    }

    public Standing standing(HomeServer server) {
        ServerHealth.Standing access = line(server).access().standing();
        ServerHealth.Standing books = line(server).accounting().standing();
        return new Standing(
                access.downSince(),
                books.downSince(),
                access.asked() + books.asked(),
                access.answered() + books.answered());
    }

    private Line open(HomeServer server) {
        Upstream upstream = switch (server.transport()) {
            case UDP -> new Upstream.Udp(server, socket(server.address()), SharedSecret.of(server.secret()));
            case RADSEC ->
                new Upstream.Tls(RadSecClient.open(
                        new TlsClientSettings(server.authentication(), papers::now, server.certificate(), TIMES, clock),
                        new Ear()));
        };
        return Line.of(server, upstream);
    }

    private RadiusClient socket(InetAddress towards) {
        return sockets.computeIfAbsent(
                towards.getAddress().length == 4, v4 -> new RadiusClient(InetAddress.ofLiteral(v4 ? "0.0.0.0" : "::")));
    }

    @Scheduled(fixedDelay = 1000)
    void follow() {
        Set<HomeServer> wanted = state.book().realms().stream()
                .flatMap(realm -> realm.servers().stream())
                .collect(Collectors.toSet());
        wanted.forEach(this::line);
        lines.values().removeIf(line -> {
            boolean gone = !wanted.contains(line.server());
            if (gone) {
                line.upstream().close();
            }
            return gone;
        });
        lines.values().forEach(line -> PURPOSES.forEach(purpose -> probe(line, purpose)));
    }

    private void probe(Line line, Code purpose) {
        if (line.health(purpose).standing().downSince().isPresent()) {
            var _ = line.status(purpose).thenAccept(answer -> {
                line.health(purpose).alive(clock.instant());
                LOG.info("{} answers again: {}", line.server(), purpose);
            });
        }
    }

    @Override
    public void destroy() {
        lines.values().forEach(line -> line.upstream().close());
        sockets.values().forEach(RadiusClient::close);
    }

    private static final class Ear implements RadSecListener {

        @Override
        public void connected(InetSocketAddress peer, PeerCertificate certificate) {
            LOG.info("RadSec is connected to {}, who is {}", peer, certificate);
        }

        @Override
        public void cut(Cut why, InetSocketAddress peer, String detail) {
            LOG.warn("RadSec is not connected to {}: {} {}", peer, why, detail);
        }
    }
}
