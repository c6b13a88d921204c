package org.omnihall.hall.access.screens;

/**
 * What one check of a controller gave. Its words are {@code access.test.CHECK.FINDING}.
 *
 * @param number how often, where that matters
 */
public record TestResult(Check check, Verdict verdict, String finding, long number) {

    /** What is checked. */
    public enum Check {
        PORTAL,
        DISCONNECT,
        ACCOUNTING,
        DROPS
    }

    public enum Verdict {
        GOOD,
        BAD,
        /** Nothing can be said. */
        OPEN
    }

    static TestResult good(Check check, String finding) {
        return new TestResult(check, Verdict.GOOD, finding, 0);
    }

    static TestResult bad(Check check, String finding) {
        return new TestResult(check, Verdict.BAD, finding, 0);
    }

    static TestResult open(Check check, String finding) {
        return new TestResult(check, Verdict.OPEN, finding, 0);
    }
}
