package org.omnihall.hall.access.slot;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.SlotTimes;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/**
 * The proof that a slot was shown from its start on: {@code start.mark}, the start in milliseconds to base 36 and 16 octets of a keyed hash
 * over attempt, controller, device and start (rule 19). Single use comes from the attempt, which leaves its slot only once.
 */
@Component
public class SlotTickets {

    private static final Pattern FORM = Pattern.compile("[0-9a-z]{1,11}\\.[A-Za-z0-9_-]{22}");
    private static final int MARK = 16;

    private final Vault vault;

    SlotTickets(Vault vault) {
        this.vault = vault;
    }

    /** What a ticket is worth now. */
    public enum Worth {
        GOOD,
        EARLY,
        LATE,
        FORGED,
        /** It was good for a slot that this attempt has left. */
        USED
    }

    public String of(Attempt attempt, Instant start) {
        String head = Long.toString(start.toEpochMilli(), 36);
        return head + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mark(attempt, head).toBytes());
    }

    public Worth judge(Attempt attempt, String ticket, Instant now, SlotTimes times) {
        if (!FORM.matcher(ticket).matches()) {
            return Worth.FORGED;
        }
        String head = ticket.substring(0, ticket.indexOf('.'));
        Octets mark;
        Instant start;
        try {
            mark = Octets.of(Base64.getUrlDecoder().decode(ticket.substring(head.length() + 1)));
            start = Instant.ofEpochMilli(Long.parseLong(head, 36));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Worth.FORGED;
        }
        if (!mark(attempt, head).equalsInConstantTime(mark)) {
            return Worth.FORGED;
        }
        if (!(attempt.state() instanceof State.Slot slot) || slot.since().toEpochMilli() != start.toEpochMilli()) {
            return Worth.USED;
        }
        if (now.isBefore(start.plus(times.shortest()))) {
            return Worth.EARLY;
        }
        return now.isAfter(start.plus(times.longest())) ? Worth.LATE : Worth.GOOD;
    }

    private Octets mark(Attempt attempt, String start) {
        Octets data = Octets.ofLong(attempt.id().getMostSignificantBits())
                .plus(Octets.ofLong(attempt.id().getLeastSignificantBits()))
                .plus(Octets.ofLong(attempt.controllerId()))
                .plus(Octets.ofText(attempt.device().name() + "|" + start));
        return vault.mac("access.slot-ticket", data).slice(0, MARK);
    }
}
