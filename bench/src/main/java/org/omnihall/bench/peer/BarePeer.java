package org.omnihall.bench.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link BareServer} in a process of its own, with this process' flags of Java, on the database of a hall. */
public final class BarePeer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final int port;

    private BarePeer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until it answers. */
    public static BarePeer start(HikariDataSource database, int port) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.matches("-D(spring|omnihall)\\..*|-XX:(StartFlight|AOT).*"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), BareServer.class.getName()));
        command.addAll(List.of(
                "--spring.config.name=bare",
                "--spring.threads.virtual.enabled=true",
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--server.tomcat.max-keep-alive-requests=10000",
                "--spring.datasource.hikari.maximum-pool-size=" + database.getMaximumPoolSize(),
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername()));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.getPassword());
        BarePeer peer = new BarePeer(builder.start(), port);
        peer.await();
        return peer;
    }

    public int port() {
        return port;
    }

    private void await() throws IOException, InterruptedException {
        long began = System.nanoTime();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() - began > PATIENCE.toNanos()) {
                close();
                throw new IOException("the bare peer does not answer on port " + port);
            }
            Thread.sleep(50);
        }
    }

    private boolean listens() {
        try (KeptConnection connection = KeptConnection.open(port)) {
            return connection.send(KeptConnection.get("/nothing", "")).status() == 404;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toSeconds(), TimeUnit.SECONDS)
                .thenAccept(Process::destroyForcibly) // what has ended stays ended
                .join();
    }
}
