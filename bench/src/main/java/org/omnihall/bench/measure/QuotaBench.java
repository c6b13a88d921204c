package org.omnihall.bench.measure;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.PacketBuilder;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;
import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.RadiusServer;
import org.omnihall.radius.transport.Received;
import org.omnihall.radius.transport.ReplyHandle;
import org.omnihall.radius.transport.Retransmission;
import org.omnihall.radius.transport.ServerListener;
import org.omnihall.radius.transport.ServerSettings;

/** How long after the report that crosses a quota its session is cut or slowed (access-rules.md rule 16). */
final class QuotaBench implements AutoCloseable {

    static final String WHAT =
            "From the report that crosses a quota to the Disconnect or CoA at the controller; hall, PostgreSQL and"
                    + " controller are on one machine.";

    private static final int PEOPLE = 1_000;
    private static final int A_SECOND = 50;
    private static final Duration IN_TIME = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final SharedSecret SECRET = SharedSecret.of("only-for-the-quota-bench");
    private static final String PASSWORD = "well-kept-for-quotas";
    private static final long HUNDRED_MEGABYTES = 100L << 20;
    private static final int START = 1;
    private static final int INTERIM = 3;

    /** What is bounded, and what becomes of whom it bounds. */
    private enum Case {
        VOLUME("a day's volume is used up: Disconnect", Code.DISCONNECT_REQUEST, "dayVolume 100"),
        TIME("a month's time is used up: Disconnect", Code.DISCONNECT_REQUEST, "monthTime 1h"),
        SLOWED(
                "a day's volume is used up: slow rates by CoA",
                Code.COA_REQUEST,
                "dayVolume 100 reached slows slowUp 128 slowDown 512");

        private final String told;
        private final Code asked;
        private final String quota;

        /** @param quota fields of a profile's draft with their values, blanks between all of them */
        Case(String told, Code asked, String quota) {
            this.told = told;
            this.asked = asked;
            this.quota = quota;
        }

        String person(int number) {
            return "quota-" + word() + "-" + number;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final RunningHall hall;
    private final InetAddress here = InetAddress.ofLiteral("127.0.0.57");
    private final RadiusClient client = new RadiusClient(here);
    private final RadiusServer ear;
    private final Map<String, Long> asked = new ConcurrentHashMap<>();
    private final Map<String, Long> crossed = new ConcurrentHashMap<>();
    private final Map<String, Octets> handles = new ConcurrentHashMap<>();

    private QuotaBench(RunningHall hall) {
        this.hall = hall;
        this.ear = RadiusServer.start(
                ServerSettings.of(
                        new InetSocketAddress(here, 0),
                        EnumSet.of(Code.DISCONNECT_REQUEST, Code.COA_REQUEST),
                        source -> Optional.of(new Client(SECRET)),
                        Clock.systemUTC()),
                this::obey,
                ServerListener.SILENT);
    }

    static void run(RunningHall hall, Figures figures) throws IOException, InterruptedException {
        try (QuotaBench bench = new QuotaBench(hall)) {
            bench.prepare();
            figures.add(
                    "people of each quota", "%,d, whose reports cross it at %d a second".formatted(PEOPLE, A_SECOND));
            for (Case one : Case.values()) {
                bench.take(one, figures);
            }
        }
    }

    private void obey(Received received, ReplyHandle reply) {
        Packet request = received.packet();
        request.text(AttributeTypes.ACCT_SESSION_ID)
                .ifPresent(session -> asked.putIfAbsent(session + " " + request.code(), System.nanoTime()));
        reply.send(request.reply(request.code() == Code.COA_REQUEST ? Code.COA_ACK : Code.DISCONNECT_ACK)
                .build());
    }

    private void prepare() {
        done(hall.bean(ControllerRegistry.class)
                .add(
                        Draft.of(
                                "name",
                                "quota-bench",
                                "addresses",
                                here.getHostAddress(),
                                "vendor",
                                "HUAWEI",
                                "radiusSecret",
                                "only-for-the-quota-bench",
                                "messageAuthenticator",
                                "OPTIONAL",
                                "coaPort",
                                Integer.toString(ear.address().getPort())),
                        "bench"));
        for (Case one : Case.values()) {
            List<String> fields = new ArrayList<>(List.of("name", "quota-" + one.word(), "down", "8000"));
            fields.addAll(List.of(one.quota.split(" ", -1)));
            done(hall.bean(Profiles.class).add(Draft.of(fields.toArray(String[]::new)), "bench"));
            for (int number = 0; number < PEOPLE; number++) {
                done(hall.bean(Accounts.class)
                        .add(
                                Draft.of(
                                        "name",
                                        one.person(number),
                                        "password",
                                        PASSWORD,
                                        "profile",
                                        "quota-" + one.word()),
                                "bench"));
            }
        }
    }

    private static void done(Change<?> change) {
        if (change instanceof Change.Refused<?> refused) {
            throw new IllegalStateException("the bench's own rows are refused: " + refused.problems());
        }
    }

    private void take(Case one, Figures figures) throws InterruptedException {
        for (int number = 0; number < PEOPLE; number++) {
            login(one.person(number)).join();
        }
        List<CompletableFuture<?>> reports = new ArrayList<>();
        long began = System.nanoTime();
        for (int number = 0; number < PEOPLE; number++) {
            long due = began + number * TimeUnit.SECONDS.toNanos(1) / A_SECOND;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
            String person = one.person(number);
            crossed.put(person, System.nanoTime());
            reports.add(account(INTERIM, person, 3_700, HUNDRED_MEGABYTES + 1));
        }
        reports.forEach(CompletableFuture::join);
        tell(one, latencies(one), figures);
    }

    private CompletableFuture<?> login(String person) {
        Octets authenticator = client.randomAuthenticator();
        Packet request = named(Packet.request(Code.ACCESS_REQUEST, authenticator), person)
                .octets(AttributeTypes.USER_PASSWORD, UserPassword.hide(Octets.ofText(PASSWORD), authenticator, SECRET))
                .build();
        InetSocketAddress door =
                hall.bean(RadiusListeners.class).authentication().getFirst();
        return client.send(request, door, SECRET, Retransmission.USUAL).thenCompose(accept -> {
            handles.put(person, accept.first(AttributeTypes.CLASS).orElseThrow());
            return account(START, person, 0, 0);
        });
    }

    private CompletableFuture<Packet> account(int status, String person, long seconds, long octets) {
        Packet request = named(Packet.request(Code.ACCOUNTING_REQUEST), person)
                .integer(AttributeTypes.ACCT_STATUS_TYPE, status)
                .text(AttributeTypes.ACCT_SESSION_ID, person)
                .integer(AttributeTypes.ACCT_SESSION_TIME, seconds)
                .integer(AttributeTypes.ACCT_OUTPUT_OCTETS, octets)
                .octets(AttributeTypes.CLASS, handles.getOrDefault(person, Octets.EMPTY))
                .build();
        InetSocketAddress door = hall.bean(RadiusListeners.class).accounting().getFirst();
        return client.send(request, door, SECRET, Retransmission.USUAL);
    }

    private PacketBuilder named(PacketBuilder packet, String person) {
        long mac = 0x0257_0000_0000L + (person.hashCode() & 0xffff_ffffL);
        return packet.text(AttributeTypes.USER_NAME, person)
                .address(AttributeTypes.NAS_IP_ADDRESS, here)
                .text(AttributeTypes.CALLING_STATION_ID, new MacAddress(mac).toString());
    }

    /** In nanoseconds, ascending; of those who were asked within the bench's patience. */
    private List<Long> latencies(Case one) throws InterruptedException {
        long patient = System.nanoTime() + PATIENCE.toNanos();
        List<Long> found = found(one);
        while (found.size() < PEOPLE && System.nanoTime() < patient) {
            TimeUnit.MILLISECONDS.sleep(50);
            found = found(one);
        }
        return found;
    }

    private List<Long> found(Case one) {
        List<Long> found = new ArrayList<>();
        for (int number = 0; number < PEOPLE; number++) {
            String person = one.person(number);
            Long at = asked.get(person + " " + one.asked);
            if (at != null) {
                found.add(at - crossed.getOrDefault(person, at));
            }
        }
        return found.stream().sorted().toList();
    }

    private static void tell(Case one, List<Long> sorted, Figures figures) {
        long late = PEOPLE
                - sorted.stream().filter(nanos -> nanos <= IN_TIME.toNanos()).count();
        figures.addNone(
                one.told + ", not within two seconds",
                late,
                "%,d of %,d; %s".formatted(late, PEOPLE, sorted.isEmpty() ? "none came" : Paced.told(sorted)));
    }

    @Override
    public void close() {
        ear.close();
        client.close();
    }
}
