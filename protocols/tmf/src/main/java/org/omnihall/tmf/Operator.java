package org.omnihall.tmf;

import java.util.Arrays;
import java.util.Optional;

/** How a filter compares (TMF630 part 1, attribute filtering): {@code price.gte=10}, or {@code price>=10} as a query writes it. */
public enum Operator {
    EQ("eq", "="),
    GT("gt", ">"),
    GTE("gte", ">="),
    LT("lt", "<"),
    LTE("lte", "<=");

    private final String suffix;
    private final String sign;

    Operator(String suffix, String sign) {
        this.suffix = suffix;
        this.sign = sign;
    }

    /** As in {@code price.gte}. */
    public String suffix() {
        return suffix;
    }

    /** As in {@code price>=}, and in SQL. */
    public String sign() {
        return sign;
    }

    static Optional<Operator> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(operator -> operator.suffix.equals(suffix))
                .findFirst();
    }

    static Operator ofSign(String sign) {
        return Arrays.stream(values())
                .filter(operator -> operator.sign.equals(sign))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a comparison's outcome, as {@link Comparable} gives it, is what is asked for. */
    boolean accepts(int compared) {
        return switch (this) {
            case EQ -> compared == 0;
            case GT -> compared > 0;
            case GTE -> compared >= 0;
            case LT -> compared < 0;
            case LTE -> compared <= 0;
        };
    }
}
