package org.omnihall.bench.measure.soak;

import java.io.IOException;
import org.omnihall.bench.demo.BooksKept;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.radius.Books;
import org.omnihall.bench.measure.radius.Driver;
import org.omnihall.bench.measure.radius.Roster;
import org.omnihall.bench.measure.radius.Server;
import org.omnihall.bench.radius.ChangingTerms;
import org.omnihall.bench.radius.Mix;
import org.omnihall.bench.radius.Subscribers;
import org.omnihall.bench.radius.Traffic;
import org.omnihall.hall.access.session.journal.Journal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole sessions for long at half of what a closed loop reached just before, and whether the hall holds more and more meanwhile. */
public final class SoakBench {

    public static final String WHAT =
            "Whole sessions (access : start : interim : stop as 1 : 1 : 2 : 1) at half of what a closed loop reached just"
                    + " before, in rounds of a minute; between them their books are compared and Java collects. The first third of the"
                    + " time is warm-up; growth is the median of the last third beside that of the second. Hall, generator and"
                    + " sampling are one process, the database is beside it.";

    private static final double SHARE = 0.5;

    private SoakBench() {}

    /** Takes all of it. */
    public static void run(RunningHall hall, SoakSize size, Figures figures) throws IOException, InterruptedException {
        Roster.prepare(hall).fill(size.subscribers());
        JdbcClient db = hall.bean(JdbcClient.class);
        Driver driver = new Driver(size.closed());
        Server server = Server.of(hall);
        Traffic traffic = new Traffic(everybody(size.subscribers()), Mix.NONE, true);
        Driver.Closed closed = driver.closed(server, traffic);
        figures.add("subscribers", "%,d".formatted(size.subscribers()));
        figures.add("the closed loop before", closed.taken().told());
        double rate = closed.taken().perSecond() * SHARE;
        figures.add(
                "the load",
                "%,.0f packets a second in %d rounds of %d s"
                        .formatted(rate, size.rounds(), size.round().toSeconds()));
        Runnable delivery = () -> BooksKept.await(hall.bean(Journal.class), db);
        delivery.run();
        Books before = Books.of(db, closed.acknowledged());
        Rounds rounds = new Rounds(() -> driver.open(server, traffic, rate), delivery, db, before);
        try (Sampler sampler = new Sampler(db, size.rhythm())) {
            for (int i = 0; i < size.rounds(); i++) {
                rounds.take(rate, size.round());
            }
            rounds.tell(figures);
            new Growth(sampler.end(), rounds.rests()).tell(figures);
        }
    }

    private static Subscribers everybody(int subscribers) {
        return new Subscribers(0, subscribers, 0, Roster.PASSWORD, new ChangingTerms(subscribers));
    }
}
