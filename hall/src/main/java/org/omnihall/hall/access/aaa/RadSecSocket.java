package org.omnihall.hall.access.aaa;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.roaming.RadSecPapers;
import org.omnihall.hall.access.roaming.RadSecRequests;
import org.omnihall.hall.access.roaming.RadSecSettings;
import org.omnihall.hall.node.NodeSettings;
import org.omnihall.radius.Code;
import org.omnihall.radius.tls.Cut;
import org.omnihall.radius.tls.PeerCertificate;
import org.omnihall.radius.tls.RadSecListener;
import org.omnihall.radius.tls.RadSecServer;
import org.omnihall.radius.tls.TlsServerSettings;
import org.omnihall.radius.transport.Drop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The RadSec socket of this node, where RadSec is set up; the same who answer over UDP answer over it. */
@Component
public class RadSecSocket implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RadSecSocket.class);

    private final NodeSettings node;
    private final RadSecSettings settings;
    private final RadSecPapers papers;
    private final RadSecRequests requests;
    private final RadiusDesks desks;
    private final RadiusEars ears;
    private final RadiusDrops drops;
    private final MeterRegistry meters;
    private final Clock clock;
    private Optional<RadSecServer> server = Optional.empty();

    RadSecSocket(
            NodeSettings node,
            RadSecSettings settings,
            RadSecPapers papers,
            RadSecRequests requests,
            RadiusDesks desks,
            RadiusEars ears,
            RadiusDrops drops,
            MeterRegistry meters,
            Clock clock) {
        this.node = node;
        this.settings = settings;
        this.papers = papers;
        this.requests = requests;
        this.desks = desks;
        this.ears = ears;
        this.drops = drops;
        this.meters = meters;
        this.clock = clock;
    }

    /** Where it listens, if it does. */
    public Optional<InetSocketAddress> address() {
        return server.map(RadSecServer::address);
    }

    @Override
    public void start() {
        if (settings.authorities().isEmpty()) {
            return;
        }
        int port = settings.port() == 0 ? 0 : settings.port() + node.portOffset();
        RadSecRequests.Desks both = new RadSecRequests.Desks(desks.access(), desks.accounting(), ears);
        RadSecServer started = RadSecServer.start(
                new TlsServerSettings(
                        new InetSocketAddress(node.bind(), port),
                        Set.of(Code.ACCESS_REQUEST, Code.ACCOUNTING_REQUEST),
                        papers::now,
                        certificate -> requests.peer(certificate, both),
                        desks::keepsBooks,
                        settings.bounds(),
                        clock),
                new Ears());
        server = Optional.of(started);
        meters.gauge("omnihall.radsec.connections", started, RadSecServer::connections);
        LOG.info("RadSec listens on {}", started.address());
    }

    @Override
    public void stop() {
        server.ifPresent(RadSecServer::close);
        server = Optional.empty();
    }

    @Override
    public boolean isRunning() {
        return server.isPresent();
    }

    /** After the other RADIUS sockets, which know by then whether the database is there. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 99;
    }

    private final class Ears implements RadSecListener {

        @Override
        public void connected(InetSocketAddress peer, PeerCertificate certificate) {
            LOG.info("RadSec: {} is {}", peer, certificate);
        }

        @Override
        public void cut(Cut why, InetSocketAddress peer, String detail) {
            meters.counter("omnihall.radsec.ended", "reason", why.name()).increment();
            switch (why) {
                case ENDED, CLOSED, IDLE -> LOG.info("RadSec: {} is gone: {}", peer, why);
                case FULL,
                        NO_PAPERS,
                        HANDSHAKE_FAILED,
                        HANDSHAKE_TOO_SLOW,
                        UNKNOWN_PEER,
                        MALFORMED,
                        BAD_PROOF,
                        SLOW,
                        DEAF,
                        BROKEN -> drops.count(peer.getAddress(), "unknown", "RADSEC_" + why.name());
            }
        }

        @Override
        public void dropped(Drop drop, InetSocketAddress source) {
            if (drop != Drop.ABANDONED) {
                drops.count(source.getAddress(), "unknown", drop.name());
            }
        }

        @Override
        public void failed(InetSocketAddress source, RuntimeException failure) {
            LOG.error("a RadSec request of {} failed", source, failure);
        }
    }
}
