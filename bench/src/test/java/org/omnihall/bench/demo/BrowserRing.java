package org.omnihall.bench.demo;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives browser tests the {@link OpenTown} and the {@link Chromium} that all of them share. Without a browser they are skipped and say so;
 * where {@code CI} is true they fail instead.
 */
final class BrowserRing implements BeforeAllCallback, ParameterResolver {

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!Chromium.isHere()) {
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                throw new IllegalStateException(Chromium.NEEDED);
            }
            System.err.println("SKIPPED " + context.getDisplayName() + ": " + Chromium.NEEDED);
        }
        assumeTrue(Chromium.isHere(), Chromium.NEEDED);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == OpenTown.class || type == Chromium.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Store store = context.getRoot().getStore(Namespace.create(BrowserRing.class));
        return parameter.getParameter().getType() == OpenTown.class
                ? store.computeIfAbsent(OpenTown.class, none -> open(), OpenTown.class)
                : store.computeIfAbsent(Chromium.class, none -> new Chromium(), Chromium.class);
    }

    private static OpenTown open() {
        try {
            return new OpenTown();
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
