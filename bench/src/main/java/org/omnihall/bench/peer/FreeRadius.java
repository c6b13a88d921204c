package org.omnihall.bench.peer;

import static org.omnihall.radius.AttributeTypes.USER_NAME;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.NoAnswer;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * FreeRADIUS 3.2 as Debian packs it, in a process of its own: what the hall's RADIUS is measured beside. Its configuration is its own too,
 * in a temporary directory; the machine's stays as it is.
 */
public final class FreeRadius implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/freeradius");
    private static final Path DRIVER = Path.of("/usr/lib/freeradius/rlm_sql_postgresql.so");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Retransmission ONCE = Retransmission.once(Duration.ofMillis(200));

    private final Settings settings;
    private final Path directory;
    private final Process process;

    /**
     * How it is started.
     *
     * @param users where it knows its subscribers from
     * @param address a loopback address; every other one may ask
     * @param secret the secret that it shares with all who ask
     */
    public record Settings(
            Users users, InetAddress address, int authenticationPort, int accountingPort, String secret) {}

    /** Where subscribers are kept. */
    public sealed interface Users {

        /** In a flat file, {@code bench0} and so on, all with one password and no limit; accounting is neither stored nor answered. */
        record InFile(long subscribers, String password) implements Users {}

        /** In the tables that {@link FreeRadius#fill} makes. */
        record InDatabase(String host, int port, String name, String user, String password) implements Users {

            /** The database of a pool of connections. */
            public static InDatabase of(HikariDataSource pool) {
                URI url = URI.create(pool.getJdbcUrl().substring("jdbc:".length()));
                return new InDatabase(
                        url.getHost(),
                        url.getPort(),
                        url.getPath().substring(1),
                        pool.getUsername(),
                        pool.getPassword());
            }
        }
    }

    private FreeRadius(Settings settings, Path directory, Process process) {
        this.settings = settings;
        this.directory = directory;
        this.process = process;
    }

    /** Whether the machine has it, with its driver for PostgreSQL. */
    public static boolean installed() {
        return Files.isExecutable(PROGRAM) && Files.exists(DRIVER);
    }

    /** Makes its schema anew, with subscribers {@code bench0} and so on, all with one password, reply attributes and one device each. */
    public static void fill(JdbcClient db, long subscribers, String password) throws IOException {
        FreeRadiusTables.fill(db, subscribers, password);
    }

    /** Starts it and waits until it answers. */
    public static FreeRadius start(Settings settings) throws IOException, InterruptedException {
        if (!installed()) {
            throw new IOException("FreeRADIUS is missing: apt-get install freeradius freeradius-postgresql");
        }
        Path directory = Files.createTempDirectory("freeradius");
        FreeRadiusFiles.write(settings, directory);
        Process process = new ProcessBuilder(PROGRAM.toString(), "-f", "-d", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        FreeRadius peer = new FreeRadius(settings, directory, process);
        peer.await();
        return peer;
    }

    public InetSocketAddress authentication() {
        return new InetSocketAddress(settings.address(), settings.authenticationPort());
    }

    public InetSocketAddress accounting() {
        return new InetSocketAddress(settings.address(), settings.accountingPort());
    }

    public ProcessHandle process() {
        return process.toHandle();
    }

    private void await() throws IOException, InterruptedException {
        long began = System.nanoTime();
        boolean ready = false;
        try (RadiusClient client = new RadiusClient(settings.address())) {
            while (!answers(client)) {
                if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new IOException("FreeRADIUS does not answer on " + authentication() + ": "
                            + FreeRadiusFiles.lastWords(directory));
                }
                Thread.sleep(20);
            }
            ready = true;
        } finally {
            if (!ready) {
                close();
            }
        }
    }

    private boolean answers(RadiusClient client) {
        Packet nobody =
                client.begin(Code.ACCESS_REQUEST).text(USER_NAME, "nobody").build();
        try {
            return client.send(nobody, authentication(), SharedSecret.of(settings.secret()), ONCE)
                            .join()
                            .code()
                    == Code.ACCESS_REJECT;
        } catch (CompletionException silence) {
            if (silence.getCause() instanceof NoAnswer) {
                return false;
            }
            throw silence;
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly) // what has ended stays ended
                .join();
        FileSystemUtils.deleteRecursively(directory);
    }
}
