package org.omnihall.bench.demo;

import java.time.Duration;
import java.util.Optional;
import org.omnihall.bench.phone.Inbox;
import org.omnihall.bench.sms.ReceivedSms;
import org.omnihall.bench.sms.SmsCentre;

/** The inboxes of a simulated SMS centre. */
public record Centre(SmsCentre centre) implements Inbox {

    @Override
    public int size(String number) {
        return centre.inbox(number).size();
    }

    @Override
    public Optional<String> code(String number, int message, Duration patience) throws InterruptedException {
        return centre.await(number, message, patience).flatMap(ReceivedSms::code);
    }
}
