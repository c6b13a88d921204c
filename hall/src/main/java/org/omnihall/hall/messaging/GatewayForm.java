package org.omnihall.hall.messaging;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A gateway as it was typed: reads it, and knows what is wrong with which field. Fields: name, host, port, systemId, sourceAddress,
 * priority, perSecond, window, enabled, password.
 */
public final class GatewayForm {

    private static final int LONGEST_PASSWORD = 64;
    private static final String SOUND_HOST = "[A-Za-z0-9]([A-Za-z0-9.:-]{0,251}[A-Za-z0-9])?";

    private final Map<String, String> fields;
    private final Map<String, String> faults = new HashMap<>();

    GatewayForm(Map<String, String> fields) {
        this.fields = Map.copyOf(fields);
    }

    static GatewayForm blank() {
        return new GatewayForm(
                Map.of("port", "2775", "priority", "10", "perSecond", "100", "window", "16", "enabled", "true"));
    }

    static GatewayForm of(SmsGateway gateway) {
        return new GatewayForm(Map.of(
                "name", gateway.name(),
                "host", gateway.host(),
                "port", Integer.toString(gateway.port()),
                "systemId", gateway.systemId(),
                "sourceAddress", gateway.sourceAddress(),
                "priority", Integer.toString(gateway.priority()),
                "perSecond", Integer.toString(gateway.perSecond()),
                "window", Integer.toString(gateway.window()),
                "enabled", Boolean.toString(gateway.enabled())));
    }

    /** What a field holds; never the password. */
    public String text(String field) {
        return field.equals("password") ? "" : fields.getOrDefault(field, "").strip();
    }

    /** The word key of what is wrong with a field; empty where nothing is. */
    public String fault(String field) {
        return faults.getOrDefault(field, "");
    }

    public boolean isWrong() {
        return !faults.isEmpty();
    }

    /** What was typed as the password; empty to keep the one there is. */
    String password() {
        return fields.getOrDefault("password", "");
    }

    void wrong(String field, String fault) {
        faults.putIfAbsent(field, "messaging.gateway.fault." + fault);
    }

    /** The gateway under this id, or nothing where a field is wrong. */
    Optional<SmsGateway> read(UUID id) {
        check("name", !text("name").isEmpty() && text("name").length() <= 40, "NAME");
        check("host", text("host").matches(SOUND_HOST), "HOST");
        check("systemId", text("systemId").matches("[!-~]{0,15}"), "SYSTEM_ID");
        check("sourceAddress", text("sourceAddress").matches("\\d{0,20}"), "SENDER");
        check("password", password().length() <= LONGEST_PASSWORD, "PASSWORD");
        int port = number("port", 65_535);
        int priority = number("priority", 1_000);
        int perSecond = number("perSecond", 10_000);
        int window = number("window", 1_000);
        return isWrong()
                ? Optional.empty()
                : Optional.of(new SmsGateway(
                        id,
                        text("name"),
                        SmsGateway.Kind.SMPP,
                        text("host"),
                        port,
                        text("systemId"),
                        text("sourceAddress"),
                        priority,
                        perSecond,
                        window,
                        text("enabled").equals("true")));
    }

    private int number(String field, int most) {
        String typed = text(field);
        int number = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
        check(field, number > 0 && number <= most, "NUMBER");
        return number;
    }

    private void check(String field, boolean right, String fault) {
        if (!right) {
            wrong(field, fault);
        }
    }
}
