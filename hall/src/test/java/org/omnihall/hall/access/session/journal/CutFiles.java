package org.omnihall.hall.access.session.journal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Files whose power can be cut: what was written since the last force is in the cache of the system and gets to the disk sector by sector, in
 * any order, or not; a sector may be torn, a length may have grown before its content; a deleted file may be there again.
 */
final class CutFiles implements JournalFiles {

    private static final int SECTOR = 512;

    private final Map<String, Content> files = new TreeMap<>();
    private final Map<String, Content> deleted = new TreeMap<>();

    /** Calls until the power is gone. */
    private long power = Long.MAX_VALUE;

    /** Octets until the disk is full. */
    private long room = 1L << 40;

    private boolean broken;

    private static final class Content {
        private byte[] cached = new byte[0];
        private byte[] onDisk = new byte[0];
    }

    void powerFor(long calls) {
        power = calls;
    }

    void roomFor(long octets) {
        room = octets;
    }

    /** A disk that syncs and shortens nothing while it is so. */
    void broken(boolean is) {
        broken = is;
    }

    boolean isDark() {
        return power <= 0;
    }

    void put(String name, byte... octets) {
        Content content = new Content();
        content.cached = octets.clone();
        content.onDisk = octets.clone();
        files.put(name, content);
    }

    private void spend() throws IOException {
        if (power-- <= 0) {
            throw new IOException("the power is gone");
        }
    }

    private void hold() throws IOException {
        if (broken) {
            throw new IOException("input/output error");
        }
    }

    private Content open(String name) throws IOException {
        return Optional.ofNullable(files.get(name)).orElseThrow(() -> new FileNotFoundException(name));
    }

    /** What the disk holds when the power is back. */
    CutFiles afterTheCut(Random chance) {
        CutFiles after = new CutFiles();
        files.forEach((name, content) -> after.put(name, survivor(content, chance)));
        deleted.forEach((name, content) -> {
            if (chance.nextBoolean() && !after.files.containsKey(name)) {
                after.put(name, content.onDisk);
            }
        });
        return after;
    }

    private static byte[] survivor(Content content, Random chance) {
        int shortest = Math.min(content.onDisk.length, content.cached.length);
        int longest = Math.max(content.onDisk.length, content.cached.length);
        int length = switch (chance.nextInt(3)) {
            case 0 -> content.onDisk.length;
            case 1 -> content.cached.length;
            default -> chance.nextInt(shortest, longest + 1);
        };
        byte[] was = Arrays.copyOf(content.onDisk, longest);
        byte[] now = Arrays.copyOf(content.cached, longest);
        for (int sector = 0; sector < longest; sector += SECTOR) {
            int end = Math.min(sector + SECTOR, longest);
            int written = switch (chance.nextInt(4)) {
                case 0 -> sector;
                case 1 -> chance.nextInt(sector, end + 1);
                default -> end;
            };
            System.arraycopy(now, sector, was, sector, written - sector);
        }
        return Arrays.copyOf(was, length);
    }

    @Override
    public List<String> names() {
        return List.copyOf(files.keySet());
    }

    @Override
    public Appending create(String name) throws IOException {
        spend();
        if (files.containsKey(name)) {
            throw new IOException(name + " is there");
        }
        Content content = new Content();
        files.put(name, content);
        return new Appending() {
            @Override
            public void append(ByteBuffer octets) throws IOException {
                spend();
                int old = content.cached.length;
                int fits = (int) Math.min(octets.remaining(), room);
                room -= fits;
                content.cached = Arrays.copyOf(content.cached, old + fits);
                octets.get(content.cached, old, fits);
                if (octets.hasRemaining()) {
                    throw new IOException("no space left");
                }
            }

            @Override
            public void force() throws IOException {
                spend();
                hold();
                content.onDisk = content.cached.clone();
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public ByteBuffer read(String name) throws IOException {
        spend();
        return ByteBuffer.wrap(open(name).cached.clone());
    }

    @Override
    public void cut(String name, long octets) throws IOException {
        spend();
        hold();
        Content content = open(name);
        room += content.cached.length - octets;
        content.cached = Arrays.copyOf(content.cached, (int) octets);
        content.onDisk = content.cached.clone();
    }

    @Override
    public void rename(String from, String to) throws IOException {
        spend();
        files.put(to, open(from));
        files.remove(from);
    }

    @Override
    public void delete(String name) throws IOException {
        spend();
        Content content = open(name);
        room += content.cached.length;
        files.remove(name);
        deleted.put(name, content);
    }
}
