package org.omnihall.tmf;

/**
 * Which rows of a list are asked for.
 *
 * @param asked whether the client named {@code offset} or {@code limit}; only then may an answer be partial (206)
 */
public record Window(int offset, int limit, boolean asked) {

    /** Rows of a list that was not asked for page by page. */
    public static final int DEFAULT_LIMIT = 200;

    /** Rows of one answer at most; who asks for more gets these. */
    public static final int LARGEST_LIMIT = 1000;

    public Window {
        if (offset < 0 || limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("no window: " + offset + ", " + limit);
        }
    }
}
