package org.omnihall.bench.measure;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.GroupShares;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long a touchpoint waits for a customer card, and how soon a session is on it (requirement B23: p99 under 100 ms, within 2 s). */
final class CardBench {

    private static final int WORKERS = 4;
    private static final int PER_SECOND_EACH = 50;
    private static final Duration SPAN = Duration.ofSeconds(30);
    private static final int SESSIONS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int DAYS = 90;

    private final Cards cards;
    private final JdbcClient db;
    private final CardSize size;
    private final Figures figures;

    private CardBench(RunningHall hall, CardSize size, Figures figures) {
        this.cards = hall.bean(Cards.class);
        this.db = hall.bean(JdbcClient.class);
        this.size = size;
        this.figures = figures;
    }

    static void run(RunningHall hall, CardSize size, Figures figures) throws IOException, InterruptedException {
        CardBench bench = new CardBench(hall, size, figures);
        bench.fill(hall.bean(GroupShares.class));
        try {
            bench.read();
        } catch (ExecutionException failed) {
            throw new IOException("a card could not be read", failed);
        }
        bench.appear();
    }

    private void fill(GroupShares shares) {
        long began = System.nanoTime();
        new CardTables(db, size, Clock.systemUTC().instant()).fill();
        figures.add("customers with a card", "%,d".formatted(size.customers()));
        figures.add("contacts over twelve months", "%,d".formatted(size.contacts()));
        figures.add("filled in", seconds(began));
        began = System.nanoTime();
        shares.sum(DAYS);
        figures.add("everybody's channel shares of 90 days summed in", seconds(began));
        figures.add("contact log on disk with its indexes", megabytes("""
                select sum(pg_total_relation_size(inhrelid)) from pg_inherits where inhparent = 'interaction.contact'::regclass"""));
        figures.add("cards on disk", megabytes("select pg_total_relation_size('interaction.card')"));
    }

    private void read() throws InterruptedException, ExecutionException {
        List<Paced.Work> kinds = List.of(this::bare, this::card);
        Paced.run(WORKERS, PER_SECOND_EACH, SPAN.dividedBy(3), kinds);
        List<List<Long>> taken = Paced.run(WORKERS, PER_SECOND_EACH, SPAN, kinds);
        List<Long> bare = taken.getFirst();
        List<Long> card = taken.getLast();
        figures.add("cards read, of random customers", "%,d by %d threads".formatted(card.size(), WORKERS));
        figures.add("a bare look-up of a row by its key", Paced.told(bare));
        figures.add("a card, whole, by `Cards.of`", Paced.told(card));
        figures.add(
                "a card over a bare look-up",
                "%.1f times at p50, %.1f times at p99"
                        .formatted(
                                Paced.millis(card, 0.5) / Paced.millis(bare, 0.5),
                                Paced.millis(card, 0.99) / Paced.millis(bare, 0.99)));
    }

    private void card() {
        if (cards.of(customer(), ChannelClass.OWN_STORE, "/").isEmpty()) {
            throw new IllegalStateException("a customer has no card");
        }
    }

    private void bare() {
        db.sql("select version from interaction.card where subscriber_id = ?")
                .param(customer())
                .query(Long.class)
                .single();
    }

    private long customer() {
        return 1 + ThreadLocalRandom.current().nextLong(size.customers());
    }

    /** From the commit that leaves word of a session, as accounting does, to the card that shows it. */
    private void appear() throws IOException, InterruptedException {
        List<Long> taken = new ArrayList<>();
        for (int i = 0; i < SESSIONS; i++) {
            long customer = customer();
            UUID journey = UUID.randomUUID();
            open(customer, journey);
            long committed = System.nanoTime();
            while (!isOnTheCard(customer, journey)) {
                if (System.nanoTime() - committed > PATIENCE.toNanos()) {
                    throw new IOException("a session did not come onto the card within " + PATIENCE);
                }
                Thread.sleep(5);
            }
            taken.add(System.nanoTime() - committed);
        }
        figures.add(
                "a session's opening is on the card after",
                Paced.told(taken.stream().sorted().toList()));
    }

    private void open(long customer, UUID journey) {
        Instant now = Clock.systemUTC().instant();
        db.sql("""
                insert into access.untold (kind, source, source_id, journey, subscriber_id, of_attempt, outcome, area_path, at)
                values ('SESSION_OPENED', 'access.session', ?, ?, ?, false, 'DONE', '/zj/hz/', ?)""")
                .params(journey.toString(), journey, customer, now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean isOnTheCard(long customer, UUID journey) {
        return cards.of(customer, ChannelClass.OWN_STORE, "/").stream()
                .flatMap(card -> card.history().stream())
                .anyMatch(row -> row.contact().journey().equals(journey));
    }

    private String megabytes(String octets) {
        return "%,d MB".formatted(db.sql(octets).query(Long.class).single() >> 20);
    }

    private static String seconds(long began) {
        return "%d s".formatted(Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }
}
