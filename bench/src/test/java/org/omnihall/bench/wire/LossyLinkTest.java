package org.omnihall.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LossyLinkTest {

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();
    private static final int QUIET = 400;

    @Test
    void drawsTheSameFatesFromTheSameSeed() {
        Faults faults = new Faults(0.2, 0.2, 0.2, 0.2, 7);
        assertThat(fates(faults, "portal", 500)).isEqualTo(fates(faults, "portal", 500));
        assertThat(fates(faults, "portal", 500)).isNotEqualTo(fates(faults, "accounting", 500));
        assertThat(fates(faults, "portal", 500)).isNotEqualTo(fates(new Faults(0.2, 0.2, 0.2, 0.2, 8), "portal", 500));
    }

    @Test
    void keepsItsShares() {
        List<Fates.Fate> fates = fates(new Faults(0.2, 0.1, 0.3, 0.05, 7), "portal", 10_000);
        assertThat(fates.stream().filter(fate -> fate.copies() == 0)).hasSizeBetween(1_850, 2_150);
        assertThat(fates.stream().filter(fate -> fate.copies() == 2)).hasSizeBetween(700, 900);
        assertThat(fates.stream().filter(fate -> fate.held().isPositive())).hasSizeBetween(2_850, 3_150);
        assertThat(fates.stream().filter(Fates.Fate::corrupted)).hasSizeBetween(430, 570);
    }

    @Test
    void refusesAShareThatIsNone() {
        assertThatThrownBy(() -> new Faults(1.01, 0, 0, 0, 7)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Faults(0, Double.NaN, 0, 0, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void turnsExactlyOneBit() {
        Fates.Fate fate = fates(new Faults(0, 0, 0, 1, 7), "portal", 1).getFirst();
        byte[] sent = new byte[16];
        byte[] arrived = fate.spoil(sent);
        assertThat(IntStream.range(0, 16)
                        .map(i -> Integer.bitCount(arrived[i] & 0xff))
                        .sum())
                .isEqualTo(1);
        assertThat(sent).containsOnly(0);
    }

    @Test
    void carriesBothWaysAndLetsTheServerSpeakFirst() throws IOException {
        try (DatagramSocket server = socket();
                DatagramSocket client = socket();
                LossyLink link = link(server, Faults.NONE)) {
            InetSocketAddress standIn = link.addressOf(address(client));
            send(server, standIn, 1);
            assertThat(received(client)).containsExactly(1);
            send(client, link.address(), 2);
            DatagramPacket heard = receive(server);
            assertThat(heard.getSocketAddress()).isEqualTo(standIn);
            assertThat(heard.getData()[0]).isEqualTo((byte) 2);
        }
    }

    @Test
    void losesRepeatsAndReorders() throws IOException {
        assertThat(through(new Faults(1, 0, 0, 0, 7))).isEmpty();
        assertThat(through(new Faults(0, 1, 0, 0, 7))).hasSize(40);
        List<Integer> reordered = through(new Faults(0, 0, 0.5, 0, 7));
        assertThat(reordered)
                .hasSize(20)
                .isNotEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    private static List<Integer> through(Faults faults) throws IOException {
        try (DatagramSocket server = socket();
                DatagramSocket client = socket();
                LossyLink link = link(server, faults)) {
            for (int i = 0; i < 20; i++) {
                send(client, link.address(), i);
            }
            return received(server);
        }
    }

    private static List<Fates.Fate> fates(Faults faults, String line, int count) {
        Fates fates = faults.on(line);
        return IntStream.range(0, count).mapToObj(i -> fates.next()).toList();
    }

    private static LossyLink link(DatagramSocket server, Faults faults) throws IOException {
        return new LossyLink(
                "test",
                new InetSocketAddress(HERE, 0),
                address(server),
                HERE,
                new LossyLink.Wiring(faults, new Toll()));
    }

    private static InetSocketAddress address(DatagramSocket socket) {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    private static DatagramSocket socket() throws IOException {
        DatagramSocket socket = new DatagramSocket(new InetSocketAddress(HERE, 0));
        socket.setSoTimeout(QUIET);
        return socket;
    }

    private static void send(DatagramSocket by, InetSocketAddress to, int octet) throws IOException {
        by.send(new DatagramPacket(new byte[] {(byte) octet}, 1, to));
    }

    private static DatagramPacket receive(DatagramSocket socket) throws IOException {
        DatagramPacket packet = new DatagramPacket(new byte[10], 10);
        socket.receive(packet);
        return packet;
    }

    /** All that comes until it is quiet. */
    private static List<Integer> received(DatagramSocket socket) throws IOException {
        List<Integer> all = new ArrayList<>();
        while (true) {
            try {
                all.add((int) receive(socket).getData()[0]);
            } catch (SocketTimeoutException quiet) {
                return all;
            }
        }
    }
}
