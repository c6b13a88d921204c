package org.omnihall.hall.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.omnihall.hall.shell.Typed;

/**
 * Reads a business, the thresholds and the rule of complexity out of forms. Fields of a business: code, name, englishName, value, risk,
 * steps, documents, approvals, minutes, standard, lowContact.
 */
final class BusinessFields {

    private BusinessFields() {}

    /** The business, classified by what is known today, or nothing where a field is wrong. */
    static Optional<Business> read(Typed in, Thresholds thresholds, ComplexityRule rule) {
        String code = in.matching("code", "(?!new$)[a-z0-9][a-z0-9-]{0,39}");
        String name = in.required("name", 60);
        String englishName = in.optional("englishName", 60);
        int value = number(in, "value", 0, Thresholds.MOST);
        int risk = number(in, "risk", 0, Thresholds.MOST);
        Effort effort = new Effort(
                number(in, "steps", 0, 100),
                number(in, "documents", 0, 100),
                number(in, "approvals", 0, 100),
                number(in, "minutes", 0, 10_000));
        return in.isWrong()
                ? Optional.empty()
                : Optional.of(new Business(
                        code,
                        name,
                        englishName,
                        value,
                        risk,
                        effort,
                        in.ticked("standard"),
                        in.ticked("lowContact"),
                        BusinessTypes.of(value, risk, thresholds),
                        rule.of(effort)));
    }

    /** What a form shows of a business. */
    static Typed of(Business business) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", business.code());
        fields.put("name", business.name());
        fields.put("englishName", business.englishName());
        fields.put("value", Integer.toString(business.value()));
        fields.put("risk", Integer.toString(business.risk()));
        fields.put("steps", Integer.toString(business.effort().steps()));
        fields.put("documents", Integer.toString(business.effort().documents()));
        fields.put("approvals", Integer.toString(business.effort().approvals()));
        fields.put("minutes", Integer.toString(business.effort().minutes()));
        fields.put("standard", Boolean.toString(business.standard()));
        fields.put("lowContact", Boolean.toString(business.lowContact()));
        return new Typed(fields);
    }

    /** Fields: middleValue, highValue, highRisk and cell0 to cell5, which hold types. */
    static Optional<Thresholds> thresholds(Typed in) {
        int middle = number(in, "middleValue", 1, Thresholds.MOST);
        int high = number(in, "highValue", 1, Thresholds.MOST);
        int risk = number(in, "highRisk", 1, Thresholds.MOST);
        List<BusinessType> cells = IntStream.range(0, BusinessType.values().length)
                .mapToObj(cell -> in.choice("cell" + cell, BusinessType.class))
                .flatMap(Optional::stream)
                .toList();
        return !in.isWrong() && Thresholds.areLegal(middle, high, risk, cells)
                ? Optional.of(new Thresholds(middle, high, risk, cells))
                : Optional.empty();
    }

    /** Fields: stepPoints, documentPoints, approvalPoints, minutePoints, mediumFrom, highFrom. */
    static Optional<ComplexityRule> complexity(Typed in) {
        ComplexityRule rule = new ComplexityRule(
                number(in, "stepPoints", 0, 100),
                number(in, "documentPoints", 0, 100),
                number(in, "approvalPoints", 0, 100),
                number(in, "minutePoints", 0, 100),
                number(in, "mediumFrom", 1, 100_000),
                number(in, "highFrom", 1, 100_000));
        return in.isWrong() ? Optional.empty() : Optional.of(rule);
    }

    private static int number(Typed in, String field, int least, int most) {
        return (int) in.number(field, least, most);
    }
}
