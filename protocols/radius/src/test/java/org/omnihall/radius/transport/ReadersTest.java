package org.omnihall.radius.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.Signatures;

/** Several threads at one socket: the others help where more came than one can take at once. */
class ReadersTest extends ServerRing {

    private static final int REQUESTS = 200;

    private final CountDownLatch held = new CountDownLatch(1);
    private final CountDownLatch all = new CountDownLatch(1);
    private final CountDownLatch twoAtWork = new CountDownLatch(2);
    private final AtomicBoolean later = new AtomicBoolean();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

    private static Packet request(int number) {
        return Signatures.signRequest(
                Packet.request(Code.ACCESS_REQUEST, RANDOM.slice(0, 12).plus(Octets.ofInt(number)))
                        .text(AttributeTypes.USER_NAME, "li")
                        .build(),
                SECRET);
    }

    /** The first waits until all others are there; then each thread waits once until a second one works beside it. */
    private void receive(Received request, ReplyHandle reply) {
        try {
            if (!later.getAndSet(true)) {
                held.countDown();
                assertThat(all.await(10, TimeUnit.SECONDS)).isTrue();
            } else if (threads.add(Thread.currentThread())) {
                twoAtWork.countDown();
                assertThat(twoAtWork.await(10, TimeUnit.SECONDS)).isTrue();
            }
            accept(request, reply);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void helpsWhereMoreCameThanOneCanTakeAndAnswersEachOnce() throws Exception {
        assumeTrue("Linux".equals(System.getProperty("os.name")));
        readers = 2;
        RadiusServer server = start(Set.of(Code.ACCESS_REQUEST), this::receive);
        Set<Octets> answered = ConcurrentHashMap.newKeySet();
        try (RawSocket nas = new RawSocket(server.address())) {
            nas.send(request(0));
            assertThat(held.await(10, TimeUnit.SECONDS)).isTrue();
            for (int i = 1; i < REQUESTS; i++) {
                nas.send(request(i));
            }
            all.countDown();
            for (int i = 0; i < REQUESTS; i++) {
                answered.add(nas.receive().authenticator());
            }
        }
        assertThat(answered).hasSize(REQUESTS);
        assertThat(threads).hasSize(2);
        assertThat(heard).isEmpty();
        InetSocketAddress address = server.address();
        server.close();
        new DatagramSocket(address).close(); // it is free again
        for (Thread reader : threads) {
            assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void needsSomebodyWhoReads() {
        readers = 0;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> start(Set.of(Code.ACCESS_REQUEST), this::receive))
                .withMessage("somebody has to read: 0");
    }
}
