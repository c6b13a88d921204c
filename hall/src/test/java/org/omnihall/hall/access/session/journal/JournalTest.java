package org.omnihall.hall.access.session.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.octets.Octets;
import org.springframework.boot.health.contributor.Status;
import org.springframework.dao.DataAccessResourceFailureException;

/** A journal on a real directory, and its way to a database that may be away or refuse. */
class JournalTest {

    private static final JournalLimits SMALL = new JournalLimits(100_000, 1_000);

    @TempDir
    private Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Ticks clock = new Ticks();
    private final Books books = new Books();

    /** Takes all as long as it has room. */
    private static final class Books implements Replayer.Delivery {

        private final List<String> entered = new ArrayList<>();
        private final List<Integer> groups = new ArrayList<>();
        private boolean away;
        private int room = Integer.MAX_VALUE;

        @Override
        public boolean deliver(UUID node, UUID journal, List<JournalRecord> records) {
            if (away) {
                throw new DataAccessResourceFailureException("away");
            }
            if (records.size() > room) {
                return false;
            }
            room -= records.size();
            groups.add(records.size());
            records.forEach(record -> entered.add(record.payload().toText()));
            return true;
        }
    }

    private Journal open(JournalLimits limits) throws IOException {
        return Journal.open(JournalDirectory.at(folder.resolve("journal")), limits, new JournalMeters(meters), clock);
    }

    private static List<Octets> said(String... texts) {
        return Stream.of(texts).map(Octets::ofText).toList();
    }

    private double count(String name) {
        return meters.get("omnihall.accounting.journal." + name).counter().count();
    }

    private List<String> files() throws IOException {
        return JournalDirectory.at(folder.resolve("journal")).names();
    }

    @Test
    void givesBackInOrderWhatItWasGivenAlsoToTheNextLife() throws IOException {
        try (Journal first = open(SMALL)) {
            assertThat(first.append(said("a", "b"))).isEqualTo(JournalAnswer.KEPT);
            assertThat(first.append(said("c"))).isEqualTo(JournalAnswer.KEPT);
            assertThat(first.waiting()).isEqualTo(3);
            assertThat(count("syncs")).isEqualTo(2);
        }
        Journal next = open(SMALL);
        assertThat(next.waiting()).isEqualTo(3);
        next.append(said("d"));
        new Replayer(next, books).round();
        assertThat(books.entered).containsExactly("a", "b", "c", "d");
        assertThat(next.isEmpty()).isTrue();
        assertThat(next.octets()).isZero();
        assertThat(files()).isEmpty();
        new Replayer(next, books).round();
        assertThat(books.entered).hasSize(4);
    }

    @Test
    void keepsNumbersAndNamesFromOthersOnTheMachine() throws IOException {
        try (Journal journal = open(SMALL)) {
            journal.append(said("13800138000"));
            Path directory = folder.resolve("journal");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                    .isEqualTo("rwx------");
            try (Stream<Path> inside = Files.list(directory)) {
                assertThat(inside)
                        .isNotEmpty()
                        .allSatisfy(
                                file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
    }

    @Test
    void beginsAnotherFileWhenOneIsLargeEnough() throws IOException {
        Journal journal = open(SMALL);
        for (int i = 0; i < 10; i++) {
            journal.append(said("x".repeat(400)));
        }
        assertThat(files()).hasSize(4);
        new Replayer(journal, books).round();
        assertThat(books.entered).hasSize(10);
        assertThat(files()).isEmpty();
    }

    @Test
    void takesNothingMoreWhenItIsFullUntilTheDatabaseHasTakenSome() throws IOException {
        int each = Frame.HEAD + 100;
        Journal journal = open(new JournalLimits(SegmentHeader.OCTETS + 3L * each, 100_000));
        String hundred = "x".repeat(100);
        assertThat(journal.append(said(hundred, hundred, hundred))).isEqualTo(JournalAnswer.KEPT);
        assertThat(journal.append(said(""))).isEqualTo(JournalAnswer.FULL);
        assertThat(journal.state()).isEqualTo(JournalAnswer.FULL);
        assertThat(new JournalHealth(journal).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("omnihall.accounting.journal.refused")
                        .tag("reason", "FULL")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(journal.waiting()).isEqualTo(3);
        new Replayer(journal, books).round();
        assertThat(journal.append(said(hundred, hundred, hundred))).isEqualTo(JournalAnswer.KEPT);
    }

    @Test
    void isHealthyWhileItHasRoom() throws IOException {
        Journal journal = open(new JournalLimits(1_000_000, 1_000));
        journal.append(said("a"));
        clock.pass(Duration.ofSeconds(7));
        assertThat(new JournalHealth(journal).health().getStatus()).isEqualTo(Status.UP);
        assertThat(new JournalHealth(journal).health().getDetails())
                .containsEntry("records", 1L)
                .containsEntry("age", "PT7S");
    }

    @Test
    void leavesABrokenDiskAloneForAMomentAndTriesAgain() throws IOException {
        CutFiles files = new CutFiles();
        Journal journal = Journal.open(files, new JournalLimits(1_000_000, 10_000), new JournalMeters(meters), clock);
        journal.append(said("kept"));
        files.roomFor(10);
        assertThat(journal.append(said("lost"))).isEqualTo(JournalAnswer.BROKEN);
        files.roomFor(100_000);
        assertThat(journal.append(said("too early"))).isEqualTo(JournalAnswer.BROKEN);
        assertThat(journal.state()).isEqualTo(JournalAnswer.BROKEN);
        clock.pass(Duration.ofMillis(499));
        journal.mend();
        assertThat(journal.state()).isEqualTo(JournalAnswer.BROKEN);
        clock.pass(Duration.ofMillis(1));
        journal.mend();
        assertThat(journal.state()).isEqualTo(JournalAnswer.KEPT);
        assertThat(journal.append(said("after"))).isEqualTo(JournalAnswer.KEPT);
        new Replayer(journal, books).round();
        assertThat(books.entered).containsExactly("kept", "after");
    }

    @Test
    void deliversInGroupsOfAThousand() throws IOException {
        Journal journal = open(new JournalLimits(1_000_000, 500_000));
        journal.append(IntStream.range(0, 2_001).mapToObj(Octets::ofInt).toList());
        new Replayer(journal, books).round();
        assertThat(books.groups).containsExactly(1_000, 1_000, 1);
    }

    @Test
    void keepsAllWhileTheDatabaseIsAway() throws IOException {
        Journal journal = open(SMALL);
        journal.append(said("a"));
        Replayer replayer = new Replayer(journal, books);
        books.away = true;
        assertThatThrownBy(replayer::round).isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(journal.waiting()).isEqualTo(1);
        books.away = false;
        replayer.round();
        assertThat(books.entered).containsExactly("a");
    }

    @Test
    void goesOnWhereThereWasNoRoomForMore() throws IOException {
        Journal journal = open(new JournalLimits(1_000_000, 500_000));
        journal.append(IntStream.range(0, 2_500)
                .mapToObj(number -> Octets.ofText("r" + number))
                .toList());
        Replayer replayer = new Replayer(journal, books);
        books.room = 2_100;
        assertThat(replayer.round()).isFalse();
        assertThat(journal.waiting()).isEqualTo(500);
        assertThat(count("applied")).isEqualTo(2_000);
        journal.append(said("later"));
        books.room = 10_000;
        assertThat(replayer.round()).isTrue();
        assertThat(books.entered).hasSize(2_501).doesNotHaveDuplicates().endsWith("r2499", "later");
        assertThat(journal.waiting()).isZero();
        assertThat(count("applied")).isEqualTo(2_501);
    }

    @Test
    void keepsADamagedFileAsideAndReadsWhatFollows() throws IOException {
        try (Journal journal = open(SMALL)) {
            journal.append(said("first", "second"));
            journal.append(said("third"));
        }
        Path file = folder.resolve("journal").resolve(files().getFirst());
        byte[] octets = Files.readAllBytes(file);
        octets[SegmentHeader.OCTETS + Frame.HEAD] ^= 1;
        Files.write(file, octets);
        new Replayer(open(SMALL), books).round();
        assertThat(books.entered).containsExactly("second", "third");
        assertThat(count("damaged")).isEqualTo(1);
        assertThat(files()).anyMatch(name -> name.endsWith(".damaged"));
    }

    @Test
    void keepsAFileWithoutAHeaderAsideAndDropsOneThatWasOnlyBegun() throws IOException {
        CutFiles files = new CutFiles();
        files.put("000000000003.journal", new byte[SegmentHeader.OCTETS]);
        files.put("000000000004.journal", new byte[SegmentHeader.OCTETS + 1]);
        files.put("000000000005.journal");
        files.put("something else", (byte) 1);
        Journal.open(files, SMALL, new JournalMeters(meters), clock);
        assertThat(files.names()).containsExactly("000000000004.damaged", "000000000006.journal", "something else");
        assertThat(count("torn")).isEqualTo(1);
        assertThat(count("damaged")).isEqualTo(1);
    }

    @Test
    void cutsATornTailOffForGood() throws IOException {
        try (Journal journal = open(SMALL)) {
            journal.append(said("first", "second"));
        }
        Path file = folder.resolve("journal").resolve(files().getFirst());
        byte[] octets = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(octets, octets.length - 1));
        new Replayer(open(SMALL), books).round();
        assertThat(books.entered).containsExactly("first");
        assertThat(count("torn")).isEqualTo(1);
    }
}
