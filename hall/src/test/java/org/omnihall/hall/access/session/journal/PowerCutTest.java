package org.omnihall.hall.access.session.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

/** Rule 24: whenever the power goes, what was acknowledged is there, once, and nothing that was never said. */
class PowerCutTest {

    private static final int SEEDS = 600;
    private static final int LIVES = 4;

    /** A database that keeps its transactions, and has no room now and then. */
    private static final class Books implements Replayer.Delivery {

        private static final int NO_ROOM = 5;

        private final Map<UUID, Long> applied = new HashMap<>();
        private final List<Octets> entered = new ArrayList<>();

        private int asked;

        @Override
        public boolean deliver(UUID node, UUID journal, List<JournalRecord> records) {
            if (++asked % NO_ROOM == 0) {
                return false;
            }
            long last = applied.getOrDefault(journal, 0L);
            records.stream().filter(r -> r.position() > last).forEach(r -> entered.add(r.payload()));
            applied.put(journal, Math.max(last, records.getLast().position()));
            return true;
        }
    }

    @Test
    void losesNothingThatWasAcknowledgedAndCountsNothingTwice() {
        long cuts = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random chance = new Random(seed);
            Books books = new Books();
            Set<Octets> said = new HashSet<>();
            Set<Octets> acknowledged = new HashSet<>();
            CutFiles disk = new CutFiles();
            for (int life = 0; life < LIVES; life++) {
                disk.powerFor(chance.nextInt(120));
                live(disk, chance, books, said, acknowledged);
                cuts += disk.isDark() ? 1 : 0;
                disk = disk.afterTheCut(chance);
            }
            replayAll(disk, books);
            assertThat(books.entered).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(books.entered).as("seed %d", seed).containsAll(acknowledged);
            assertThat(said).as("seed %d", seed).containsAll(books.entered);
        }
        assertThat(cuts).isGreaterThan(SEEDS);
    }

    private static Journal open(CutFiles disk) {
        return Journal.open(
                disk, new JournalLimits(1 << 20, 2_000), new JournalMeters(new SimpleMeterRegistry()), new Ticks());
    }

    private static void replayAll(CutFiles disk, Books books) {
        Replayer replayer = new Replayer(open(disk), books);
        for (int round = 0; !replayer.round(); round++) {
            assertThat(round).as("it gets on").isLessThan(1_000);
        }
    }

    private static void live(CutFiles disk, Random chance, Books books, Set<Octets> said, Set<Octets> acknowledged) {
        try {
            Journal journal = open(disk);
            Replayer replayer = new Replayer(journal, books);
            for (int act = chance.nextInt(60); act > 0; act--) {
                if (chance.nextInt(6) == 0) {
                    replayer.round();
                } else {
                    List<Octets> group = group(chance);
                    said.addAll(group);
                    if (journal.append(group) == JournalAnswer.KEPT) {
                        acknowledged.addAll(group);
                    }
                }
            }
        } catch (UncheckedIOException dark) {
            assertThat(disk.isDark()).isTrue();
        }
    }

    private static List<Octets> group(Random chance) {
        List<Octets> group = new ArrayList<>();
        for (int n = chance.nextInt(1, 12); n > 0; n--) {
            byte[] payload = new byte[chance.nextInt(16, 200)];
            chance.nextBytes(payload);
            group.add(Octets.of(payload));
        }
        return group;
    }

    /** A write that fails in the middle, and a sync that fails, leave what was acknowledged before; the disk is used again when it works. */
    @Test
    void goesOnBehindADiskThatIsFullOrFails() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Random chance = new Random(seed);
            CutFiles disk = new CutFiles();
            Ticks clock = new Ticks();
            Journal journal = Journal.open(
                    disk, new JournalLimits(1 << 20, 2_000), new JournalMeters(new SimpleMeterRegistry()), clock);
            Books books = new Books();
            Set<Octets> acknowledged = new HashSet<>();
            Set<Octets> said = new HashSet<>();
            for (int act = 0; act < 40; act++) {
                disk.roomFor(chance.nextInt(3_000));
                disk.broken(chance.nextInt(3) == 0);
                clock.pass(Duration.ofMillis(300));
                List<Octets> group = group(chance);
                said.addAll(group);
                if (journal.append(group) == JournalAnswer.KEPT) {
                    acknowledged.addAll(group);
                }
            }
            disk.roomFor(100_000);
            disk.broken(false);
            clock.pass(Duration.ofSeconds(1));
            journal.mend();
            assertThat(journal.state()).isEqualTo(JournalAnswer.KEPT);
            assertThat(disk.names().size()).as("no rubbish is left").isLessThan(45);
            replayAll(disk.afterTheCut(chance), books);
            assertThat(acknowledged).isNotEmpty();
            assertThat(books.entered).doesNotHaveDuplicates().containsAll(acknowledged);
            assertThat(said).containsAll(books.entered);
        }
    }
}
