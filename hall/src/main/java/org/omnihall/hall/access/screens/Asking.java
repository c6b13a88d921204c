package org.omnihall.hall.access.screens;

import java.util.Optional;
import org.omnihall.hall.access.session.SessionFilter;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.octets.MacAddress;
import org.springframework.stereotype.Component;

/** Reads what was typed into the filters over sessions. */
@Component
class Asking {

    /** The fields as they came; empty texts ask for nothing. */
    record Typed(
            String who,
            String mac,
            String controller,
            String venue,
            String ssid,
            String profile,
            String from,
            String until) {}

    private static final MacAddress NOBODY = new MacAddress(0);

    private final Subscribers subscribers;
    private final PlaceNames names;
    private final ShellSettings settings;

    Asking(Subscribers subscribers, PlaceNames names, ShellSettings settings) {
        this.subscribers = subscribers;
        this.names = names;
        this.settings = settings;
    }

    /** {@code who} is a whole number or the beginning of an account's name; a text that is no MAC address finds nobody. */
    SessionFilter filter(String areaPath, Typed typed) {
        String who = typed.who().strip();
        Optional<Msisdn> number = Msisdn.parse(who);
        return new SessionFilter(
                areaPath,
                number.map(known -> subscribers.find(known).orElse(-1L)),
                who.isEmpty() || number.isPresent() ? Optional.empty() : Optional.of(who),
                text(typed.mac()).map(mac -> MacAddress.parse(mac).orElse(NOBODY)),
                names.controllersNamed(typed.controller()),
                names.venuesNamed(typed.venue()),
                text(typed.ssid()),
                text(typed.profile()).map(Asking::number),
                Amounts.moment(typed.from(), settings.zone()),
                Amounts.moment(typed.until(), settings.zone()));
    }

    private static long number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }
}
