package org.omnihall.hall.access.screens;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.access.network.Profiles;
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
            String ip,
            String controller,
            String venue,
            String ssid,
            String profile,
            String from,
            String until) {

        static Typed of(Map<String, String> fields) {
            return new Typed(
                    fields.getOrDefault("who", ""),
                    fields.getOrDefault("mac", ""),
                    fields.getOrDefault("ip", ""),
                    fields.getOrDefault("controller", ""),
                    fields.getOrDefault("venue", ""),
                    fields.getOrDefault("ssid", ""),
                    fields.getOrDefault("profile", ""),
                    fields.getOrDefault("from", ""),
                    fields.getOrDefault("until", ""));
        }

        /** What narrows a list of open sessions, by the name of its field; nothing that is empty. */
        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("who", who);
            fields.put("mac", mac);
            fields.put("ip", ip);
            fields.put("controller", controller);
            fields.put("venue", venue);
            fields.put("ssid", ssid);
            fields.put("profile", profile);
            fields.values().removeIf(String::isBlank);
            return fields;
        }
    }

    private static final MacAddress NOBODY = new MacAddress(0);
    private static final InetAddress NOWHERE = InetAddress.ofLiteral("0.0.0.0");

    private final Subscribers subscribers;
    private final PlaceNames names;
    private final Profiles profiles;
    private final ShellSettings settings;

    Asking(Subscribers subscribers, PlaceNames names, Profiles profiles, ShellSettings settings) {
        this.subscribers = subscribers;
        this.names = names;
        this.profiles = profiles;
        this.settings = settings;
    }

    /** {@code who} is a whole number or the beginning of an account's name; a text that is no MAC or IP address finds nobody. */
    SessionFilter filter(String areaPath, Typed typed) {
        String who = typed.who().strip();
        Optional<Msisdn> number = Msisdn.parse(who);
        return new SessionFilter(
                areaPath,
                number.map(known -> subscribers.find(known).orElse(-1L)),
                who.isEmpty() || number.isPresent() ? Optional.empty() : Optional.of(who),
                text(typed.mac()).map(mac -> MacAddress.parse(mac).orElse(NOBODY)),
                text(typed.ip()).map(ip -> Cidr.address(ip).orElse(NOWHERE)),
                names.controllersNamed(typed.controller()),
                names.venuesNamed(typed.venue()),
                text(typed.ssid()),
                text(typed.profile()).map(Asking::number),
                Amounts.moment(typed.from(), settings.zone()),
                Amounts.moment(typed.until(), settings.zone()));
    }

    /** The same in words, for whoever reads later what was meant; numbers are masked. */
    String told(Typed typed) {
        Map<String, String> fields = typed.fields();
        fields.computeIfPresent(
                "who",
                (field, who) -> Msisdn.parse(who.strip()).map(Msisdn::masked).orElse(who));
        fields.computeIfPresent(
                "profile",
                (field, id) ->
                        profiles.find(number(id)).map(AccessProfile::name).orElse(id));
        return String.join(" · ", fields.values());
    }

    private static long number(String typed) {
        return typed.matches("[0-9]{1,18}") ? Long.parseLong(typed) : -1;
    }

    private static Optional<String> text(String typed) {
        return Optional.of(typed.strip()).filter(text -> !text.isEmpty());
    }
}
