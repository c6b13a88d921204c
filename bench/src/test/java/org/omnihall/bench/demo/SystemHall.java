package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Figure;
import org.omnihall.hall.access.network.FigureSettings;
import org.omnihall.hall.access.network.Scope;
import org.springframework.util.FileSystemUtils;

/** One started hall for all system tests that ask for a {@link RunningHall}, with the demo's city and a slot of one second. */
public final class SystemHall implements ParameterResolver {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int[] TCP = {2775, 8080, 8081, 8086, 8088, 8090, 8443, 8444, 54320};
    private static final int[] UDP = {1812, 1813, 2000, 3799, 50100};

    private record Started(RunningHall hall, Path home) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            hall.close();
            FileSystemUtils.deleteRecursively(home);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningHall.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SystemHall.class))
                .computeIfAbsent(Started.class, type -> start(), Started.class)
                .hall();
    }

    private static Started start() {
        try {
            Path home = Files.createTempDirectory("system-hall");
            RunningHall hall =
                    RunningHall.start("--omnihall.node.home=" + home, "--omnihall.node.port-offset=" + freeOffset());
            hall.city().register();
            figure(hall, Scope.OPERATOR, Figure.SLOT_TIME, "1s");
            return new Started(hall, home);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** A shift of all ports under which a hall, its SMS centre and its simulated controllers can be had. */
    public static int freeOffset() {
        int first = (int) (ProcessHandle.current().pid() % 90) * 100;
        return IntStream.range(0, 90)
                .map(step -> 1000 + (first + step * 100) % 9000)
                .filter(SystemHall::free)
                .findFirst()
                .orElseThrow();
    }

    private static boolean free(int offset) {
        InetAddress here = InetAddress.getLoopbackAddress();
        for (int port : TCP) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(here, port + offset));
            } catch (IOException taken) {
                return false;
            }
        }
        for (int port : UDP) {
            try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(here, port + offset))) {
                socket.getLocalPort();
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }

    /** Sets a business figure through the door that an administrator uses. */
    static void figure(RunningHall hall, Scope scope, Figure figure, String value) {
        String area = scope.kind() == Scope.Kind.AREA ? scope.key() : "/";
        hall.bean(FigureSettings.class).set(scope, area, Draft.of("figure", figure.key(), "value", value), "test");
    }

    /** Waits for a fact; fails by its name when it does not come. */
    public static void await(String what, BooleanSupplier fact) {
        await(what, PATIENCE, fact);
    }

    public static void await(String what, Duration patience, BooleanSupplier fact) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!fact.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
