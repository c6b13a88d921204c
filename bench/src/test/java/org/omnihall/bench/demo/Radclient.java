package org.omnihall.bench.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's radclient, a RADIUS implementation that shares no line with ours, speaking from a loopback address of its own. */
record Radclient(InetSocketAddress server, String source, String secret) {

    private static final long PATIENCE_SECONDS = 20;

    /**
     * What it said.
     *
     * @param answered false when no answer came that it trusts
     * @param attributes of the reply, decoded by its own dictionaries
     */
    record Said(boolean answered, String text, List<String> attributes) {}

    static boolean installed() {
        try {
            return new ProcessBuilder("radclient", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Radclient from(String address) {
        return new Radclient(server, address, secret);
    }

    Radclient with(String otherSecret) {
        return new Radclient(server, source, otherSecret);
    }

    Said ask(String command, String... attributes) {
        String request = "Packet-Src-IP-Address = " + source + "\n" + String.join("\n", attributes) + "\n";
        try {
            Process process = new ProcessBuilder("radclient", "-x", "-r", "1", "-t", "2", address(), command, secret)
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException("radclient does not end: " + text);
            }
            int reply = text.indexOf("\nReceived ");
            List<String> decoded = reply < 0
                    ? List.of()
                    : text.substring(reply + 1)
                            .lines()
                            .skip(1)
                            .filter(line -> line.startsWith("\t"))
                            .map(String::strip)
                            .toList();
            return new Said(reply >= 0, text, decoded);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private String address() {
        return server.getHostString() + ":" + server.getPort();
    }
}
