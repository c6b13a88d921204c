package org.omnihall.hall.ordering.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Component;

/** Days as the operator counts them, in his zone. */
@Component
class OperatorDays {

    private final ShellSettings settings;
    private final Clock clock;

    OperatorDays(ShellSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return on(now());
    }

    LocalDate on(Instant moment) {
        return LocalDate.ofInstant(moment, settings.zone());
    }

    /** The moment at which a day begins. */
    Instant begin(LocalDate day) {
        return day.atStartOfDay(settings.zone()).toInstant();
    }

    Optional<LocalDate> maybeOn(ResultSet row, String column) throws SQLException {
        return Times.maybeIn(row, column).map(this::on);
    }
}
