package org.omnihall.hall.messaging.smpp;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPSession;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.messaging.gateway.Gateway;
import org.omnihall.hall.messaging.gateway.ReceiptSink;
import org.omnihall.hall.messaging.gateway.ShortMessage;
import org.omnihall.octets.Octets;

/** One SMS centre as a gateway: submit_sm with the remaining life as validity, UCS-2 where needed, long texts in parts, receipts wanted. */
public final class SmppGateway implements Gateway {

    private static final byte UDH_INDICATOR = 0x40;

    private final SmppAccount account;
    private final SmppLink link;
    private final Semaphore window;
    private final AtomicInteger references = new AtomicInteger();

    public SmppGateway(SmppAccount account, ReceiptSink receipts) {
        this.account = account;
        this.link = new SmppLink(account, receipts);
        this.window = new Semaphore(account.window());
        link.start();
    }

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public boolean isBound() {
        return link.session().isPresent();
    }

    @Override
    public Answer submit(ShortMessage message) {
        Optional<SMPPSession> session = link.session();
        if (session.isEmpty()) {
            return new Answer.NotBound();
        }
        try {
            if (!window.tryAcquire(account.submitTimeOut().toMillis(), TimeUnit.MILLISECONDS)) {
                return new Answer.Busy("window of " + account.window() + " full");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.NotBound();
        }
        try {
            return submit(session.get(), message);
        } finally {
            window.release();
        }
    }

    /** Once one part was taken, trouble with a later one leaves the whole unknown: sent again, the first part would come twice. */
    private Answer submit(SMPPSession session, ShortMessage message) {
        Segments segments = Segments.of(message.text(), references.incrementAndGet());
        List<String> ids = new ArrayList<>();
        for (Octets part : segments.parts()) {
            switch (submit(session, message, segments, part)) {
                case Answer.Accepted accepted -> ids.addAll(accepted.ids());
                case Answer other -> {
                    return ids.isEmpty() ? other : new Answer.NoAnswer("part " + (ids.size() + 1) + ": " + other);
                }
            }
        }
        return new Answer.Accepted(ids);
    }

    private Answer submit(SMPPSession session, ShortMessage message, Segments segments, Octets part) {
        try {
            String id = session.submitShortMessage(
                            "",
                            TypeOfNumber.UNKNOWN,
                            NumberingPlanIndicator.ISDN,
                            account.sourceAddress(),
                            TypeOfNumber.INTERNATIONAL,
                            NumberingPlanIndicator.ISDN,
                            "86" + message.to().digits(),
                            new ESMClass(segments.withHeader() ? UDH_INDICATOR : 0),
                            (byte) 0,
                            (byte) 0,
                            "",
                            Validity.of(message.life()),
                            new RegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE),
                            (byte) 0,
                            DataCodings.newInstance(segments.dataCoding()),
                            (byte) 0,
                            part.toBytes())
                    .getMessageId();
            return new Answer.Accepted(List.of(id));
        } catch (NegativeResponseException refused) {
            return refusal(refused.getCommandStatus());
        } catch (PDUException unsendable) {
            return new Answer.Refused("our own limits of SMPP");
        } catch (ResponseTimeoutException | InvalidResponseException silent) {
            return new Answer.NoAnswer(silent.getClass().getSimpleName());
        } catch (IOException broken) {
            link.drop(session);
            return new Answer.NoAnswer("connection broke");
        }
    }

    private static Answer refusal(int status) {
        return switch (status) {
            case SMPPConstant.STAT_ESME_RTHROTTLED -> new Answer.Busy("THROTTLED");
            case SMPPConstant.STAT_ESME_RMSGQFUL -> new Answer.Busy("MSGQFUL");
            case SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RX_T_APPN ->
                new Answer.Busy("status " + status);
            default -> new Answer.Refused("status " + status);
        };
    }

    @Override
    public void close() {
        link.close();
    }

    @Override
    public String toString() {
        return account.toString();
    }
}
