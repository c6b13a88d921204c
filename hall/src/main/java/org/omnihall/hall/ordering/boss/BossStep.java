package org.omnihall.hall.ordering.boss;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.FulfilmentPort;
import org.omnihall.hall.ordering.ItemAction;
import org.omnihall.hall.ordering.OrderItem;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets the business support system charge for a product, know its change and its end. It puts the command into the outbox and waits for the
 * answer; tells {@code boss}, what it answered.
 */
@Component
class BossStep implements FulfilmentPort {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);

    private final BossOutbox outbox;
    private final Bell bell;

    BossStep(BossOutbox outbox, Bell bossBell) {
        this.outbox = outbox;
        this.bell = bossBell;
    }

    @Override
    public String kind() {
        return "boss.open";
    }

    @Override
    public boolean runsOnChange() {
        return true;
    }

    @Override
    public StepOutcome run(StepContext context) {
        return told(context, context.item().action() == ItemAction.CHANGE ? "CHANGE" : "OPEN");
    }

    /** What was never put in, or was refused, was never done and is not taken back. */
    @Override
    public StepOutcome undo(StepContext context) {
        boolean changed = context.item().action() == ItemAction.CHANGE;
        return outbox.standing(key(context, changed ? "CHANGE" : "OPEN"))
                .filter(before -> before.state() != BossOutbox.State.REFUSED)
                .map(before -> told(context, changed ? "CHANGE_BACK" : "CLOSE"))
                .orElseGet(StepOutcome::done);
    }

    private StepOutcome told(StepContext context, String command) {
        BossOutbox.Standing standing = outbox.put(
                key(context, command), context.key(), context.order().id(), body(context, command), context.at());
        bell.ring();
        return switch (standing.state()) {
            case WAITING -> new StepOutcome.Later("BOSS has not answered " + standing.answer(), LOOK_AGAIN);
            case DONE -> new StepOutcome.Done(Map.of("boss", standing.answer()));
            case REFUSED -> {
                outbox.forget(key(context, command));
                yield new StepOutcome.Impossible("BOSS refused: " + standing.answer());
            }
        };
    }

    private static String key(StepContext context, String command) {
        return context.key() + "-" + command;
    }

    private static String body(StepContext context, String command) {
        OrderItem item = context.item();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("command", command);
        body.put("product", context.key());
        body.put("offering", context.offering());
        body.put("quantity", item.quantity());
        body.put("trial", item.trialDays().isPresent());
        body.put("oneTimeFen", item.charges().oneTimeFen());
        body.put("monthlyFen", item.charges().monthlyFen());
        body.put("usageFen", item.charges().usageFen());
        context.order().account().ifPresent(account -> body.put("account", account));
        switch (context.order().buyer()) {
            case Buyer.Person person -> body.put("subscriber", person.subscriber());
            case Buyer.Firm firm -> body.put("company", firm.company());
        }
        body.put("order", context.order().id());
        return JSON.writeValueAsString(body);
    }
}
