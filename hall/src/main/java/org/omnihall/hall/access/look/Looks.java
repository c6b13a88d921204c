package org.omnihall.hall.access.look;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.omnihall.hall.access.LogoFault;
import org.omnihall.hall.access.VenueLook;
import org.omnihall.hall.access.VenuePage;
import org.omnihall.hall.access.VenuePages;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Snapshot;
import org.omnihall.octets.Octets;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The pages of owners; what visitors see is kept in memory, for it is asked for at every page of every login. */
@Component
public class Looks implements VenuePages {

    private static final int NAME = 16;

    /** For so long a logo is kept that no version shows. */
    private static final Duration UNUSED = Duration.ofDays(1);

    private final LookTable table;
    private final AuditTrail audit;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Snapshot<Map<Long, VenueLook>> known;

    Looks(LookTable table, AuditTrail audit, TransactionOperations transaction, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.known = new Snapshot<>(table::number, table::shown);
    }

    /** What visitors see at a place; nothing where that is the operator's own page. */
    public Optional<VenueLook> shown(long place) {
        return Optional.ofNullable(known.value().get(place));
    }

    /** The place is gone, and its pages with it. */
    @Transactional
    public void forget(long place) {
        table.forget(place);
        table.raiseNumber();
        known.changed();
    }

    @Override
    public List<VenuePage> versions(long place) {
        return table.versions(place);
    }

    @Override
    @Transactional
    public Saved save(long place, VenueLook look, String actor) {
        Optional<String> area = table.hold(place);
        Optional<Fault> fault = area.isEmpty() ? Optional.of(Fault.UNKNOWN) : LookRules.refuses(look);
        if (fault.isPresent()) {
            return new Saved.Refused(fault.get());
        }
        if (look.logo().filter(name -> table.logo(place, name).isEmpty()).isPresent()) {
            return new Saved.Refused(Fault.LOGO);
        }
        int version = table.insert(place, area.orElseThrow(), look, actor, now());
        table.prune(place, now().minus(UNUSED));
        audit.record(actor, "venue-page.save", subject(place), "version " + version);
        return new Saved.Done(table.versions(place).stream()
                .filter(page -> page.version() == version)
                .findFirst()
                .orElseThrow());
    }

    @Override
    @Transactional
    public boolean publish(long place, Optional<Integer> version, String actor) {
        Optional<String> area = table.hold(place);
        if (area.isEmpty() || version.filter(one -> !table.isThere(place, one)).isPresent()) {
            return false;
        }
        show(place, area.get(), version, actor);
        return true;
    }

    @Override
    @Transactional
    public boolean undo(long place, String actor) {
        Optional<String> area = table.hold(place);
        if (area.isEmpty() || table.publishings(place) == 0) {
            return false;
        }
        show(place, area.get(), table.shownVersion(place, 1), actor);
        return true;
    }

    /** The picture is drawn before anything is held: that takes its time. */
    @Override
    public Logo takeLogo(long place, Octets file, String actor) {
        return switch (LogoPress.press(file)) {
            case LogoPress.Pressed.Refused(var fault) -> new Logo.Refused(fault);
            case LogoPress.Pressed.Logo(Octets png) ->
                Objects.requireNonNull(transaction.execute(status -> keep(place, png, actor)));
        };
    }

    private Logo keep(long place, Octets png, String actor) {
        Optional<String> area = table.hold(place);
        if (area.isEmpty()) {
            return new Logo.Refused(LogoFault.GONE);
        }
        String name = png.sha256().slice(0, NAME).toHex();
        table.putLogo(place, area.get(), name, png, now());
        audit.record(actor, "venue-page.logo", subject(place), name);
        return new Logo.Taken(name);
    }

    @Override
    public Optional<Octets> logo(long place, String name) {
        return table.logo(place, name);
    }

    @Override
    public Optional<Double> contrast(String ground, String ink) {
        return Contrast.of(ground, ink);
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        known.refresh();
    }

    private void show(long place, String areaPath, Optional<Integer> version, String actor) {
        table.show(place, areaPath, version, actor, now());
        table.prune(place, now().minus(UNUSED));
        table.raiseNumber();
        known.changed();
        audit.record(
                actor,
                "venue-page.publish",
                subject(place),
                version.map(one -> "version " + one).orElse("the standard page"));
    }

    private static String subject(long place) {
        return "ssid-at-venue:" + place;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
