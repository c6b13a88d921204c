package org.omnihall.hall.access.roaming;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.access.eap.PaperAuthority;

/** Debian's radsecproxy in a process of its own, which shares no line with ours. */
final class RadSecProxy implements AutoCloseable {

    static final String SECRET = "secret-between-proxy-and-others";

    private static final Path PROGRAM = Path.of("/usr/sbin/radsecproxy");

    private final Process process;
    private final Path log;

    private RadSecProxy(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    static boolean installed() {
        return Files.isExecutable(PROGRAM);
    }

    /** A port that was free a moment ago. */
    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** @param lines of its configuration, beside TLS and the log */
    static RadSecProxy start(PaperAuthority.Pair shown, List<String> lines) throws IOException {
        Path folder = Files.createTempDirectory(RoamingPapers.FOLDER, "radsecproxy");
        Path log = folder.resolve("log.txt");
        List<String> all = new ArrayList<>(List.of(
                "LogLevel 3",
                "tls default {",
                "  CACertificateFile " + RoamingPapers.AUTHORITY.certificate(),
                "  CertificateFile " + shown.certificate(),
                "  CertificateKeyFile " + shown.key(),
                "}"));
        all.addAll(lines);
        Path settings = folder.resolve("radsecproxy.conf");
        Files.write(settings, all);
        Process process = new ProcessBuilder(PROGRAM.toString(), "-f", "-c", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        RadSecProxy proxy = new RadSecProxy(process, log);
        try {
            Eventually.holds("radsecproxy listens: " + folder, () -> proxy.says("listening"));
            return proxy;
        } catch (AssertionError broken) {
            proxy.close();
            throw broken;
        }
    }

    boolean says(String words) {
        try {
            return Files.exists(log)
                    && Files.readString(log, StandardCharsets.ISO_8859_1).contains(words);
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
