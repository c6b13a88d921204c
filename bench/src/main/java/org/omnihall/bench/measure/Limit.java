package org.omnihall.bench.measure;

/** What a figure must keep to. */
public record Limit(double bound, boolean isMost) {

    public static Limit atMost(double bound) {
        return new Limit(bound, true);
    }

    public static Limit atLeast(double bound) {
        return new Limit(bound, false);
    }

    private static String decimals(double bound) {
        return (bound > 0.9 && bound < 1 ? "%.3f" : "%.2f").formatted(bound);
    }

    public boolean isKept(double value) {
        return isMost ? value <= bound : value >= bound;
    }

    String told(double value) {
        return "%s %s: %s"
                .formatted(
                        isMost ? "at most" : "at least",
                        bound == Math.rint(bound) ? "%,.0f".formatted(bound) : decimals(bound),
                        isKept(value) ? "kept" : "NOT kept");
    }
}
