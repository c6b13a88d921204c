package org.omnihall.hall.access.slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.attempt.Samples.NOON;
import static org.omnihall.hall.access.attempt.Samples.SLOT;
import static org.omnihall.hall.access.attempt.Samples.attempt;
import static org.omnihall.hall.access.attempt.Samples.vault;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.attempt.Way;
import org.omnihall.hall.access.slot.SlotTickets.Worth;

class SlotTicketsTest {

    private final SlotTickets tickets = new SlotTickets(vault());
    private final Attempt attempt = attempt(new State.Slot(NOON, 42, Way.BINDING));
    private final String ticket = tickets.of(attempt, NOON);

    @Test
    void isGoodFromTenSecondsToTwoMinutesAfterTheStart() {
        assertThat(tickets.judge(attempt, ticket, NOON.plusMillis(9_999), SLOT)).isEqualTo(Worth.EARLY);
        assertThat(tickets.judge(attempt, ticket, NOON.plusSeconds(10), SLOT)).isEqualTo(Worth.GOOD);
        assertThat(tickets.judge(attempt, ticket, NOON.plusSeconds(120), SLOT)).isEqualTo(Worth.GOOD);
        assertThat(tickets.judge(attempt, ticket, NOON.plusMillis(120_001), SLOT))
                .isEqualTo(Worth.LATE);
    }

    @Test
    void isWorthNothingForAnotherAttempt() {
        Attempt other = attempt(new State.Slot(NOON, 42, Way.BINDING));
        assertThat(tickets.judge(other, ticket, NOON.plusSeconds(11), SLOT)).isEqualTo(Worth.FORGED);
    }

    @Test
    void worksOnce() {
        Attempt left = attempt.in(new State.Connecting(NOON.plusSeconds(11), 42, Way.BINDING));
        assertThat(tickets.judge(left, ticket, NOON.plusSeconds(12), SLOT)).isEqualTo(Worth.USED);
        Attempt anew = attempt.in(new State.Slot(NOON.plusSeconds(200), 42, Way.BINDING));
        assertThat(tickets.judge(anew, ticket, NOON.plusSeconds(220), SLOT)).isEqualTo(Worth.USED);
    }

    @Test
    void cannotBeMadeByOthers() {
        String earlier =
                Long.toString(NOON.minusSeconds(60).toEpochMilli(), 36) + ticket.substring(ticket.indexOf('.'));
        List<String> forged = List.of(
                earlier,
                "",
                ".",
                "0.",
                "a.b",
                "zzzzzzzzzzzzzzz." + "A".repeat(22),
                "1." + "A".repeat(22),
                "../../x",
                "x".repeat(5000));
        assertThat(forged).allMatch(text -> tickets.judge(attempt, text, NOON.plusSeconds(11), SLOT) == Worth.FORGED);
        assertThat(new SlotTickets(vault()).judge(attempt, ticket, NOON.plusSeconds(11), SLOT))
                .isEqualTo(Worth.FORGED);
    }
}
