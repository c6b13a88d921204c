package org.omnihall.hall.party;

import java.time.Clock;
import java.time.LocalDate;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Component;

/** Which day it is where the operator is. */
@Component
class Today {

    private final Clock clock;
    private final ShellSettings settings;

    Today(Clock clock, ShellSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    LocalDate day() {
        return clock.instant().atZone(settings.zone()).toLocalDate();
    }
}
