package org.omnihall.bench.phone;

import java.time.Duration;
import java.util.Optional;

/** Where a person reads the code: the messages that the SMS centre delivered to a number. */
public interface Inbox {

    /** How many messages the number has received. */
    int size(String number);

    /** The six digits in the message with this place in the order of arrival, counted from 0; waits for it. */
    Optional<String> code(String number, int message, Duration patience) throws InterruptedException;
}
