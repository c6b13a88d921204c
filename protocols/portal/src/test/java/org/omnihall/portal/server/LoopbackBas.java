package org.omnihall.portal.server;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Secret;
import org.omnihall.portal.Type;
import org.omnihall.portal.bas.BasAction;
import org.omnihall.portal.bas.BasClient;
import org.omnihall.portal.bas.BasDevice;
import org.omnihall.portal.bas.BasEvent;
import org.omnihall.portal.bas.BasProfile;
import org.omnihall.portal.bas.BasState;
import org.omnihall.portal.bas.BasStateMachine;
import org.omnihall.portal.bas.BasStep;
import org.omnihall.portal.bas.Given;

/** The state machine behind a socket on 127.0.0.1, with one client, faults, and RADIUS played by the test. */
final class LoopbackBas implements AutoCloseable {

    static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");
    static final MacAddress MAC = new MacAddress(0xee21a259972dL);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Octets CHALLENGE = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
    private static final int NUMBER = 0x0102;

    /** What the test decides. */
    record Play(Predicate<Packet> loses, Predicate<BasAction.AskRadius> accepts, boolean radiusAnswers, int copies) {
        static final Play FAIR = new Play(packet -> false, ask -> true, true, 1);
    }

    final BlockingQueue<Octets> received = new LinkedBlockingQueue<>();
    final BlockingQueue<BasAction.AskRadius> asked = new LinkedBlockingQueue<>();
    private final DatagramSocket socket = new DatagramSocket(new InetSocketAddress(LOOPBACK, 0));
    private final BasStateMachine machine;
    private final Play play;
    private BasState state = new BasState.Idle();

    LoopbackBas(Dialect dialect, Secret secret, InetAddress client, Play play) throws IOException {
        BasProfile profile = new BasProfile(
                dialect,
                Dialect.CMCC,
                secret,
                LOOPBACK,
                new BasProfile.Naming(true, Optional.empty()),
                BasProfile.Timers.DEFAULT);
        machine = new BasStateMachine(profile, new BasClient(client, MAC));
        this.play = play;
        Thread.ofPlatform().daemon().start(this::serve);
    }

    InetSocketAddress address() {
        return new InetSocketAddress(LOOPBACK, socket.getLocalPort());
    }

    /** The next packet of a type that the server sent; others before it are skipped. */
    Octets next(Type type) throws InterruptedException {
        Octets octets = Objects.requireNonNull(received.poll(5, TimeUnit.SECONDS), type::name);
        return octets.at(1) == type.value() ? octets : next(type);
    }

    Packet read(Octets octets) {
        return Packet.decode(
                ByteBuffer.wrap(octets.toBytes()), machine.profile().dialect());
    }

    void send(Octets octets, SocketAddress to) throws IOException {
        socket.send(new DatagramPacket(octets.toBytes(), octets.length(), to));
    }

    private void serve() {
        byte[] buffer = new byte[2048];
        try {
            while (true) {
                DatagramPacket datagram = new DatagramPacket(buffer, buffer.length);
                socket.receive(datagram);
                Octets octets = Octets.of(buffer, 0, datagram.getLength());
                Packet packet = read(octets);
                boolean lost = play.loses().test(packet);
                received.add(octets);
                if (!lost) {
                    hear(packet, datagram.getSocketAddress());
                }
            }
        } catch (IOException closed) {
            socket.close();
        }
    }

    private void hear(Packet packet, SocketAddress from) throws IOException {
        Optional<Packet> aboutAll = new BasDevice(machine.profile())
                .aboutAll(packet, machine.client().ip()::equals);
        if (aboutAll.isPresent()) {
            send(Octets.of(aboutAll.get().encode()), from);
        } else if (packet.user().filter(machine.client().ip()::equals).isPresent()) {
            happen(new BasEvent.Heard(packet, false), from);
        }
    }

    synchronized void happen(BasEvent event, SocketAddress server) throws IOException {
        BasStep step = machine.step(
                state,
                event,
                new Given(NOON, NUMBER, CHALLENGE, new Given.Traffic(70, 9_000, Optional.of("ap-1@city"))));
        state = step.state();
        for (BasAction action : step.actions()) {
            act(action, server);
        }
    }

    private void act(BasAction action, SocketAddress server) throws IOException {
        switch (action) {
            case BasAction.Reply reply -> {
                for (int i = 0; i < play.copies(); i++) {
                    send(Octets.of(reply.packet().encode()), server);
                }
            }
            case BasAction.AskRadius ask -> radius(ask, server);
            case BasAction.TellServer told -> send(Octets.of(told.packet().encode()), server);
            case BasAction.TellMacServer told -> {}
            case BasAction.StartAccounting start -> {}
            case BasAction.StopAccounting stop -> {}
        }
    }

    private void radius(BasAction.AskRadius ask, SocketAddress server) throws IOException {
        asked.add(ask);
        int id = ask.attempt().requestId();
        if (play.radiusAnswers()) {
            happen(
                    play.accepts().test(ask)
                            ? new BasEvent.RadiusAccepted(id)
                            : new BasEvent.RadiusRejected(id, Optional.of("AC999")),
                    server);
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
