package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Pictures of pages as the tests saw them, for whoever wants to look. */
final class Pictures {

    private static final int MOST_OCTETS = 150_000;
    private static final int MANY_COLOURS = 256;

    /** Enough for a screen without photographs. */
    private static final int FEW_COLOURS = 16;

    private static final Path KEPT = Path.of("target", "pictures");
    private static final String WANTED = System.getProperty("omnihall.pictures", "");
    private static final boolean IN_DOCUMENTS = WANTED.equals("write");
    private static final Path SHOWN = IN_DOCUMENTS ? Path.of("..", "docs", "pictures") : KEPT;

    private Pictures() {}

    /** Goes into the documents with {@code -Domnihall.pictures=write}. */
    static void show(Page page, String name) {
        try {
            byte[] whole = page.screenshot();
            byte[] small = whole.length < MOST_OCTETS ? whole : Palette.reduce(whole, MANY_COLOURS);
            assertThat(small.length).as(name).isLessThan(MOST_OCTETS);
            Files.createDirectories(SHOWN);
            Files.write(SHOWN.resolve(name + ".png"), small);
        } catch (IOException unwritten) {
            throw new UncheckedIOException(name, unwritten);
        }
    }

    /** One of very many, which are small and lie together. */
    static void screen(Page page, String name) {
        if (!IN_DOCUMENTS) {
            keep(page, name);
            return;
        }
        try {
            Path screens = Files.createDirectories(SHOWN.resolve("screens"));
            Files.write(screens.resolve(name + ".png"), Palette.reduce(page.screenshot(), FEW_COLOURS));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(name, unwritten);
        }
    }

    /** Stays under target, and only when pictures are wanted at all. */
    static void keep(Page page, String name) {
        if (!WANTED.isEmpty()) {
            page.screenshot(new Page.ScreenshotOptions().setPath(KEPT.resolve(name + ".png")));
        }
    }
}
