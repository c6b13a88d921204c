package org.omnihall.hall.catalogue;

import java.util.HashMap;
import java.util.Map;
import org.omnihall.hall.shell.Typed;

/**
 * The questions of an offering as a form, which {@code catalogue/answers} draws: what was answered, and what is wrong with it.
 *
 * @param answers by code of the question, those that are empty left out
 */
public record Answered(ProductOffering offering, Typed form, int quantity, Map<String, String> answers) {

    /** The form's field for the quantity. */
    public static final String QUANTITY = "quantity";

    private static final String FIELD = "answer.";

    public Answered {
        answers = Map.copyOf(answers);
    }

    /** The form's field for a question. */
    public static String field(Characteristic question) {
        return FIELD + question.code();
    }

    /** A form to begin with, or with what stands in a cart. */
    public static Answered of(ProductOffering offering, int quantity, Map<String, String> answers) {
        Map<String, String> fields = new HashMap<>();
        answers.forEach((code, answer) -> fields.put(FIELD + code, answer));
        fields.put(QUANTITY, Integer.toString(quantity));
        return new Answered(offering, new Typed(fields), quantity, answers);
    }

    public static Answered read(ProductOffering offering, Map<String, String> fields) {
        Typed form = new Typed(fields);
        int quantity = (int) form.number(QUANTITY, offering.least(), offering.most());
        Map<String, String> answers = new HashMap<>();
        for (Characteristic question : offering.asked()) {
            String answer = form.text(field(question));
            if (!answer.isEmpty()) {
                answers.put(question.code(), answer);
            }
        }
        offering.faults(answers).forEach((code, fault) -> form.wrong(FIELD + code, "catalogue.answer." + fault));
        return new Answered(offering, form, quantity, answers);
    }

    public boolean isWrong() {
        return form.isWrong();
    }
}
