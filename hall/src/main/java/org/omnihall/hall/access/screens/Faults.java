package org.omnihall.hall.access.screens;

import java.util.List;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.shell.Words;

/** What is wrong with a form, for its fields. */
public record Faults(List<Problem> problems) {

    static final Faults NONE = new Faults(List.of());

    public Faults {
        problems = List.copyOf(problems);
    }

    /** What is wrong with a field; empty where nothing is. */
    public String of(Words words, String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .map(problem -> text(words, problem))
                .orElse("");
    }

    private static String text(Words words, Problem problem) {
        return words.get(problem.wordKey()) + (problem.detail().isEmpty() ? "" : " · " + problem.detail());
    }

    public boolean any() {
        return !problems.isEmpty();
    }
}
