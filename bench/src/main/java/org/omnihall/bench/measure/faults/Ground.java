package org.omnihall.bench.measure.faults;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.omnihall.bench.crash.HallProcess;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.measure.radius.Driver;
import org.omnihall.bench.measure.radius.Roster;
import org.omnihall.bench.radius.Target;

/** A database with the controller and the subscribers of a run, and room for halls that use it, each a process of its own. */
public final class Ground implements AutoCloseable {

    private static final int DATABASE = 54_320;
    private static final int ACCESS = 1_812;
    private static final int ACCOUNTING = 1_813;
    private static final int COA = 3_799;
    private static final int BETWEEN_NODES = 100;

    private final Path folder;
    private final int offset;
    private final int subscribers;
    private final Database database;
    private final Map<Integer, HallProcess> halls = new ConcurrentHashMap<>();

    private Ground(Path folder, int offset, int subscribers) {
        this.folder = folder;
        this.offset = offset;
        this.subscribers = subscribers;
        this.database = Database.start(folder.resolve("postgres"), DATABASE + offset);
    }

    /** Makes all of it. */
    public static Ground prepare(Path folder, int offset, int subscribers) throws IOException {
        Ground ground = new Ground(folder, offset, subscribers);
        try (RunningHall maker = RunningHall.start(ground.settings(0).toArray(String[]::new))) {
            Roster.prepare(maker, ground.coa()).fill(subscribers);
        }
        Path other = Files.createDirectories(ground.home(1));
        Files.copy(
                ground.home(0).resolve("vault.keys"),
                other.resolve("vault.keys")); // one operator's keys on each of his nodes
        return ground;
    }

    Database database() {
        return database;
    }

    int subscribers() {
        return subscribers;
    }

    /** Where the controller takes Disconnects. */
    int coa() {
        return COA + offset;
    }

    /**
     * The hall of a node, which is started where it does not run in this way.
     *
     * @param node 0 or 1
     */
    HallProcess running(int node, HallProcess.Launch launch) throws IOException, InterruptedException {
        HallProcess hall = halls.getOrDefault(node, hall(node, launch));
        if (!hall.isRunning(launch)) {
            hall.close();
            hall = hall(node, launch);
            halls.put(node, hall);
            hall.start();
        }
        return hall;
    }

    private HallProcess hall(int node, HallProcess.Launch launch) {
        List<String> settings = settings(node).stream()
                .filter(setting -> !setting.startsWith("--omnihall.node."))
                .toList();
        return new HallProcess(home(node), offset(node), settings, launch);
    }

    Target target(int node) throws IOException {
        return target(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ACCESS + offset(node)),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), ACCOUNTING + offset(node)));
    }

    static Target target(InetSocketAddress access, InetSocketAddress accounting) throws IOException {
        return new Target(Driver.source(), access, accounting, Driver.SECRET, Driver.NAME);
    }

    /** A node's journal of accounting. */
    Path journal(int node) {
        return home(node).resolve("journal");
    }

    private Path home(int node) {
        return folder.resolve("node-" + (node + 1));
    }

    private int offset(int node) {
        return offset + node * BETWEEN_NODES;
    }

    private List<String> settings(int node) {
        return Stream.concat(
                        Stream.of("--omnihall.node.home=" + home(node), "--omnihall.node.port-offset=" + offset(node)),
                        database.settings().stream())
                .toList();
    }

    @Override
    public void close() {
        halls.values().forEach(HallProcess::drop);
        database.close();
    }
}
