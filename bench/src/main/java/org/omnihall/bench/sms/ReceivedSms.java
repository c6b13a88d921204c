package org.omnihall.bench.sms;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message that a simulated phone has received, whole.
 *
 * @param validity SMPP's validity_period as it was sent
 * @param parts how many short messages it took
 */
public record ReceivedSms(String msisdn, String from, String text, String validity, int parts, Instant at) {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    /** The six digits that a person would type over. */
    public Optional<String> code() {
        Matcher digits = CODE.matcher(text);
        return digits.find() ? Optional.of(digits.group()) : Optional.empty();
    }
}
