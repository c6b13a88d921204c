package org.omnihall.hall.access.network;

import java.util.List;

/** The answer to an administrator who wants to change the network. */
public sealed interface Change<T> {

    /** It is done and audited. */
    record Done<T>(T value) implements Change<T> {}

    /** Nothing was changed. */
    record Refused<T>(List<Problem> problems) implements Change<T> {
        public Refused {
            problems = List.copyOf(problems);
        }
    }

    static <T> Change<T> done(T value) {
        return new Done<>(value);
    }

    static <T> Change<T> refused(List<Problem> problems) {
        return new Refused<>(problems);
    }

    static <T> Change<T> refused(String field, Problem.Fault fault, String detail) {
        return new Refused<>(List.of(new Problem(field, fault, detail)));
    }
}
