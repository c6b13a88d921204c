package org.omnihall.hall.access.provision;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.ordering.FulfilmentPort;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.springframework.stereotype.Component;

/** Makes the company's SSID at its Venue; asks {@code ssid}, tells {@code ssid} and {@code ssidAtVenue}. */
@Component
class SsidStep implements FulfilmentPort {

    private final Provisions provisions;
    private final Ssids ssids;

    SsidStep(Provisions provisions, Ssids ssids) {
        this.provisions = provisions;
        this.ssids = ssids;
    }

    @Override
    public String kind() {
        return "wlan.ssid";
    }

    @Override
    public StepOutcome run(StepContext context) {
        Draft draft =
                Draft.of("name", context.answer("ssid"), "area", context.order().areaPath());
        return provisions.once(context, kind(), () -> switch (ssids.add(draft, Answers.actor(context))) {
            case Change.Done<Ssids.Ssid> done -> at(done.value().id(), context);
            case Change.Refused<Ssids.Ssid> refused -> Answers.of(refused, ssid -> Map.of());
        });
    }

    private StepOutcome at(long ssid, StepContext context) {
        long venue = Answers.id(context.results(), "venue");
        return Answers.of(
                ssids.putAtVenue(ssid, venue, Optional.empty(), Answers.actor(context)),
                put -> Map.of("ssid", Long.toString(ssid), "ssidAtVenue", Long.toString(there(ssid, venue))));
    }

    private long there(long ssid, long venue) {
        return ssids.atVenue(venue).stream()
                .filter(one -> one.ssidId() == ssid)
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Override
    public StepOutcome undo(StepContext context) {
        return provisions.takeBack(context, made -> {
            ssids.removeAtVenue(Answers.id(made, "ssidAtVenue"), Answers.actor(context));
            return Answers.removed(ssids.remove(Answers.id(made, "ssid"), Answers.actor(context)));
        });
    }
}
