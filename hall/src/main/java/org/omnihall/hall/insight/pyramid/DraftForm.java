package org.omnihall.hall.insight.pyramid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Typed;

/**
 * The form of a pyramid: six lines, of which the empty ones do not count. A border is typed in yuan a month, or in per cent of the customers
 * with one decimal.
 */
final class DraftForm {

    /** How many tiers the form has room for. */
    static final int LINES = 6;

    private static final int LONGEST_ZH = 20;
    private static final int LONGEST_EN = 40;

    private DraftForm() {}

    /** Reads the draft; what is wrong with a field stands in the form afterwards. */
    static Draft read(Typed form) {
        Cut cut = form.choice("cut", Cut.class).orElse(Cut.SHARE);
        List<PyramidTier> tiers = new ArrayList<>();
        for (int line = 1; line <= LINES; line++) {
            if (form.has("zh" + line) || form.has("en" + line) || form.has("border" + line)) {
                tiers.add(new PyramidTier(
                        tiers.size() + 1,
                        form.required("zh" + line, LONGEST_ZH),
                        form.required("en" + line, LONGEST_EN),
                        form.choice("class" + line, BaseClass.class).orElse(BaseClass.ORDINARY),
                        border(form, "border" + line, cut)));
            }
        }
        return new Draft(cut, tiers);
    }

    /** The form filled with a pyramid. */
    static Typed of(Pyramid pyramid) {
        Map<String, String> fields = new HashMap<>();
        fields.put("cut", pyramid.cut().name());
        for (PyramidTier tier : pyramid.tiers()) {
            fields.put("zh" + tier.place(), tier.zh());
            fields.put("en" + tier.place(), tier.en());
            fields.put("class" + tier.place(), tier.of().name());
            fields.put(
                    "border" + tier.place(),
                    tier.border().map(border -> shown(pyramid.cut(), border)).orElse(""));
        }
        return new Typed(fields);
    }

    /** A border as people read and type it. */
    static String shown(Cut cut, long border) {
        return switch (cut) {
            case SPEND -> Amounts.yuan(border);
            case SHARE -> BigDecimal.valueOf(border, 1).toPlainString();
        };
    }

    private static Optional<Long> border(Typed form, String field, Cut cut) {
        if (!form.has(field)) {
            return Optional.empty();
        }
        return switch (cut) {
            case SPEND -> form.maybeFen(field, 1_000_000_000_000L);
            case SHARE -> {
                String text = form.matching(field, "\\d{1,2}(\\.\\d)?");
                yield form.fault(field).isEmpty()
                        ? Optional.of(new BigDecimal(text).movePointRight(1).longValueExact())
                        : Optional.empty();
            }
        };
    }
}
