package org.omnihall.hall.access.network;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The catalogue of business figures: each can be set for the operator and, but for the operator's own, for an Area, a Venue, an SSID at a
 * Venue and an AP (requirement A11). Its words are {@code network.figure.KEY} in the bundles.
 */
@SuppressWarnings(
        "ImmutableEnumChecker") // shapes and values are records of immutable parts, which the checker cannot see in an
// interface
public enum Figure {
    /** How long a code works from its first sending (A1). */
    CODE_LIFE("codeLife", Group.CODE, span("1m", "30m"), "5m"),
    /** Wrong entries after which a code is dead. */
    CODE_TRIES("codeTries", Group.CODE, new FigureShape.Count(1, 20), "5"),
    /** The least time between two sendings to one number. */
    CODE_COOLDOWN("codeCooldown", Group.CODE, span("10s", "10m"), "60s"),
    /** Wrong codes of a number in a day over all its codes (access rule 5). */
    WRONG_CODES_PER_DAY("wrongCodesPerDay", Group.CODE, new FigureShape.Count(1, 1_000), "20"),
    /** Codes asked for one number in an hour. */
    PER_NUMBER_PER_HOUR("perNumberPerHour", Group.LIMIT, new FigureShape.Count(1, 1_000), "5"),
    /** Codes asked for one number in a day. */
    PER_NUMBER_PER_DAY("perNumberPerDay", Group.LIMIT, new FigureShape.Count(1, 1_000), "10"),
    /** Codes asked from one MAC address in an hour, refused numbers included. */
    PER_MAC_PER_HOUR("perMacPerHour", Group.LIMIT, new FigureShape.Count(1, 1_000), "10"),
    /** Codes asked from one IP address in an hour, refused numbers included; not for controllers behind address translation. */
    PER_ADDRESS_PER_HOUR("perAddressPerHour", Group.LIMIT, new FigureShape.Count(1, 10_000), "20"),
    /** Logins begun from one IP address in an hour; not for controllers behind address translation. */
    LANDINGS_PER_ADDRESS_PER_HOUR("landingsPerAddressPerHour", Group.LIMIT, new FigureShape.Count(1, 100_000), "120"),
    /** Codes asked at one controller in a minute. */
    PER_CONTROLLER_PER_MINUTE("perControllerPerMinute", Group.LIMIT, new FigureShape.Count(1, 1_000_000), "600"),
    /** Codes of the whole operator in a minute. */
    GLOBAL_PER_MINUTE("globalPerMinute", Group.LIMIT, new FigureShape.Count(1, 10_000_000), "6000"),
    /** The share of a limit, in percent, from which a picture challenge is asked. */
    PICTURE_AT_PERCENT("pictureAtPercent", Group.LIMIT, new FigureShape.Count(1, 100), "60"),
    /** How long a login page can be resumed after the redirect. */
    ATTEMPT_LIFE("attemptLife", Group.PAGE, span("1m", "1h"), "15m"),
    /** How long the page waits for the controller's answer. */
    ONLINE_WAIT("onlineWait", Group.PAGE, span("3s", "60s"), "12s"),
    /** The version of the consent text that is shown and recorded. */
    CONSENT_VERSION("consentVersion", Group.PAGE, new FigureShape.Text(32), "1"),
    /** Where the browser goes after the login; empty means our own page (A5). */
    AFTER_LOGIN_URL("afterLoginUrl", Group.PAGE, new FigureShape.Text(512), ""),
    /** Hosts that the browser may be sent to, separated by blanks; a leading dot allows sub-domains. */
    ALLOWED_HOSTS("allowedHosts", Group.PAGE, new FigureShape.Text(2000), ""),
    /** How long the slot page is shown before an automatic login (A8). */
    SLOT_TIME("slotTime", Group.SLOT, span("0s", "60s"), "10s"),
    /** How long after its start a slot's ticket still works (access rule 19). */
    SLOT_LIMIT("slotLimit", Group.SLOT, span("30s", "10m"), "120s"),
    /** How often a day one subscriber is shown the slot; zero means every time. */
    SLOTS_PER_DAY("slotsPerDay", Group.SLOT, new FigureShape.Count(0, 1_000), "0"),
    /** How a phone that was here before gets online: by the slot page or without a page. */
    RETURN_MODE("returnMode", Group.RETURN, new FigureShape.Choice(List.of("PAGE", "MAC_TRIGGER")), "PAGE"),
    /** How long a phone is remembered after its last SMS verification. */
    BINDING_LIFE("bindingLife", Group.RETURN, span("1h", "400d"), "30d"),
    /** The same for a MAC address that the phone made up. */
    BINDING_LIFE_RANDOM_MAC("bindingLifeRandomMac", Group.RETURN, span("1h", "400d"), "30d"),
    /** How many phones are remembered for one number. */
    BINDING_DEVICES("bindingDevices", Group.RETURN, new FigureShape.Count(1, 100), "5"),
    /** Whether the first automatic login is told by SMS (access rule 2). */
    BINDING_NOTICE("bindingNotice", Group.RETURN, new FigureShape.Flag(), "true"),
    /** Whether a MAC that is live on another controller must verify by SMS again (access rule 2). */
    BINDING_STEP_UP("bindingStepUp", Group.RETURN, new FigureShape.Flag(), "true"),
    /** The interval of interim accounting (access rule 11). */
    INTERIM("interim", Group.SESSION, span("60s", "1h"), "600s"),
    /** Missed interims after which a session counts as lost (A7). */
    INTERIMS_MISSED("interimsMissed", Group.SESSION, new FigureShape.Count(2, 20), "3"),
    /** How long after a Disconnect the session's end must be seen (access rule 17). */
    DISCONNECT_DEADLINE("disconnectDeadline", Group.SESSION, span("5s", "10m"), "30s");

    /** Under which heading a figure stands on the screen; the words are {@code network.figures.GROUP}. */
    public enum Group {
        CODE,
        LIMIT,
        PAGE,
        SLOT,
        RETURN,
        SESSION
    }

    private final String key;
    private final Group group;
    private final FigureShape shape;
    private final FigureValue standard;

    Figure(String key, Group group, FigureShape shape, String standard) {
        this.key = key;
        this.group = group;
        this.shape = shape;
        this.standard = shape.read(standard).orElseThrow(() -> new IllegalStateException(key + ": " + standard));
    }

    /** Its name in the table, in files and in word keys. */
    public String key() {
        return key;
    }

    public Group group() {
        return group;
    }

    public FigureShape shape() {
        return shape;
    }

    /** What holds where nobody set anything. */
    public FigureValue standard() {
        return standard;
    }

    /** False for what is counted over the whole operator and so cannot differ by place. */
    public boolean setsAt(Scope.Kind kind) {
        return this != GLOBAL_PER_MINUTE || kind == Scope.Kind.OPERATOR;
    }

    public static Optional<Figure> of(String key) {
        return Arrays.stream(values()).filter(f -> f.key.equals(key)).findFirst();
    }

    private static FigureShape span(String least, String most) {
        return new FigureShape.Span(limit(least), limit(most));
    }

    private static Duration limit(String text) {
        return FigureShape.Spans.read(text).orElseThrow();
    }
}
