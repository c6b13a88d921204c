package org.omnihall.bench.measure;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.peer.BarePeer;
import org.omnihall.bench.peer.Connections;
import org.omnihall.bench.peer.KeptConnection;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.database.MomentId;
import org.omnihall.hall.decision.CustomerBand;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotRequest;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.shell.Right;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How fast it is decided what a slot shows: by itself, with its durable record, and asked for over HTTP beside a plain insert. */
final class DecisionBench {

    static final String WHAT =
            "What a slot shows to a customer: the decision alone, with its durable record, and over HTTP (TMF680);"
                    + " hall, database and client on one machine.";

    private static final long OCTETS_A_CUSTOMER = 2_500;
    private static final long OCTETS_BESIDE = 4L << 30;
    private static final int WORKERS = 4;
    private static final int PER_SECOND_EACH = 100;
    private static final int ASKERS = 256;
    private static final int CONNECTIONS = 128;
    private static final int ITEMS = 24;
    private static final int ALONE = 2_000_000;
    private static final Duration WARM = Duration.ofSeconds(30);

    /** Until Java has compiled the whole way of a request. */
    private static final Duration HOT = Duration.ofSeconds(40);

    private static final Duration SPAN = Duration.ofSeconds(20);
    private static final String PATH = "/tmf-api/recommendation/v4/queryProductRecommendation";

    private final RunningHall hall;
    private final SlotChoices choices;
    private final JdbcClient db;
    private final Clock clock = Clock.systemUTC();
    private final long customers;
    private final Figures figures;
    private final ChannelId channel;

    private DecisionBench(RunningHall hall, long customers, Figures figures) {
        this.hall = hall;
        this.choices = hall.bean(SlotChoices.class);
        this.db = hall.bean(JdbcClient.class);
        this.customers = customers;
        this.figures = figures;
        this.channel = hall.bean(Channels.class).byCode("hotline").orElseThrow().id();
    }

    static long octets(long customers) {
        return customers * OCTETS_A_CUSTOMER + OCTETS_BESIDE;
    }

    static void run(RunningHall hall, long customers, Figures figures) throws IOException, InterruptedException {
        DecisionBench bench = new DecisionBench(hall, customers, figures);
        bench.fill();
        bench.alone();
        bench.closedLoop(); // first, so that what follows is hot
        hall.tidy();
        try {
            bench.durable();
        } catch (ExecutionException failed) {
            throw new IOException("a choice was not kept", failed);
        }
        bench.overHttp();
        figures.add("a choice on disk with its indexes", "%,d octets".formatted(bench.octetsAChoice()));
    }

    private void fill() {
        long began = System.nanoTime();
        CustomerTables.fill(db, customers, clock.instant());
        for (int i = 0; i < ITEMS; i++) {
            choices.put(item(i), "bench");
        }
        hall.tidy();
        figures.add("customers with a value", "%,d".formatted(customers));
        figures.add("items that a slot may show", "%d".formatted(ITEMS));
        figures.add(
                "filled in",
                "%d s".formatted(Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    }

    /** Half of them offers, a third for one band only. */
    private static SlotItem item(int number) {
        List<CustomerBand> bands = List.of(CustomerBand.HIGH, CustomerBand.MIDDLE, CustomerBand.LOW);
        return new SlotItem(
                0,
                "bench-" + number,
                number % 2 == 0 ? Optional.of("offering-" + number) : Optional.empty(),
                new SlotItem.Words("流量包" + number, "Data pack " + number, "每月多送流量", "More data every month"),
                "speed",
                Set.of(SlotPlace.values()),
                number % 3 == 0 ? Set.of(bands.get(number / 3 % bands.size())) : Set.of(),
                "/",
                1 + number,
                SlotItem.State.LIVE,
                Optional.empty(),
                Optional.empty());
    }

    private void alone() {
        long[] taken = new long[ALONE];
        for (int i = -ALONE / 4; i < ALONE; i++) {
            SlotRequest request = request();
            Optional<CustomerBand> band = Optional.of(i % 2 == 0 ? CustomerBand.HIGH : CustomerBand.LOW);
            long began = System.nanoTime();
            choices.consider(request, band);
            if (i >= 0) {
                taken[i] = System.nanoTime() - began;
            }
        }
        long whole = Arrays.stream(taken).sum();
        Arrays.sort(taken);
        figures.add(
                "the decision alone, one thread",
                "p50 %.1f µs, p99 %.1f µs, %,.0f a second"
                        .formatted(taken[ALONE / 2] / 1e3, taken[(int) (ALONE * 0.99)] / 1e3, ALONE / (whole / 1e9)));
    }

    private void durable() throws InterruptedException, ExecutionException {
        db.sql("""
                create table if not exists bench_row (id uuid primary key, at timestamptz not null, told text not null)""").update();
        List<Paced.Work> kinds = List.of(this::bareRow, () -> choices.choose(request()));
        Paced.run(WORKERS, PER_SECOND_EACH, WARM, kinds);
        List<List<Long>> taken = Paced.run(WORKERS, PER_SECOND_EACH, SPAN, kinds);
        int rate = taken.getLast().size() / (int) SPAN.toSeconds();
        figures.add("a bare row with its commit, in turn with the next", Paced.told(taken.getFirst()));
        figures.add("in process with its durable record, %d a second".formatted(rate), Paced.told(taken.getLast()));
        ThreadFactory threads = Thread.ofPlatform().factory();
        figures.add(
                "a bare row with its commit, one after the other",
                Load.run(1, threads, SPAN, number -> bareRow()).told());
        figures.add(
                "in process with its durable record, one after the other (limit p99 1 ms)",
                Load.run(1, threads, SPAN, number -> chosen()).told());
        figures.add(
                "the same from a virtual thread",
                Load.run(1, SPAN, number -> chosen()).told());
    }

    private boolean bareRow() {
        Instant now = clock.instant();
        return db.sql("insert into bench_row values (?, ?, 'shown')")
                        .params(MomentId.at(now), now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void closedLoop() throws InterruptedException {
        Load.run(ASKERS, WARM, number -> chosen());
        figures.add(
                "in process with its durable record, %d ask at once".formatted(ASKERS),
                Load.run(ASKERS, SPAN, number -> chosen()).told());
    }

    private boolean chosen() {
        return choices.choose(request()).id() != null;
    }

    private void overHttp() throws IOException, InterruptedException {
        String token = hall.bean(ApiClients.class)
                .add(new ApiClient("bench", Set.of(Right.CARD_SEE), "/", Optional.empty()), "bench")
                .orElseThrow();
        String headers = "Authorization: Bearer " + token + "\r\n";
        int web = hall.node().ports().web();
        Load.Result ours;
        Load.Result bare;
        try (Connections connections = new Connections(web)) {
            Load.run(CONNECTIONS, HOT, number -> asked(connections, PATH, headers));
            ours = Load.run(CONNECTIONS, SPAN, number -> asked(connections, PATH, headers));
        }
        try (BarePeer peer = BarePeer.start(hall.bean(HikariDataSource.class), web + 1000);
                Connections connections = new Connections(peer.port())) {
            Load.run(CONNECTIONS, HOT, number -> asked(connections, "/choices", ""));
            bare = Load.run(CONNECTIONS, SPAN, number -> asked(connections, "/choices", ""));
        }
        figures.add("over HTTP, %d kept connections (limit 5,000 a second)".formatted(CONNECTIONS), ours.told());
        figures.add("a bare Boot and JdbcClient endpoint that inserts one row", bare.told());
        figures.add("over HTTP against the bare endpoint", "%.2f times".formatted(ours.perSecond() / bare.perSecond()));
    }

    private boolean asked(Connections connections, String path, String headers) {
        String body = "{\"recommendationType\":\"hotline\",\"channel\":[{\"id\":\"" + channel.value()
                + "\"}],\"relatedParty\":{\"id\":\"" + customer() + "\"}}";
        try {
            return connections.send(KeptConnection.post(path, headers, body)).status() == 201;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private SlotRequest request() {
        Instant now = clock.instant();
        return new SlotRequest(SlotPlace.HOTLINE, MomentId.at(now), channel, Optional.of(customer()), "/zj/hz/", now);
    }

    private long customer() {
        return 1 + ThreadLocalRandom.current().nextLong(customers);
    }

    private long octetsAChoice() {
        return db.sql("select pg_total_relation_size('decision.choice') / greatest(count(*), 1) from decision.choice")
                .query(Long.class)
                .single();
    }
}
