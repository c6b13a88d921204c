package org.omnihall.hall.access.provision;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.ordering.FulfilmentPort;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.springframework.stereotype.Component;

/**
 * Gives the SSID at the Venue a profile of its own; asks {@code speedMbps} for each visitor and {@code devices} of one visitor, tells
 * {@code profile}.
 */
@Component
class ProfileStep implements FulfilmentPort {

    private static final String STANDARD_SPEED = "10";
    private static final String STANDARD_DEVICES = "3";

    private final Provisions provisions;
    private final Profiles profiles;
    private final Ssids ssids;

    ProfileStep(Provisions provisions, Profiles profiles, Ssids ssids) {
        this.provisions = provisions;
        this.profiles = profiles;
        this.ssids = ssids;
    }

    @Override
    public String kind() {
        return "wlan.profile";
    }

    /** The network knows the profile once it is committed; giving it to the SSID again changes nothing. */
    @Override
    public StepOutcome run(StepContext context) {
        StepOutcome made = provisions.once(
                context,
                kind(),
                () -> Answers.of(
                        profiles.add(draft(context), Answers.actor(context)),
                        profile -> Map.of("profile", Long.toString(profile.id()))));
        return made instanceof StepOutcome.Done done ? give(Answers.id(done.result(), "profile"), context) : made;
    }

    private static Draft draft(StepContext context) {
        String kbits = or(context.answer("speedMbps"), STANDARD_SPEED) + "000";
        return Draft.of(
                "name",
                "order " + context.key(),
                "up",
                kbits,
                "down",
                kbits,
                "session",
                "8h",
                "idle",
                "15m",
                "devices",
                or(context.answer("devices"), STANDARD_DEVICES));
    }

    private StepOutcome give(long profile, StepContext context) {
        return Answers.of(
                ssids.putAtVenue(
                        Answers.id(context.results(), "ssid"),
                        Answers.id(context.results(), "venue"),
                        Optional.of(profile),
                        Answers.actor(context)),
                put -> Map.of("profile", Long.toString(profile)));
    }

    @Override
    public StepOutcome undo(StepContext context) {
        return provisions.takeBack(context, made -> {
            long ssid = Answers.id(context.results(), "ssid");
            long venue = Answers.id(context.results(), "venue");
            if (ssids.atVenue(venue).stream().anyMatch(one -> one.ssidId() == ssid)) {
                ssids.putAtVenue(ssid, venue, Optional.empty(), Answers.actor(context));
            }
            return Answers.removed(profiles.remove(Answers.id(made, "profile"), Answers.actor(context)));
        });
    }

    private static String or(String answer, String standard) {
        return answer.isBlank() ? standard : answer;
    }
}
