package org.omnihall.bench.sms;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicInteger;
import org.omnihall.octets.Octets;

/** One client of the SMS centre. */
final class CentreConnection {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyMMddHHmm").withZone(ZoneOffset.UTC);

    private final SmsCentre centre;
    private final Socket socket;
    private final DataOutputStream out;
    private final AtomicInteger sequence = new AtomicInteger();
    private volatile boolean bound;

    CentreConnection(SmsCentre centre, Socket socket) throws IOException {
        this.centre = centre;
        this.socket = socket;
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    boolean isBound() {
        return bound;
    }

    void serve() {
        try (DataInputStream in = new DataInputStream(socket.getInputStream())) {
            while (!socket.isClosed()) {
                take(Pdu.read(in));
            }
        } catch (IOException ended) {
            close();
        }
    }

    private void take(Pdu pdu) throws IOException {
        switch (pdu.command()) {
            case Pdu.BIND_TRANSCEIVER -> bind(pdu);
            case Pdu.SUBMIT -> submit(pdu);
            case Pdu.ENQUIRE_LINK -> send(pdu.answer(Pdu.OK, Octets.EMPTY));
            case Pdu.UNBIND -> {
                send(pdu.answer(Pdu.OK, Octets.EMPTY));
                close();
            }
            default -> {
                if ((pdu.command() & Pdu.RESPONSE) == 0) {
                    send(pdu.answer(Pdu.INVALID_COMMAND, Octets.EMPTY));
                }
            }
        }
    }

    private void bind(Pdu pdu) throws IOException {
        ByteBuffer body = ByteBuffer.wrap(pdu.body().toBytes());
        SmsCentre.Login tried = new SmsCentre.Login(Submission.cString(body), Submission.cString(body));
        bound = tried.equals(centre.login());
        send(pdu.answer(bound ? Pdu.OK : Pdu.BIND_FAILED, bound ? cString("simulator") : Octets.EMPTY));
    }

    private void submit(Pdu pdu) throws IOException {
        var submission = Submission.read(pdu.body());
        if (!bound || submission.isEmpty()) {
            send(pdu.answer(Pdu.INVALID_COMMAND, Octets.EMPTY));
            return;
        }
        var fault = centre.nextFault();
        if (fault.isEmpty()) {
            accept(pdu, submission.get(), "DELIVRD");
            return;
        }
        switch (fault.get()) {
            case THROTTLED -> send(pdu.answer(Pdu.THROTTLED, Octets.EMPTY));
            case QUEUE_FULL -> send(pdu.answer(Pdu.QUEUE_FULL, Octets.EMPTY));
            case INVALID_DESTINATION -> send(pdu.answer(Pdu.INVALID_DESTINATION, Octets.EMPTY));
            case SILENT -> {}
            case SILENT_BUT_DELIVERED ->
                centre.inboxes().deliver(submission.get(), centre.clock().instant());
            case DROP_CONNECTION -> close();
            case UNDELIVERABLE -> accept(pdu, submission.get(), "UNDELIV");
        }
    }

    private void accept(Pdu pdu, Submission submission, String state) throws IOException {
        long id = centre.nextId();
        Manners manners = centre.manners();
        Pdu answer = pdu.answer(Pdu.OK, cString(manners.answered(id)));
        Pdu receipt = new Pdu(
                Pdu.DELIVER, Pdu.OK, sequence.incrementAndGet(), receipt(submission, manners.receipted(id), state));
        if (manners.order() == Manners.Order.RECEIPT_FIRST && submission.wantsReceipt()) {
            send(receipt);
        }
        if (state.equals("DELIVRD")) {
            centre.inboxes().deliver(submission, centre.clock().instant());
        }
        if (manners.order() == Manners.Order.RECEIPT_FIRST) {
            Thread.ofVirtual().start(() -> sendAfter(manners.receiptDelay(), answer));
            return;
        }
        send(answer);
        if (submission.wantsReceipt()) {
            Thread.ofVirtual().start(() -> sendAfter(manners.receiptDelay(), receipt));
        }
    }

    /** A deliver_sm with the receipt's text of SMPP 3.4 appendix B. */
    private Octets receipt(Submission submission, String id, String state) {
        String minute = MINUTE.format(centre.clock().instant());
        String text = "id:" + id + " sub:001 dlvrd:" + (state.equals("DELIVRD") ? "001" : "000") + " submit date:"
                + minute + " done date:" + minute + " stat:" + state + " err:000 text:";
        byte[] characters = text.getBytes(StandardCharsets.US_ASCII);
        byte isReceipt = 0x04;
        return Octets.of((byte) 0)
                .plus(Octets.of((byte) 1, (byte) 1))
                .plus(cString(submission.to()))
                .plus(Octets.of((byte) 0, (byte) 1))
                .plus(cString(submission.from()))
                .plus(Octets.of(
                        isReceipt, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0))
                .plus(Octets.of((byte) characters.length))
                .plus(Octets.of(characters));
    }

    private void sendAfter(Duration delay, Pdu pdu) {
        try {
            Thread.sleep(delay);
            send(pdu);
        } catch (InterruptedException | IOException gone) {
            close();
        }
    }

    private void send(Pdu pdu) throws IOException {
        synchronized (out) {
            pdu.write(out);
        }
    }

    void say(Octets octets) {
        try {
            synchronized (out) {
                out.write(octets.toBytes());
                out.flush();
            }
        } catch (IOException gone) {
            close();
        }
    }

    private static Octets cString(String text) {
        return Octets.of(text.getBytes(StandardCharsets.US_ASCII)).plus(Octets.of((byte) 0));
    }

    void close() {
        bound = false;
        centre.gone(this);
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
