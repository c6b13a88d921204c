package org.omnihall.bench.ac;

import static org.omnihall.radius.AttributeTypes.ACCT_INTERIM_INTERVAL;
import static org.omnihall.radius.AttributeTypes.ACCT_SESSION_ID;
import static org.omnihall.radius.AttributeTypes.CALLING_STATION_ID;
import static org.omnihall.radius.AttributeTypes.FRAMED_IP_ADDRESS;
import static org.omnihall.radius.AttributeTypes.REPLY_MESSAGE;
import static org.omnihall.radius.AttributeTypes.SESSION_TIMEOUT;

import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.bas.BasAction;
import org.omnihall.portal.bas.BasEvent;
import org.omnihall.portal.bas.BasState;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.RadiusServer;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.omnihall.radius.transport.Retransmission;
import org.omnihall.radius.transport.ServerListener;
import org.omnihall.radius.transport.ServerSettings;

/** The controller as a NAS: asks for admission, tells usage until it is acknowledged, takes Disconnects and changes of terms. */
final class RadiusSide implements AutoCloseable {

    private static final Duration TELL_AGAIN = Duration.ofSeconds(3);
    private static final Retransmission TIMES =
            new Retransmission(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final ControllerSettings settings;
    private final RadiusWords words;
    private final Clock clock;
    private final Watcher watcher;
    private final ScheduledExecutorService timer;
    private final RadiusClient client;
    private final RadiusServer dynamic;

    RadiusSide(
            ControllerSettings settings,
            Clock clock,
            Watcher watcher,
            ScheduledExecutorService timer,
            Function<Packet, Optional<Packet>> end) {
        this.settings = settings;
        this.words = new RadiusWords(settings);
        this.clock = clock;
        this.watcher = watcher;
        this.timer = timer;
        this.client = new RadiusClient(settings.radiusSource());
        InetSocketAddress listen = new InetSocketAddress(settings.address(), settings.dynamic());
        ServerSettings server = ServerSettings.of(
                listen,
                EnumSet.of(Code.DISCONNECT_REQUEST, Code.COA_REQUEST),
                source -> Optional.of(new Client(words.secret(), Client.Policy.OPTIONAL)),
                clock);
        this.dynamic = RadiusServer.start(server, (request, reply) -> obey(request, reply, end), ServerListener.SILENT);
    }

    /** Asks and gives the answer as an event. */
    void ask(Station station, BasState.Attempt attempt, BasAction.Proof proof, Consumer<BasEvent> answer) {
        Packet request = words.accessRequest(station, attempt.userName(), proof, client.randomAuthenticator());
        CompletableFuture<Packet> reply = send(request, settings.servers().authentication());
        var _ = reply.whenComplete((packet, silence) -> {
            if (silence != null) {
                answer.accept(new BasEvent.RadiusSilent(attempt.requestId()));
            } else if (packet.code() == Code.ACCESS_ACCEPT) {
                station.accepted(packet);
                answer.accept(new BasEvent.RadiusAccepted(attempt.requestId()));
            } else {
                answer.accept(new BasEvent.RadiusRejected(attempt.requestId(), packet.text(REPLY_MESSAGE)));
            }
        });
    }

    Session session(Station station, BasState.Attempt attempt) {
        Optional<Packet> accept = station.accept();
        Duration interim = accept.map(packet -> packet.integer(ACCT_INTERIM_INTERVAL))
                .filter(java.util.OptionalLong::isPresent)
                .map(seconds -> Duration.ofSeconds(seconds.getAsLong()))
                .orElse(settings.interim());
        String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return new Session(
                id, attempt.userName(), clock.instant(), accept.flatMap(RadiusWords::classOf), interim, attempt);
    }

    Optional<Duration> sessionTimeout(Station station) {
        return station.accept()
                .map(packet -> packet.integer(SESSION_TIMEOUT))
                .filter(java.util.OptionalLong::isPresent)
                .map(seconds -> Duration.ofSeconds(seconds.getAsLong()));
    }

    /** Tells a record again and again until it is acknowledged, as a device with a buffer does. */
    void account(Station station, Session session, AccountingRecord record) {
        watcher.told(record);
        tell(station, session, record);
    }

    private void tell(Station station, Session session, AccountingRecord record) {
        long delay = Math.max(0, Duration.between(record.at(), clock.instant()).toSeconds());
        Packet request = words.accounting(station, session, record, delay);
        var _ = send(request, settings.servers().accounting()).whenComplete((reply, silence) -> {
            if (silence == null) {
                watcher.acknowledged(record);
            } else if (!timer.isShutdown()) {
                var _ = timer.schedule(
                        () -> tell(station, session, record), TELL_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            }
        });
    }

    /** Tells of the whole device, once: where nobody acknowledges, interims that stop tell it too. */
    void device(AccountingRecord.Status status) {
        AccountingRecord record = new AccountingRecord("00000000", status, clock.instant(), 0, 0, 0, Optional.empty());
        watcher.told(record);
        var _ = send(words.device(record), settings.servers().accounting())
                .thenAccept(reply -> watcher.acknowledged(record));
    }

    /** Whether a Disconnect or CoA request names this station's session; all that it names must fit (RFC 5176 section 3). */
    boolean means(Packet request, Station station) {
        boolean session = request.text(ACCT_SESSION_ID)
                .map(id -> station.session().filter(own -> own.id().equals(id)).isPresent())
                .orElse(true);
        boolean mac = request.text(CALLING_STATION_ID)
                .map(text -> MacAddress.parse(text)
                        .filter(station.handset().mac()::equals)
                        .isPresent())
                .orElse(true);
        boolean address = request.ipv4(FRAMED_IP_ADDRESS)
                .map(station.handset().address()::equals)
                .orElse(true);
        boolean named =
                request.has(ACCT_SESSION_ID) || request.has(CALLING_STATION_ID) || request.has(FRAMED_IP_ADDRESS);
        return named && session && mac && address;
    }

    private void obey(Received received, ReplyHandle handle, Function<Packet, Optional<Packet>> end) {
        watcher.radius(Watcher.Way.IN, received.packet());
        end.apply(received.packet())
                .ifPresentOrElse(
                        reply -> {
                            watcher.radius(Watcher.Way.OUT, reply);
                            handle.send(reply);
                        },
                        handle::abandon);
    }

    private CompletableFuture<Packet> send(Packet request, InetSocketAddress server) {
        watcher.radius(Watcher.Way.OUT, request);
        CompletableFuture<Packet> reply = client.send(request, server, words.secret(), TIMES);
        var _ = reply.thenAccept(packet -> watcher.radius(Watcher.Way.IN, packet));
        return reply;
    }

    @Override
    public void close() {
        dynamic.close();
        client.close();
    }
}
