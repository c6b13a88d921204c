package org.omnihall.hall.access.login;

import java.time.Clock;
import java.time.Instant;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.binding.Bindings;
import org.omnihall.hall.access.code.CodePurge;
import org.omnihall.hall.access.funnel.FunnelHours;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sums the funnel and forgets what is past its time. Each run may run on every node: a second run changes nothing. */
@Component
class LoginPurge {

    private final Attempts attempts;
    private final Bindings bindings;
    private final CodePurge codes;
    private final FunnelHours hours;
    private final LoginSettings settings;
    private final Clock clock;

    LoginPurge(
            Attempts attempts,
            Bindings bindings,
            CodePurge codes,
            FunnelHours hours,
            LoginSettings settings,
            Clock clock) {
        this.attempts = attempts;
        this.bindings = bindings;
        this.codes = codes;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void sum() {
        hours.sum(clock.instant());
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void purge() {
        Instant now = clock.instant();
        Instant kept = now.minus(settings.retention());
        codes.purge(now);
        bindings.purge(now, kept);
        attempts.purge(kept);
        hours.purge(kept);
    }
}
