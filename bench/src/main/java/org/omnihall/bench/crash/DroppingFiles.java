package org.omnihall.bench.crash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.omnihall.hall.access.session.journal.JournalFiles;

/**
 * A journal's files whose writes stay in this process until they are forced, so that SIGKILL drops them as a power cut drops a system's cache. As
 * there, a part of them may have reached the disk earlier: after every write a random piece of what is held goes through. A deletion, which nobody
 * forces, reaches the disk at once or with the next name that is forced there.
 */
final class DroppingFiles implements JournalFiles {

    private final JournalFiles disk;
    private final Random random;
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();

    DroppingFiles(JournalFiles disk, long seed) {
        this.disk = disk;
        this.random = new Random(seed);
    }

    @Override
    public List<String> names() throws IOException {
        return disk.names().stream().filter(name -> !deleted.contains(name)).toList();
    }

    @Override
    public Appending create(String name) throws IOException {
        forceDeletions();
        return new Cached(disk.create(name));
    }

    @Override
    public ByteBuffer read(String name) throws IOException {
        return disk.read(name);
    }

    @Override
    public void cut(String name, long octets) throws IOException {
        disk.cut(name, octets);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        forceDeletions();
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        if (random.nextBoolean()) {
            disk.delete(name);
        } else {
            deleted.add(name);
        }
    }

    private void forceDeletions() throws IOException {
        for (String name : List.copyOf(deleted)) {
            disk.delete(name);
            deleted.remove(name);
        }
    }

    private final class Cached implements Appending {

        private final Appending file;
        private byte[] held = {};

        Cached(Appending file) {
            this.file = file;
        }

        @Override
        public void append(ByteBuffer octets) throws IOException {
            int before = held.length;
            int more = octets.remaining();
            held = Arrays.copyOf(held, before + more);
            octets.get(held, before, more);
            through(random.nextInt(held.length + 1));
        }

        @Override
        public void force() throws IOException {
            through(held.length);
            file.force();
        }

        private void through(int octets) throws IOException {
            file.append(ByteBuffer.wrap(held, 0, octets));
            held = Arrays.copyOfRange(held, octets, held.length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
