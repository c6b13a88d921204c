package org.omnihall.hall.insight.run;

/** What came of the wish to compute. */
sealed interface RunStart {

    /** Why nothing was begun. Texts are {@code insight.run.refused.NAME}. */
    enum Reason {
        /** Another computation runs. */
        RUNS_ALREADY,
        /** The module {@code analytics} is not there. */
        NO_PROGRAM,
        /** A cluster is asked for, and the module for Spark is not there. */
        NO_SPARK
    }

    record Begun(long run) implements RunStart {}

    record Refused(Reason reason) implements RunStart {}
}
