package org.omnihall.bench.measure;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.peer.BarePeer;
import org.omnihall.bench.peer.Connections;
import org.omnihall.bench.peer.KeptConnection;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.shell.Right;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What TMF630 costs: reads and lists of three resources, as a ratio to a bare endpoint that reads the same view in the same run. */
final class TmfBench {

    static final String WHAT =
            "TM Forum reads and lists beside a bare Boot and JdbcClient endpoint over the same views; hall, peer, database and"
                    + " client on one machine. The bare endpoint knows no rights, Areas, fields, entity tags and totals.";

    private static final int CONNECTIONS = 16;
    private static final int OFFERINGS = 1_000;
    private static final Duration WARM = Duration.ofSeconds(20);
    private static final Duration SPAN = Duration.ofSeconds(10);

    /**
     * A resource and how it is asked.
     *
     * @param view as the bare endpoint calls it
     * @param id of the row of a number
     * @param query of a list: a filter by a column, a page and some fields
     * @param value that the list's column must have
     */
    private record Subject(
            String name,
            String path,
            String view,
            long rows,
            LongFunction<String> id,
            String query,
            LongFunction<String> value) {}

    private final JdbcClient db;
    private final CardSize size;
    private final Figures figures;

    private TmfBench(RunningHall hall, CardSize size, Figures figures) {
        this.db = hall.bean(JdbcClient.class);
        this.size = size;
        this.figures = figures;
    }

    static void run(RunningHall hall, CardSize size, Figures figures) throws IOException, InterruptedException {
        TmfBench bench = new TmfBench(hall, size, figures);
        bench.fill();
        String token = hall.bean(ApiClients.class)
                .add(
                        new ApiClient("bench", Set.of(Right.CATALOGUE_SEE, Right.CUSTOMER_SEE), "/", Optional.empty()),
                        "bench")
                .orElseThrow();
        int web = hall.node().ports().web();
        try (BarePeer peer = BarePeer.start(hall.bean(HikariDataSource.class), web + 1000);
                Connections ours = new Connections(web);
                Connections bare = new Connections(peer.port())) {
            for (Subject subject : bench.subjects()) {
                bench.measure(subject, "Authorization: Bearer " + token + "\r\n", ours, bare);
            }
        }
    }

    private List<Subject> subjects() {
        return List.of(
                new Subject(
                        "productOffering",
                        "/tmf-api/productCatalogManagement/v4/productOffering",
                        "OFFERING",
                        OFFERINGS,
                        number -> "bench-" + number,
                        "?limit=20&fields=name,lifecycleStatus&name=",
                        number -> "Offering " + number % 100),
                new Subject(
                        "individual",
                        "/tmf-api/party/v4/individual",
                        "INDIVIDUAL",
                        size.customers(),
                        Long::toString,
                        "?limit=20&fields=givenName&familyName=",
                        number -> "Li" + number / 50),
                new Subject(
                        "partyInteraction",
                        "/tmf-api/partyInteraction/v4/partyInteraction",
                        "INTERACTION",
                        size.contacts(),
                        Long::toString,
                        "?limit=20&fields=reason,interactionDate&relatedParty.id=",
                        number -> Long.toString(1 + number % size.customers())));
    }

    private void measure(Subject subject, String headers, Connections ours, Connections bare)
            throws InterruptedException {
        figures.add("rows of " + subject.name(), "%,d".formatted(subject.rows()));
        compare(
                subject.name() + " by id",
                ours,
                number -> KeptConnection.get(subject.path() + "/" + subject.id().apply(number), headers),
                bare,
                number -> KeptConnection.get(
                        "/rows/" + subject.view() + "/" + subject.id().apply(number), ""),
                subject.rows());
        compare(
                subject.name() + " listed by "
                        + subject.query().replaceAll(".*&", "").replace("=", ""),
                ours,
                number -> KeptConnection.get(
                        subject.path()
                                + subject.query()
                                + encoded(subject.value().apply(number)),
                        headers),
                bare,
                number -> KeptConnection.get(
                        "/rows/" + subject.view() + "?value="
                                + encoded(subject.value().apply(number)),
                        ""),
                subject.rows());
    }

    private void compare(
            String what,
            Connections ours,
            LongFunction<byte[]> asked,
            Connections bare,
            LongFunction<byte[]> askedBare,
            long rows)
            throws InterruptedException {
        Load.run(CONNECTIONS, WARM, number -> answered(ours, asked, rows));
        Load.run(CONNECTIONS, WARM, number -> answered(bare, askedBare, rows));
        Load.Result hall = Load.run(CONNECTIONS, SPAN, number -> answered(ours, asked, rows));
        Load.Result plain = Load.run(CONNECTIONS, SPAN, number -> answered(bare, askedBare, rows));
        figures.add(what, hall.told());
        figures.add(what + ", bare", plain.told());
        figures.add(
                what + ", ratio",
                "%.2f of the bare rate; %.2f times its processor time"
                        .formatted(hall.perSecond() / plain.perSecond(), hall.cpuMillisEach() / plain.cpuMillisEach()));
    }

    private static boolean answered(Connections connections, LongFunction<byte[]> request, long rows) {
        long number = 1 + ThreadLocalRandom.current().nextLong(rows);
        try {
            int status = connections.send(request.apply(number)).status();
            return status == 200 || status == 206;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void fill() {
        long began = System.nanoTime();
        db.sql("""
                insert into catalogue.offering (code, name, english_name, description, english_description, family, business_code, state,
                    buyers, least, most, fulfilment, discount_permille, changed_at)
                select 'bench-' || n, 'Offering ' || n % 100, 'Offering', 'What it is', 'What it is', 'PERSONAL_PLAN',
                    (select code from catalogue.business order by code limit 1), 'MATURE', '{PERSON}', 1, 9, '{}', 0, :now::timestamptz
                from generate_series(1, :rows) n""")
                .param("now", Clock.systemUTC().instant().toString())
                .param("rows", OFFERINGS)
                .update();
        db.sql("""
                insert into party.individual (area_path, family_name, given_name, name_key, contact_numbers, made_at)
                select '/', 'Li' || n / 50, 'Na' || n, 'li' || n, '{}', :now::timestamptz from generate_series(1, :rows) n""")
                .param("now", Clock.systemUTC().instant().toString())
                .param("rows", size.customers())
                .update();
        new CardTables(db, size, Clock.systemUTC().instant()).fill();
        figures.add(
                "filled in",
                "%d s".formatted(Duration.ofNanos(System.nanoTime() - began).toSeconds()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
