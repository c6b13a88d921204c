package org.omnihall.hall.access.look;

import java.util.Optional;

/** How well one colour is read on another (WCAG 2.2, "contrast ratio" and "relative luminance"). Pure. */
final class Contrast {

    /** What text of a usual size needs (success criterion 1.4.3). */
    static final double READABLE = 4.5;

    private static final String FORM = "#[0-9a-f]{6}";

    private Contrast() {}

    static boolean isColour(String text) {
        return text.matches(FORM);
    }

    static Optional<Double> of(String one, String other) {
        if (!isColour(one) || !isColour(other)) {
            return Optional.empty();
        }
        double a = luminance(one);
        double b = luminance(other);
        return Optional.of((Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05));
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double part = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
