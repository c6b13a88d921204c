package org.omnihall.bench.ac;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.omnihall.bench.phone.Handset;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;
import org.omnihall.portal.bas.BasAction;
import org.omnihall.portal.bas.BasDevice;
import org.omnihall.portal.bas.BasEvent;
import org.omnihall.portal.bas.BasState;
import org.omnihall.portal.bas.BasStateMachine;
import org.omnihall.portal.bas.BasStep;
import org.omnihall.portal.bas.Given;
import org.omnihall.portal.bas.StopCause;
import org.omnihall.radius.Code;

/**
 * A simulated access controller. What it does about a client is decided by {@link BasStateMachine}; this carries the decisions out over
 * real sockets: HTTP redirects, the Portal protocol, RADIUS, accounting, Disconnects.
 */
public final class Controller implements AutoCloseable {

    private final ControllerSettings settings;
    private final Clock clock;
    private final Stations stations = new Stations();
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().daemon().name("ac-timer").factory());
    private final Redirector redirector;
    private final PortalSocket portal;
    private final RadiusSide radius;
    private final Meter meter;
    private volatile Manners manners = Manners.GOOD;

    public Controller(ControllerSettings settings, Clock clock, Watcher watcher) throws IOException {
        this.settings = settings;
        this.clock = clock;
        timer.setRemoveOnCancelPolicy(true);
        this.radius = new RadiusSide(settings, clock, watcher, timer, this::end);
        this.meter = new Meter(radius, clock, this::after, this::off);
        this.portal = new PortalSocket(settings, watcher, this::heard);
        this.redirector = new Redirector(new InetSocketAddress(settings.address(), settings.http()), this::redirect);
    }

    public ControllerSettings settings() {
        return settings;
    }

    /** From now on it behaves so. */
    public void behave(Manners now) {
        manners = now;
    }

    /** Where a phone's plain HTTP goes. */
    public URI gateway() {
        InetSocketAddress at = redirector.address();
        return URI.create("http://" + at.getHostString() + ":" + at.getPort() + "/");
    }

    /** The phone joins an SSID at an access point and gets its address. */
    public void join(Handset handset, String ssid, MacAddress accessPoint) {
        Station station = new Station(handset, ssid, accessPoint);
        stations.put(station);
        if (settings.servers().macBinding().isPresent()) {
            step(station, new BasEvent.FirstTraffic(), settings.servers().portal());
        }
    }

    /** The phone is gone. */
    public void leave(Handset handset) {
        stations.of(handset).ifPresent(station -> {
            off(station, StopCause.LOST_CARRIER);
            after(Duration.ofSeconds(30), () -> stations.remove(station));
        });
    }

    public boolean online(Handset handset) {
        return stations.of(handset).filter(Stations::online).isPresent();
    }

    /** The session's identifier as it stands in accounting. */
    public Optional<String> session(Handset handset) {
        return stations.of(handset).flatMap(Station::session).map(Session::id);
    }

    /** The terms that hold for a phone's session: those of its Accept, or of the newest CoA-Request. */
    public Optional<org.omnihall.radius.Packet> terms(Handset handset) {
        return stations.of(handset).flatMap(Station::accept);
    }

    public int onlineStations() {
        return stations.online().size();
    }

    /** Power goes and comes back: nobody is told of single sessions, Accounting-On says it all. */
    public void reboot() {
        stations.forget();
        radius.device(AccountingRecord.Status.ON);
    }

    /** Somebody restarts it: Accounting-Off before, Accounting-On after; no session has a Stop of its own. */
    public void restart() {
        radius.device(AccountingRecord.Status.OFF);
        stations.forget();
        radius.device(AccountingRecord.Status.ON);
    }

    /** NTF_LOGOUT says that the client is gone while it is online: such a message carries no proof (access rule 2). */
    public void claimLogout(Handset handset) {
        Packet claim = Authenticator.sign(
                settings.profile()
                        .dialect()
                        .packet(Type.NTF_LOGOUT, handset.address())
                        .withSerial(ThreadLocalRandom.current().nextInt(1, 65536)),
                settings.profile().secret());
        portal.send(claim, settings.servers().portal());
    }

    /** Tells usage now, as it does at each interim interval. */
    public void interim(Handset handset) {
        stations.of(handset)
                .ifPresent(station -> station.session().ifPresent(session -> meter.interim(station, session)));
    }

    private Optional<URI> redirect(InetAddress client, URI wanted) {
        return stations.at(client)
                .filter(station -> !Stations.online(station))
                .map(station -> settings.parameters()
                        .redirect(
                                settings.landing(),
                                new ParameterNames.Facts(
                                        client,
                                        settings.name(),
                                        settings.address(),
                                        station.ssid(),
                                        station.handset().mac(),
                                        station.accessPoint(),
                                        "http://captive.apple.com" + wanted)));
    }

    private void heard(Packet packet, InetSocketAddress from) {
        if (manners.silent()) {
            return;
        }
        if (packet.type() == Type.REQ_AUTH && !knows(packet.header().method())) {
            Packet refusal = packet.answer(Type.ACK_AUTH).withErrCode(ErrCode.Auth.REFUSED.value());
            portal.send(
                    Authenticator.signAnswer(
                            refusal, packet.authenticator(), settings.profile().secret()),
                    from);
            return;
        }
        if (packet.type() == Type.NTF_HEARTBEAT
                || packet.type() == Type.WEB_STATUS_NOTIFY
                || packet.type() == Type.NTF_USER_HEARTBEAT) {
            new BasDevice(settings.profile())
                    .aboutAll(packet, user -> stations.at(user).isPresent())
                    .ifPresent(reply -> portal.send(reply, from));
            return;
        }
        Optional<Station> station = packet.user().flatMap(stations::at);
        boolean fromMacServer =
                settings.servers().macBinding().filter(from::equals).isPresent();
        station.ifPresentOrElse(
                known -> step(known, new BasEvent.Heard(packet, fromMacServer), from),
                () -> new BasDevice(settings.profile())
                        .unknownClient(packet)
                        .ifPresent(reply -> portal.send(reply, from)));
    }

    private boolean knows(int method) {
        return manners.only().map(one -> one.number() == method).orElse(true);
    }

    private void step(Station station, BasEvent event, InetSocketAddress from) {
        synchronized (station) {
            BasStateMachine machine = new BasStateMachine(settings.profile(), station.client());
            BasStep step = machine.step(station.state(), event, given(station));
            station.moveTo(step.state());
            step.actions().forEach(action -> act(station, action, from));
            step.state().wakeAt().ifPresent(at -> wake(station, Duration.between(clock.instant(), at)));
        }
    }

    private void wake(Station station, Duration in) {
        after(in, () -> step(station, new BasEvent.Tick(), settings.servers().portal()));
    }

    private void after(Duration wait, Runnable act) {
        var _ = timer.schedule(act, Math.max(1, wait.toMillis()), TimeUnit.MILLISECONDS);
    }

    private void act(Station station, BasAction action, InetSocketAddress from) {
        switch (action) {
            case BasAction.Reply(Packet packet) -> portal.send(packet, from);
            case BasAction.TellServer(Packet packet) -> tell(packet);
            case BasAction.TellMacServer(Packet packet) ->
                settings.servers().macBinding().ifPresent(server -> portal.send(packet, server));
            case BasAction.AskRadius(BasState.Attempt attempt, BasAction.Proof proof) ->
                radius.ask(station, attempt, proof, answer -> step(station, answer, from));
            case BasAction.StartAccounting(BasState.Attempt attempt) -> meter.start(station, attempt);
            case BasAction.StopAccounting(BasState.Attempt attempt, StopCause cause) -> meter.stop(station, cause);
        }
    }

    private void tell(Packet packet) {
        if (!manners.silent()) {
            portal.send(packet, settings.servers().portal());
        }
    }

    private void off(Station station, StopCause cause) {
        step(
                station,
                new BasEvent.ForcedOff(cause, 0, Optional.empty()),
                settings.servers().portal());
    }

    /** The answer to a Disconnect-Request or CoA-Request; none for silence. */
    private Optional<org.omnihall.radius.Packet> end(org.omnihall.radius.Packet request) {
        return switch (manners.ending()) {
            case Manners.Ending.Obey obey -> Optional.of(obey(request));
            case Manners.Ending.AckOnly acknowledged -> Optional.of(RadiusWords.done(request));
            case Manners.Ending.Nak(int errorCause) -> Optional.of(RadiusWords.refused(request, errorCause));
            case Manners.Ending.Silent silent -> Optional.empty();
        };
    }

    private org.omnihall.radius.Packet obey(org.omnihall.radius.Packet request) {
        List<Station> meant = stations.online(station -> radius.means(request, station));
        meant.forEach(station -> {
            if (request.code() == Code.DISCONNECT_REQUEST) {
                off(station, StopCause.ADMIN_RESET);
            } else {
                change(station, request);
            }
        });
        return meant.isEmpty()
                ? RadiusWords.refused(request, RadiusWords.SESSION_CONTEXT_NOT_FOUND)
                : RadiusWords.done(request);
    }

    private void change(Station station, org.omnihall.radius.Packet request) {
        synchronized (station) {
            station.changed(request);
            station.session().ifPresent(session -> meter.limit(station, session));
        }
    }

    private Given given(Station station) {
        byte[] challenge = new byte[16];
        ThreadLocalRandom.current().nextBytes(challenge);
        Given.Traffic traffic = station.session()
                .map(session -> session.record(AccountingRecord.Status.INTERIM, clock.instant(), Optional.empty()))
                .map(usage ->
                        new Given.Traffic(usage.inputOctets() / 1024, usage.outputOctets() / 1024, Optional.empty()))
                .orElse(Given.Traffic.NONE);
        return new Given(clock.instant(), ThreadLocalRandom.current().nextInt(1, 65536), Octets.of(challenge), traffic);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        redirector.close();
        portal.close();
        radius.close();
    }
}
