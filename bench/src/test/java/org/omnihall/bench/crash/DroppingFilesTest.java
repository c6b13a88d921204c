package org.omnihall.bench.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.session.journal.JournalFiles;

/** What was forced is on the disk; what was not may be, and a file that was deleted may be there again. */
class DroppingFilesTest {

    /** Far apart, for the first draws of neighbours are alike. */
    private static final List<Long> SEEDS =
            new Random(20261127).longs(20).boxed().toList();

    /** What a power cut leaves. */
    private static final class Disk implements JournalFiles {

        private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

        @Override
        public List<String> names() {
            return List.copyOf(files.keySet());
        }

        @Override
        public Appending create(String name) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            files.put(name, file);
            return new Written(file);
        }

        @Override
        public ByteBuffer read(String name) {
            return ByteBuffer.wrap(
                    files.getOrDefault(name, new ByteArrayOutputStream()).toByteArray());
        }

        @Override
        public void cut(String name, long octets) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rename(String from, String to) {
            files.put(to, files.getOrDefault(from, new ByteArrayOutputStream()));
            files.remove(from);
        }

        @Override
        public void delete(String name) {
            files.remove(name);
        }
    }

    private record Written(ByteArrayOutputStream file) implements JournalFiles.Appending {

        @Override
        public void append(ByteBuffer octets) {
            while (octets.hasRemaining()) {
                file.write(octets.get());
            }
        }

        @Override
        public void force() {
            // all of it is kept at once
        }

        @Override
        public void close() {
            // nothing to give back
        }
    }

    private final Set<Integer> left = new HashSet<>();

    @Test
    void keepsWhatWasForcedAndSomeOfWhatWasNot() throws IOException {
        for (long seed : SEEDS) {
            Disk disk = new Disk();
            JournalFiles.Appending file = new DroppingFiles(disk, seed).create("a");
            file.append(ByteBuffer.allocate(100));
            file.force();
            assertThat(disk.read("a").remaining()).isEqualTo(100);
            file.append(ByteBuffer.allocate(100));
            left.add(disk.read("a").remaining());
        }
        assertThat(left).hasSizeGreaterThan(2).allMatch(octets -> octets >= 100 && octets <= 200);
    }

    @Test
    void leavesSomeOfTheDeletedFilesOnTheDisk() throws IOException {
        for (long seed : SEEDS) {
            Disk disk = new Disk();
            DroppingFiles files = new DroppingFiles(disk, seed);
            files.create("a").close();
            files.delete("a");
            assertThat(files.names()).isEmpty();
            left.add(disk.names().size());
        }
        assertThat(left).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void forcesDeletionsWithTheNextName() throws IOException {
        for (long seed : SEEDS) {
            Disk disk = new Disk();
            DroppingFiles files = new DroppingFiles(disk, seed);
            files.create("a").close();
            files.delete("a");
            files.create("b").close();
            assertThat(disk.names()).containsExactly("b");
            files.delete("b");
            files.create("b").close();
            assertThat(files.names()).containsExactly("b");
            files.create("c").close();
            files.delete("b");
            files.rename("c", "d");
            assertThat(disk.names()).containsExactly("d");
        }
    }
}
