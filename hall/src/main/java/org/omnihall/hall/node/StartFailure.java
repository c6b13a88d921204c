package org.omnihall.hall.node;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what {@link CannotStart} says instead of a stack trace. */
final class StartFailure extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable root, CannotStart cause) {
        Throwable reason = cause.getCause();
        String text = reason == null ? cause.getMessage() : cause.getMessage() + ": " + reason;
        return new FailureAnalysis(text, null, cause);
    }
}
