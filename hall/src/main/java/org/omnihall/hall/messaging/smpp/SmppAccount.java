package org.omnihall.hall.messaging.smpp;

import java.time.Duration;
import org.omnihall.octets.Octets;

/**
 * How to reach an SMS centre and who we are there.
 *
 * @param sourceAddress the number that phones see as the sender
 * @param window how many submissions may wait for their answer at once
 * @param submitTimeOut how long an answer is waited for
 * @param enquireLink after how much silence the link is tried
 */
public record SmppAccount(
        String name,
        String host,
        int port,
        String systemId,
        Octets password,
        String sourceAddress,
        int window,
        Duration submitTimeOut,
        Duration enquireLink) {

    /** Without the password. */
    @Override
    public String toString() {
        return name + " (smpp://" + systemId + "@" + host + ":" + port + ")";
    }
}
