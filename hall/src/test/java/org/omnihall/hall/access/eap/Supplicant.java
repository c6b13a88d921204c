package org.omnihall.hall.access.eap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Debian's eapol_test: the supplicant of wpa_supplicant and an access point in one, which share no line with ours. */
public record Supplicant(InetSocketAddress server, String source, String secret, Path folder, List<String> options) {

    private static final long PATIENCE_SECONDS = 60;
    private static final Pattern KEYS = Pattern.compile("MPPE keys OK: (\\d+) {2}mismatch: (\\d+)");
    private static final Pattern VERSION = Pattern.compile("SSL: Using TLS version (\\S+)");
    private static final Pattern RECEIVED = Pattern.compile("SSL: Received packet\\(len=(\\d+)\\)");

    public Supplicant(InetSocketAddress server, String source, String secret, Path folder) {
        this(server, source, secret, folder, List.of());
    }

    public Supplicant with(String... more) {
        return new Supplicant(server, source, secret, folder, List.of(more));
    }

    /** What it said; it ends with SUCCESS only where every authentication that was asked for came about. */
    public record Said(int exit, String text) {

        public boolean succeeded() {
            return exit == 0 && text.lines().anyMatch("SUCCESS"::equals);
        }

        /** How often the keys of both sides were the same, less how often they were not. */
        public int keys() {
            return KEYS.matcher(text)
                    .results()
                    .mapToInt(found -> Integer.parseInt(found.group(1)) - 1_000 * Integer.parseInt(found.group(2)))
                    .sum();
        }

        boolean says(String words) {
            return text.contains(words);
        }

        /** The versions of TLS that were spoken. */
        Set<String> versions() {
            return found(VERSION).collect(Collectors.toSet());
        }

        /** The longest packet of a method. */
        int longestReceived() {
            return found(RECEIVED).mapToInt(Integer::parseInt).max().orElse(0);
        }

        /** The Access-Accept, decoded. */
        public String accept() {
            int from = text.indexOf("code=2 (Access-Accept)");
            return text.substring(from, text.indexOf("STA ", from));
        }

        private Stream<String> found(Pattern pattern) {
            return pattern.matcher(text).results().map(found -> found.group(1));
        }
    }

    public static boolean installed() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "eapol_test")));
    }

    /** Authenticates with the lines of a network block, and again as often as asked. */
    public Said ask(int again, List<String> lines) throws IOException, InterruptedException {
        Path settings = Files.createTempFile(folder, "eapol", ".conf");
        List<String> block = new ArrayList<>(List.of("network={", "key_mgmt=WPA-EAP", "eapol_flags=0"));
        block.addAll(lines);
        block.add("}");
        Files.write(settings, block);
        List<String> command = new ArrayList<>(List.of("eapol_test", "-c", settings.toString(), "-t", "10"));
        command.addAll(List.of("-a", server.getHostString(), "-p", Integer.toString(server.getPort())));
        command.addAll(List.of("-A", source, "-s", secret, "-r", Integer.toString(again)));
        command.addAll(List.of("-N", "30:s:00-11-22-33-44-55:CMCC"));
        command.addAll(options);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroy();
            throw new IllegalStateException("eapol_test does not end: " + text);
        }
        return new Said(process.exitValue(), text);
    }
}
