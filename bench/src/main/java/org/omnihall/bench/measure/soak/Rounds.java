package org.omnihall.bench.measure.soak;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.omnihall.bench.measure.Figures;
import org.omnihall.bench.measure.radius.Books;
import org.omnihall.bench.measure.radius.Memory;
import org.omnihall.bench.radius.OpenLoop;
import org.omnihall.bench.radius.OpenLoop.Stage;
import org.omnihall.bench.radius.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A soak's load, round by round. A generator keeps the times of every second and what was acknowledged of every session; one for all of the
 * span would grow in the process whose growth is looked for. So each round has a generator of its own, takes its sessions to their Stop, has its
 * books compared, and leaves sums behind.
 */
final class Rounds {

    private final Opening opening;
    private final Runnable delivery;
    private final JdbcClient db;
    private final List<Growth.Rest> rests = new ArrayList<>();
    private Tally load = Tally.of(List.of());
    private Tally ends = Tally.of(List.of());
    private Books books;

    /** How a round's generator comes to be. */
    interface Opening {
        OpenLoop open() throws IOException;
    }

    /**
     * @param delivery returns when nothing is on its way to the books any more
     * @param before what the load before the rounds left in the books
     */
    Rounds(Opening opening, Runnable delivery, JdbcClient db, Books before) {
        this.opening = opening;
        this.delivery = delivery;
        this.db = db;
        this.books = before;
    }

    void take(double perSecond, Duration span) throws IOException {
        double p99 = play(perSecond, span);
        rests.add(new Growth.Rest(Memory.now().heap(), p99));
    }

    /** With all that it takes for itself given back at its end. */
    private double play(double perSecond, Duration span) throws IOException {
        try (OpenLoop loop = opening.open()) {
            Tally round = Tally.of(loop.run(List.of(new Stage(perSecond, span))));
            ends = Tally.of(List.of(ends, loop.finish(perSecond)));
            load = Tally.of(List.of(load, round));
            delivery.run();
            books = books.plus(Books.of(db, loop.acknowledged()));
            return round.millis(99);
        }
    }

    List<Growth.Rest> rests() {
        return rests;
    }

    void tell(Figures figures) {
        long wrong = load.wrong() + ends.wrong();
        long silent = load.silent() + ends.silent();
        figures.addNone("answered wrongly", wrong, "%,d of %,d packets".formatted(wrong, load.sent() + ends.sent()));
        figures.addNone("without an answer within 3 s", silent, "%,d".formatted(silent));
        figures.add("not sent, for the generator could not", "%,d".formatted(load.missing()));
        figures.add(
                "time to an answer, all rounds",
                "p50 %.2f ms, p99 %.2f ms".formatted(load.millis(50), load.millis(99)));
        figures.addNone("the books, the closed loop's among them", books.faults(), books.told());
    }
}
