package org.omnihall.hall.access.network;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The business figures that hold at one place; every figure has a value. */
public final class FigureSet {

    /** What holds where nobody set anything. */
    public static final FigureSet STANDARD = new FigureSet(Map.of());

    private final Map<Figure, FigureValue> values = new EnumMap<>(Figure.class);

    FigureSet(Map<Figure, FigureValue> set) {
        for (Figure figure : Figure.values()) {
            values.put(figure, set.getOrDefault(figure, figure.standard()));
        }
    }

    /** The same with one figure changed. */
    public FigureSet with(Figure figure, String written) {
        Map<Figure, FigureValue> changed = new EnumMap<>(values);
        changed.put(
                figure,
                figure.shape().read(written).orElseThrow(() -> new IllegalArgumentException(figure + ": " + written)));
        return new FigureSet(changed);
    }

    public FigureValue value(Figure figure) {
        FigureValue value = values.get(figure);
        if (value == null) {
            throw new IllegalStateException(figure + " has no value");
        }
        return value;
    }

    /** How long a code works from its first sending (A1). */
    public Duration codeLife() {
        return duration(Figure.CODE_LIFE);
    }

    /** Wrong entries after which a code is dead. */
    public int codeTries() {
        return count(Figure.CODE_TRIES);
    }

    /** The least time between two sendings to one number. */
    public Duration codeCooldown() {
        return duration(Figure.CODE_COOLDOWN);
    }

    /** Wrong codes of a number in a day over all its codes (access rule 5). */
    public int wrongCodesPerDay() {
        return count(Figure.WRONG_CODES_PER_DAY);
    }

    /** Codes asked for one number in an hour. */
    public int perNumberPerHour() {
        return count(Figure.PER_NUMBER_PER_HOUR);
    }

    /** Codes asked for one number in a day. */
    public int perNumberPerDay() {
        return count(Figure.PER_NUMBER_PER_DAY);
    }

    /** Codes asked from one MAC address in an hour, refused numbers included. */
    public int perMacPerHour() {
        return count(Figure.PER_MAC_PER_HOUR);
    }

    /** Codes asked from one IP address in an hour, refused numbers included; not for controllers behind address translation. */
    public int perAddressPerHour() {
        return count(Figure.PER_ADDRESS_PER_HOUR);
    }

    /** Logins begun from one IP address in an hour; not for controllers behind address translation. */
    public int landingsPerAddressPerHour() {
        return count(Figure.LANDINGS_PER_ADDRESS_PER_HOUR);
    }

    /** Codes asked at one controller in a minute. */
    public int perControllerPerMinute() {
        return count(Figure.PER_CONTROLLER_PER_MINUTE);
    }

    /** Codes of the whole operator in a minute. */
    public int globalPerMinute() {
        return count(Figure.GLOBAL_PER_MINUTE);
    }

    /** The share of a limit, in percent, from which a picture challenge is asked. */
    public int pictureAtPercent() {
        return count(Figure.PICTURE_AT_PERCENT);
    }

    /** How long a login page can be resumed after the redirect. */
    public Duration attemptLife() {
        return duration(Figure.ATTEMPT_LIFE);
    }

    /** How long the page waits for the controller's answer. */
    public Duration onlineWait() {
        return duration(Figure.ONLINE_WAIT);
    }

    /** The version of the consent text that is shown and recorded. */
    public String consentVersion() {
        return text(Figure.CONSENT_VERSION);
    }

    /** Where the browser goes after the login; empty means our own page (A5). */
    public String afterLoginUrl() {
        return text(Figure.AFTER_LOGIN_URL);
    }

    /** Hosts that the browser may be sent to; a leading dot allows sub-domains. */
    public List<String> allowedHosts() {
        String hosts = text(Figure.ALLOWED_HOSTS);
        return hosts.isEmpty() ? List.of() : List.of(hosts.split("\\s+"));
    }

    /** How long the slot page is shown before an automatic login (A8). */
    public Duration slotTime() {
        return duration(Figure.SLOT_TIME);
    }

    /** How long after its start a slot's ticket still works (access rule 19). */
    public Duration slotLimit() {
        return duration(Figure.SLOT_LIMIT);
    }

    /** How often a day one subscriber is shown the slot; zero means every time. */
    public int slotsPerDay() {
        return count(Figure.SLOTS_PER_DAY);
    }

    /** How a phone that was here before gets online: by the slot page or without a page. */
    public ReturnMode returnMode() {
        return ReturnMode.valueOf(text(Figure.RETURN_MODE));
    }

    /** How long a phone is remembered after its last SMS verification. */
    public Duration bindingLife() {
        return duration(Figure.BINDING_LIFE);
    }

    /** The same for a MAC address that the phone made up. */
    public Duration bindingLifeRandomMac() {
        return duration(Figure.BINDING_LIFE_RANDOM_MAC);
    }

    /** How many phones are remembered for one number. */
    public int bindingDevices() {
        return count(Figure.BINDING_DEVICES);
    }

    /** Whether the first automatic login is told by SMS (access rule 2). */
    public boolean bindingNotice() {
        return flag(Figure.BINDING_NOTICE);
    }

    /** Whether a MAC that is live on another controller must verify by SMS again (access rule 2). */
    public boolean bindingStepUp() {
        return flag(Figure.BINDING_STEP_UP);
    }

    /** The interval of interim accounting (access rule 11). */
    public Duration interim() {
        return duration(Figure.INTERIM);
    }

    /** Missed interims after which a session counts as lost (A7). */
    public int interimsMissed() {
        return count(Figure.INTERIMS_MISSED);
    }

    /** How long after a Disconnect the session's end must be seen (access rule 17). */
    public Duration disconnectDeadline() {
        return duration(Figure.DISCONNECT_DEADLINE);
    }

    private Duration duration(Figure figure) {
        return ((FigureValue.Span) value(figure)).duration();
    }

    private int count(Figure figure) {
        return ((FigureValue.Count) value(figure)).count();
    }

    private String text(Figure figure) {
        return ((FigureValue.Text) value(figure)).text();
    }

    private boolean flag(Figure figure) {
        return ((FigureValue.Flag) value(figure)).set();
    }
}
