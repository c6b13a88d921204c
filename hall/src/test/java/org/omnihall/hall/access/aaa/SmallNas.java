package org.omnihall.hall.access.aaa;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.Chap;
import org.omnihall.radius.auth.MsChapV2;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.NoAnswer;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.RadiusServer;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.omnihall.radius.transport.Retransmission;
import org.omnihall.radius.transport.ServerListener;
import org.omnihall.radius.transport.ServerSettings;

/** The RADIUS side of an access controller on a loopback address of its own: it asks, accounts, and takes Disconnects. */
public final class SmallNas implements AutoCloseable {

    public static final String SECRET = "radius-secret-of-a-small-nas";

    private static final Retransmission USUAL =
            new Retransmission(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(10));
    private static final Retransmission SHORT = Retransmission.once(Duration.ofMillis(400));

    private final InetAddress address;
    private final RadiusListeners hall;
    private final RadiusClient client;
    private final RadiusServer ear;
    private final BlockingQueue<Packet> asked = new LinkedBlockingQueue<>();
    private volatile Function<Packet, Optional<Packet>> answer = SmallNas::acknowledge;

    public SmallNas(String address, RadiusListeners hall) {
        this.address = InetAddress.ofLiteral(address);
        this.hall = hall;
        this.client = new RadiusClient(this.address);
        this.ear = RadiusServer.start(
                ServerSettings.of(
                        new InetSocketAddress(this.address, 0),
                        Set.of(Code.DISCONNECT_REQUEST, Code.COA_REQUEST),
                        source -> Optional.of(new Client(secret())),
                        Clock.systemUTC()),
                this::take,
                ServerListener.SILENT);
    }

    public static SharedSecret secret() {
        return SharedSecret.of(SECRET);
    }

    /** Makes it known to the hall, with more fields of the form if wanted. */
    public AccessController register(ControllerRegistry registry, String name, String... more) {
        List<String> fields = new ArrayList<>(List.of(
                "name", name, "addresses", address.getHostAddress(), "radiusSecret", SECRET, "area", "/zj/hz/"));
        fields.addAll(List.of("coaPort", Integer.toString(ear.address().getPort())));
        fields.addAll(List.of(more));
        return switch (registry.add(Draft.of(fields.toArray(String[]::new)), "test")) {
            case Change.Done<AccessController> done -> done.value();
            case Change.Refused<AccessController> refused -> throw new AssertionError(refused.problems());
        };
    }

    /** ACK to whatever it is asked for. */
    public static Optional<Packet> acknowledge(Packet request) {
        return Optional.of(request.reply(request.code() == Code.COA_REQUEST ? Code.COA_ACK : Code.DISCONNECT_ACK)
                .build());
    }

    private void take(Received request, ReplyHandle reply) {
        asked.add(request.packet());
        answer.apply(request.packet()).ifPresentOrElse(reply::send, reply::abandon);
    }

    /** What it says to a Disconnect-Request or CoA-Request from now on; what came before is forgotten. */
    public void answering(Function<Packet, Optional<Packet>> other) {
        asked.clear();
        answer = other;
    }

    /** The next Disconnect-Request or CoA-Request that reaches it. */
    public Packet nextDisconnect() {
        try {
            return Optional.ofNullable(asked.poll(10, TimeUnit.SECONDS)).orElseThrow();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private PacketBuilder access(String user, Optional<MacAddress> mac, Octets authenticator) {
        PacketBuilder request = Packet.request(Code.ACCESS_REQUEST, authenticator)
                .text(AttributeTypes.USER_NAME, user)
                .address(AttributeTypes.NAS_IP_ADDRESS, address)
                .text(AttributeTypes.CALLED_STATION_ID, "00-11-22-33-44-55:CMCC");
        mac.ifPresent(device -> request.text(
                AttributeTypes.CALLING_STATION_ID, device.toString().replace(':', '-')));
        return request;
    }

    public Packet pap(String user, String password, MacAddress mac) {
        Octets authenticator = client.randomAuthenticator();
        return access(user, Optional.of(mac), authenticator)
                .octets(
                        AttributeTypes.USER_PASSWORD,
                        UserPassword.hide(Octets.ofText(password), authenticator, secret()))
                .build();
    }

    Packet chap(String user, String password, MacAddress mac) {
        Chap proof = Chap.answer(9, client.randomAuthenticator(), Octets.ofText(password));
        return access(user, Optional.of(mac), client.randomAuthenticator())
                .octets(AttributeTypes.CHAP_PASSWORD, proof.chapPassword())
                .octets(AttributeTypes.CHAP_CHALLENGE, proof.challenge())
                .build();
    }

    MsChapV2 msChapProof(String user, String password) {
        return MsChapV2.answer(
                9, client.randomAuthenticator(), client.randomAuthenticator(), user, MsChapV2.ntHash(password));
    }

    Packet msChap(String user, MsChapV2 proof, MacAddress mac) {
        return access(user, Optional.of(mac), client.randomAuthenticator())
                .octets(MsChapV2.CHALLENGE, proof.challenge())
                .octets(MsChapV2.RESPONSE, proof.responseValue())
                .build();
    }

    /** A message of EAP with the State that the last challenge gave, if it gave one. */
    Packet eap(Octets message, Optional<Octets> state) {
        PacketBuilder request = access("anonymous", Optional.empty(), client.randomAuthenticator());
        state.ifPresent(back -> request.octets(AttributeTypes.STATE, back));
        return message.isEmpty()
                ? request.octets(AttributeTypes.EAP_MESSAGE, message).build()
                : request.split(AttributeTypes.EAP_MESSAGE, message).build();
    }

    Packet status() {
        return client.begin(Code.STATUS_SERVER).build();
    }

    /** What accounting says of itself, rather than authentication. */
    CompletableFuture<Packet> statusOfAccounting() {
        return client.send(status(), hall.accounting().getFirst(), secret(), USUAL);
    }

    /** An Accounting-Request of a status type, about the session where it is about one. */
    public PacketBuilder accounting(int status, String session, MacAddress mac) {
        return Packet.request(Code.ACCOUNTING_REQUEST)
                .integer(AttributeTypes.ACCT_STATUS_TYPE, status)
                .text(AttributeTypes.ACCT_SESSION_ID, session)
                .address(AttributeTypes.NAS_IP_ADDRESS, address)
                .text(AttributeTypes.CALLED_STATION_ID, "00-11-22-33-44-55:CMCC")
                .text(AttributeTypes.CALLING_STATION_ID, mac.toString());
    }

    /** Asks, and where it was accounting waits until the books show it. */
    public Packet ask(Packet request) {
        Packet answer = send(request, secret(), USUAL).join();
        if (answer.code() == Code.ACCOUNTING_RESPONSE) {
            Eventually.holds("worked into the books", () -> hall.booksBehind() == 0);
        }
        return answer;
    }

    public CompletableFuture<Packet> asking(Packet request) {
        return send(request, secret(), USUAL);
    }

    public boolean isMetWithSilence(Packet request, SharedSecret secret) {
        try {
            send(request, secret, SHORT).join();
            return false;
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof NoAnswer) {
                return true;
            }
            throw failed;
        }
    }

    private CompletableFuture<Packet> send(Packet request, SharedSecret secret, Retransmission times) {
        InetSocketAddress to = request.code() == Code.ACCOUNTING_REQUEST
                ? hall.accounting().getFirst()
                : hall.authentication().getFirst();
        return client.send(request, to, secret, times);
    }

    /** Sends the octets as they are, unsigned where nobody signed them, and gives what comes back. */
    public Optional<Packet> raw(Packet request, InetSocketAddress to, Duration patience) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
            byte[] out = request.encode();
            socket.send(new DatagramPacket(out, out.length, to));
            socket.setSoTimeout((int) patience.toMillis());
            DatagramPacket in = new DatagramPacket(new byte[Packet.MAX_LENGTH], Packet.MAX_LENGTH);
            socket.receive(in);
            return Optional.of(Packet.decode(ByteBuffer.wrap(in.getData(), 0, in.getLength())));
        } catch (SocketTimeoutException silence) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        client.close();
        ear.close();
    }
}
