package org.omnihall.hall.messaging.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.omnihall.hall.messaging.gateway.Receipt;
import org.omnihall.hall.messaging.gateway.Receipt.Outcome;

/**
 * Reads delivery receipts: the optional parameters where the SMS centre sends them, else the text of SMPP 3.4 appendix B, of which nothing
 * but {@code id:}, {@code stat:} and {@code err:} is needed.
 */
final class Receipts {

    private static final Pattern ID = Pattern.compile("\\bid:\\s*(\\S{1,65})", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATE = Pattern.compile("\\bstat:\\s*([A-Z]{1,10})", Pattern.CASE_INSENSITIVE);
    private static final Pattern ERROR = Pattern.compile("\\berr:\\s*([0-9A-Za-z]{1,10})", Pattern.CASE_INSENSITIVE);

    private Receipts() {}

    /** The receipt; nothing for one on the way (ENROUTE, ACCEPTD) or one without an id. */
    static Optional<Receipt> read(String gateway, DeliverSm deliver) {
        String text = new String(deliver.getShortMessage(), StandardCharsets.ISO_8859_1);
        Optional<String> id = receiptedId(deliver).or(() -> first(ID, text));
        Optional<Outcome> outcome = first(STATE, text).flatMap(Receipts::outcome);
        return id.flatMap(known -> outcome.map(ended -> new Receipt(
                gateway,
                known,
                source(deliver).replaceFirst("^\\+?86(?=1\\d{10}$)", ""),
                ended,
                first(ERROR, text).orElse(""))));
    }

    /** An SMS centre may leave it out: such a receipt is kept and belongs to no message, for ids alone are read in two ways. */
    private static String source(DeliverSm deliver) {
        return Optional.ofNullable(deliver.getSourceAddr()).orElse("");
    }

    private static Optional<String> receiptedId(DeliverSm deliver) {
        return Optional.ofNullable(deliver.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.COctetString::getValueAsString)
                .filter(id -> !id.isBlank());
    }

    private static Optional<Outcome> outcome(String state) {
        return switch (state.toUpperCase(Locale.ROOT)) {
            case "DELIVRD" -> Optional.of(Outcome.DELIVERED);
            case "EXPIRED" -> Optional.of(Outcome.EXPIRED);
            case "ENROUTE", "ACCEPTD" -> Optional.empty();
            default -> Optional.of(Outcome.FAILED);
        };
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }
}
