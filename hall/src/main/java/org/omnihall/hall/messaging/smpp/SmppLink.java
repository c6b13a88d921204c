package org.omnihall.hall.messaging.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.SynchronizedPDUReader;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.socket.SocketConnection;
import org.jsmpp.util.DefaultComposer;
import org.omnihall.hall.messaging.gateway.ReceiptSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one transceiver bound: connects, waits until the link breaks, waits a little longer after every failure, connects again. */
final class SmppLink {

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final int CONNECT_MILLIS = 5_000;

    /** A centre that does not answer an unbind holds up the end of the hall no longer. */
    private static final long UNBIND_MILLIS = 1000;

    private final SmppAccount account;
    private final ReceiptListener receipts;
    private final Thread keeper;
    private volatile Optional<SMPPSession> session = Optional.empty();
    private volatile boolean closed;

    SmppLink(SmppAccount account, ReceiptSink sink) {
        this.account = account;
        this.receipts = new ReceiptListener(account.name(), sink);
        this.keeper = Thread.ofVirtual().name("smpp-" + account.name()).unstarted(this::keep);
    }

    void start() {
        keeper.start();
    }

    /** The bound session, if there is one. */
    Optional<SMPPSession> session() {
        return session.filter(bound -> bound.getSessionState() == SessionState.BOUND_TRX);
    }

    void drop(SMPPSession broken) {
        broken.close();
    }

    private void keep() {
        Duration pause = FIRST_PAUSE;
        while (!closed) {
            try {
                stayBound();
                pause = FIRST_PAUSE;
            } catch (IOException refused) {
                LOG.warn("{} cannot be bound: {}", account, refused.getMessage());
                pause = shorter(pause.multipliedBy(2), LONGEST_PAUSE);
            } catch (InterruptedException stopped) {
                return;
            }
            if (!paused(pause)) {
                return;
            }
        }
    }

    private void stayBound() throws IOException, InterruptedException {
        SMPPSession fresh = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())),
                new SynchronizedPDUReader(new BoundedPdus()),
                SmppLink::connect);
        CountDownLatch ended = new CountDownLatch(1);
        fresh.setEnquireLinkTimer((int) account.enquireLink().toMillis());
        fresh.setTransactionTimer(account.submitTimeOut().toMillis());
        fresh.setMessageReceiverListener(receipts);
        fresh.addSessionStateListener((now, before, source) -> {
            if (now == SessionState.CLOSED || now == SessionState.UNBOUND) {
                ended.countDown();
            }
        });
        try {
            fresh.connectAndBind(
                    account.host(),
                    account.port(),
                    binding(),
                    account.submitTimeOut().toMillis());
            session = Optional.of(fresh);
            LOG.info("{} is bound", account);
            ended.await();
        } finally {
            session = Optional.empty();
            fresh.close();
        }
    }

    private BindParameter binding() {
        return new BindParameter(
                BindType.BIND_TRX,
                account.systemId(),
                account.password().toText(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "");
    }

    private static Connection connect(String host, int port) throws IOException {
        Socket socket = new Socket();
        socket.setTcpNoDelay(true);
        socket.connect(new InetSocketAddress(host, port), CONNECT_MILLIS);
        return new SocketConnection(socket);
    }

    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    void close() {
        closed = true;
        session.ifPresent(bound -> {
            bound.setTransactionTimer(UNBIND_MILLIS);
            bound.unbindAndClose();
        });
        keeper.interrupt();
    }
}
