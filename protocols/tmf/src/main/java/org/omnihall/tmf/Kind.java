package org.omnihall.tmf;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What an attribute holds, and so how a filter compares it. */
public enum Kind {
    /** Compared character by character. */
    TEXT {
        @Override
        Optional<Comparable<?>> parse(String text) {
            return Optional.of(text);
        }
    },
    /** A decimal number: {@code 1.0} equals {@code 1}. */
    NUMBER {
        @Override
        Optional<Comparable<?>> parse(String text) {
            try {
                return text.length() > LONGEST_NUMBER ? Optional.empty() : Optional.of(bounded(new BigDecimal(text)));
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }
    },
    /** {@code true} or {@code false}. */
    BOOLEAN {
        @Override
        Optional<Comparable<?>> parse(String text) {
            return switch (text) {
                case "true" -> Optional.of(true);
                case "false" -> Optional.of(false);
                default -> Optional.empty();
            };
        }
    },
    /** A moment as RFC 3339 writes it; two ways to write the same moment are equal. */
    MOMENT {
        @Override
        Optional<Comparable<?>> parse(String text) {
            try {
                OffsetDateTime moment = OffsetDateTime.parse(text);
                return isOfOurEra(moment) ? Optional.of(moment.toInstant()) : Optional.empty();
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    };

    private static final int LONGEST_NUMBER = 40;
    private static final int LARGEST_EXPONENT = 100;

    /** The value that a filter's text stands for, or nothing where it is none of this kind. */
    abstract Optional<Comparable<?>> parse(String text);

    /** The value of a leaf of a resource, or nothing where the leaf is null, an object or an array. */
    Optional<Comparable<?>> of(JsonNode leaf) {
        return leaf.isValueNode() && !leaf.isNull() ? parse(leaf.asString()) : Optional.empty();
    }

    /** Left is less than, equal to or greater than right, both of this kind. */
    @SuppressWarnings("unchecked") // both were parsed by the same kind
    static int compare(Comparable<?> left, Comparable<?> right) {
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** What every store keeps: years of four digits. */
    private static boolean isOfOurEra(OffsetDateTime moment) {
        return moment.getYear() > 0 && moment.getYear() < 10_000;
    }

    private static BigDecimal bounded(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LARGEST_EXPONENT) {
            throw new NumberFormatException("exponent");
        }
        return number;
    }
}
