package org.omnihall.bench.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's radsniff, which decodes a request by the dictionaries of FreeRADIUS; it is shown one as a capture of one packet. */
final class Radsniff {

    private static final int DYNAMIC = 3799;
    private static final int RAW_IP = 101;
    private static final int UDP = 17;
    private static final int IP_HEADER = 20;
    private static final int UDP_HEADER = 8;
    private static final long PATIENCE_SECONDS = 20;

    private Radsniff() {}

    static boolean installed() {
        try {
            Process process = new ProcessBuilder("radsniff", "-v")
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Its words for a packet as it came over the wire: the code first, then each attribute. */
    static List<String> decode(byte[] radius, String secret) throws IOException, InterruptedException {
        Path capture = Files.createTempFile("radsniff", ".pcap");
        try {
            Files.write(capture, capture(radius));
            ProcessBuilder builder = new ProcessBuilder("radsniff", "-I", capture.toString(), "-x", "-s", secret);
            builder.environment().put("TZ", "UTC");
            Process process = builder.redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroy();
                throw new IllegalStateException("radsniff does not end: " + text);
            }
            return text.lines()
                    .filter(line -> line.startsWith("\t") || line.contains(" Id "))
                    .map(line -> line.startsWith("\t") ? line.strip() : line.replaceFirst(".* (\\S+) Id .*", "$1"))
                    .filter(line -> !line.startsWith("Authenticator-Field"))
                    .toList();
        } finally {
            Files.delete(capture);
        }
    }

    /** A capture (pcap-savefile(5)) of one UDP datagram over IPv4 to the port of RFC 5176. */
    private static byte[] capture(byte[] radius) {
        int udp = UDP_HEADER + radius.length;
        int ip = IP_HEADER + udp;
        ByteBuffer out = ByteBuffer.allocate(24 + 16 + ip).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0xa1b2c3d4).putShort((short) 2).putShort((short) 4);
        out.putInt(0).putInt(0).putInt(65_535).putInt(RAW_IP);
        out.putInt(1_795_374_000).putInt(0).putInt(ip).putInt(ip);
        byte[] loopback = InetAddress.ofLiteral("127.0.0.1").getAddress();
        out.order(ByteOrder.BIG_ENDIAN);
        out.put((byte) 0x45).put((byte) 0).putShort((short) ip).putInt(0);
        out.put((byte) 64).put((byte) UDP).putShort((short) 0).put(loopback).put(loopback);
        out.putShort((short) 40_000)
                .putShort((short) DYNAMIC)
                .putShort((short) udp)
                .putShort((short) 0);
        return out.put(radius).array();
    }
}
