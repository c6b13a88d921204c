package org.omnihall.hall.enterprise.sms;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.messaging.SmsNotice;
import org.omnihall.hall.messaging.SmsNotices;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Typed;

/**
 * What was typed to send a text to members: by which line, to whom, and what.
 *
 * @param to the numbers that were typed; empty for everybody who is a member
 * @param bad what stands among the numbers and is none, the first few
 * @param key names the text, so that a form that is sent twice sends once
 */
public record SmsForm(Typed form, List<Msisdn> to, List<String> bad, UUID key) {

    /** What the field for the receivers says where numbers are typed. */
    public static final String NUMBERS = "numbers";

    /** What the field for the receivers says where all members are meant. */
    public static final String MEMBERS = "members";

    private static final int MOST_BAD = 5;
    private static final int LONGEST_BAD = 20;

    /** What is not read at all: it is more than a thousand numbers. */
    private static final int LONGEST_LIST = 40_000;

    public SmsForm {
        to = List.copyOf(to);
        bad = List.copyOf(bad);
    }

    /** A form to begin with. */
    static SmsForm begun() {
        return new SmsForm(new Typed(Map.of("to", MEMBERS)), List.of(), List.of(), UUID.randomUUID());
    }

    static SmsForm read(Map<String, String> fields) {
        Map<String, String> plain = new HashMap<>(fields);
        plain.computeIfPresent("text", (field, text) -> text.replace("\r\n", "\n"));
        Typed form = new Typed(plain);
        if (form.text("text").chars().anyMatch(sign -> Character.isISOControl(sign) && sign != '\n')) {
            form.wrong("text", "shell.fault.MALFORMED");
        }
        List<Msisdn> to = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        if (form.text("to").equals(NUMBERS)) {
            numbers(form, to, bad);
        }
        return new SmsForm(form, to, bad, key(form.text("key")));
    }

    private static void numbers(Typed form, List<Msisdn> to, List<String> bad) {
        String typed = form.text(NUMBERS);
        if (typed.isEmpty() || typed.length() > LONGEST_LIST) {
            form.wrong(NUMBERS, typed.isEmpty() ? "enterprise.sms.noNumber" : refused(SmsNotice.Why.TOO_MANY));
            return;
        }
        for (String one : typed.split("[\\s,;，；、]+", -1)) {
            Optional<Msisdn> number = Msisdn.parse(one);
            number.ifPresent(to::add);
            if (number.isEmpty() && !one.isEmpty() && bad.size() < MOST_BAD) {
                bad.add(one.substring(0, Math.min(one.length(), LONGEST_BAD)));
            }
        }
        if (!bad.isEmpty() || to.isEmpty()) {
            form.wrong(NUMBERS, "enterprise.sms.badNumber");
        }
    }

    private static UUID key(String typed) {
        return typed.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(typed) : UUID.randomUUID();
    }

    /** What is to be sent; all members are meant only where that was chosen. */
    SmsNotices.Draft draft(long company, String user) {
        long line = form.maybeNumber("line", 1, Long.MAX_VALUE).orElse(0L);
        return new SmsNotices.Draft(company, line, form.text("text"), to, user);
    }

    boolean isWrong() {
        return form.isWrong();
    }

    void wrong(SmsNotice.Why why) {
        form.wrong(
                switch (why) {
                    case NO_LINE -> "line";
                    case NO_TEXT, TOO_LONG -> "text";
                    case NOBODY, TOO_MANY, NO_MEMBER -> form.text("to").equals(NUMBERS) ? NUMBERS : "to";
                },
                refused(why));
    }

    private static String refused(SmsNotice.Why why) {
        return "messaging.company.refused." + why;
    }
}
