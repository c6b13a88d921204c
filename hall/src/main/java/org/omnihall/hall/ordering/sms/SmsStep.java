package org.omnihall.hall.ordering.sms;

import java.util.Map;
import org.omnihall.hall.messaging.SmsLines;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.FulfilmentPort;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.springframework.stereotype.Component;

/** Opens the company's line for notices; asks {@code signature}, tells {@code line}. */
@Component
class SmsStep implements FulfilmentPort {

    private final SmsLines lines;

    SmsStep(SmsLines lines) {
        this.lines = lines;
    }

    @Override
    public String kind() {
        return "sms.provision";
    }

    @Override
    public StepOutcome run(StepContext context) {
        return switch (context.order().buyer()) {
            case Buyer.Person person -> new StepOutcome.Impossible("enterprise SMS is for companies");
            case Buyer.Firm firm -> open(context, firm.company());
        };
    }

    private StepOutcome open(StepContext context, long company) {
        String signature = context.answer("signature").strip();
        return switch (lines.open(
                context.key(), company, signature, context.order().areaPath())) {
            case SmsLines.Opening.Opened opened ->
                new StepOutcome.Done(Map.of("line", Long.toString(opened.line().id())));
            case SmsLines.Opening.BadSignature bad ->
                new StepOutcome.Impossible("a signature has 2 to 20 letters and digits and nothing else: " + signature);
            case SmsLines.Opening.Taken taken ->
                new StepOutcome.Impossible("another company writes under " + signature);
        };
    }

    @Override
    public StepOutcome undo(StepContext context) {
        lines.close(context.key());
        return StepOutcome.done();
    }
}
