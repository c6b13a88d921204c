package org.omnihall.hall.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.omnihall.hall.messaging.GatewayStates.Health;
import org.omnihall.hall.messaging.MessagingSettings.GatewaySettings;
import org.omnihall.hall.messaging.SmsGateways.Entered;
import org.omnihall.hall.messaging.smpp.SmppAccount;
import org.omnihall.hall.messaging.smpp.SmppGateway;
import org.omnihall.hall.vault.NotOurSeal;
import org.omnihall.octets.Octets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The gateways in use on this node: opened when they are entered, opened anew when they are changed, in the order of their priority. */
@Component
class Lanes implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration REFRESH = Duration.ofSeconds(5);
    /** The settings' gateway has no row; its id only tells it from the others. */
    private static final UUID FROM_SETTINGS = new UUID(0, 0);

    private final SmsGateways gateways;
    private final MessagingSettings settings;
    private final Optional<Entered> own;
    private final ReceiptBook receipts;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<Entered, Lane> open = new LinkedHashMap<>();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();
    private volatile List<Lane> inOrder = List.of();
    private Instant fresh = Instant.MIN;

    Lanes(SmsGateways gateways, MessagingSettings settings, ReceiptBook receipts, Clock clock, MeterRegistry meters) {
        this.gateways = gateways;
        this.settings = settings;
        this.own = own(settings.gateway());
        this.receipts = receipts;
        this.clock = clock;
        this.meters = meters;
    }

    List<Lane> inOrder() {
        return inOrder;
    }

    Optional<SmsGateway> ofSettings() {
        return own.map(Entered::gateway);
    }

    Health health(SmsGateway gateway) {
        if (!gateway.enabled()) {
            return Health.DISABLED;
        }
        if (unreadable.contains(gateway.name())) {
            return Health.SEALED;
        }
        return inOrder.stream()
                .filter(lane -> lane.name().equals(gateway.name()))
                .findFirst()
                .map(Lane::health)
                .orElse(Health.NOT_BOUND);
    }

    /** Looks for changes, at most once every five seconds. */
    synchronized void refresh() {
        if (clock.instant().isBefore(fresh)) {
            return;
        }
        List<Entered> wanted = wanted();
        List.copyOf(open.keySet()).stream()
                .filter(lane -> !wanted.contains(lane))
                .forEach(this::drop);
        wanted.stream().filter(entered -> !open.containsKey(entered)).forEach(this::open);
        inOrder = wanted.stream()
                .flatMap(entered -> Stream.ofNullable(open.get(entered)))
                .toList();
        fresh = clock.instant().plus(REFRESH);
    }

    private List<Entered> wanted() {
        List<Entered> wanted = new ArrayList<>(gateways.enabled());
        own.ifPresent(wanted::add);
        wanted.sort(Comparator.comparingInt(entered -> entered.gateway().priority()));
        return wanted;
    }

    private static Optional<Entered> own(GatewaySettings own) {
        return own.host().isBlank()
                ? Optional.empty()
                : Optional.of(new Entered(
                        new SmsGateway(
                                FROM_SETTINGS,
                                own.name(),
                                SmsGateway.Kind.SMPP,
                                own.host(),
                                own.port(),
                                own.systemId(),
                                own.sourceAddress(),
                                own.priority(),
                                own.perSecond(),
                                own.window(),
                                true),
                        Octets.EMPTY));
    }

    /** Opens a gateway; one whose password cannot be read is left out, and tried again at the next look. */
    private void open(Entered entered) {
        try {
            open.put(entered, lane(entered, password(entered)));
            unreadable.remove(entered.gateway().name());
        } catch (NotOurSeal closed) {
            if (unreadable.add(entered.gateway().name())) {
                LOG.warn("gateway {} is not used: {}", entered.gateway().name(), closed.getMessage());
            }
        }
    }

    private Octets password(Entered entered) {
        return entered.gateway().id().equals(FROM_SETTINGS)
                ? Octets.ofText(settings.gateway().password())
                : gateways.open(entered);
    }

    private Lane lane(Entered entered, Octets password) {
        SmsGateway gateway = entered.gateway();
        SmppAccount account = new SmppAccount(
                gateway.name(),
                gateway.host(),
                gateway.port(),
                gateway.systemId(),
                password,
                gateway.sourceAddress(),
                gateway.window(),
                settings.submitTimeOut(),
                settings.enquireLink());
        Lane lane = new Lane(new SmppGateway(account, receipts), gateway.perSecond(), clock);
        meters.gauge(
                "omnihall.messaging.bound", Tags.of("gateway", gateway.name()), lane, known -> known.isBound() ? 1 : 0);
        return lane;
    }

    private void drop(Entered gone) {
        Lane lane = open.remove(gone);
        if (lane != null) {
            lane.close();
        }
    }

    @Override
    public synchronized void close() {
        List.copyOf(open.keySet()).forEach(this::drop);
        inOrder = List.of();
    }
}
