package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/** Pictures of pages as the tests saw them: under target, and into the documents with {@code -Domnihall.pictures=write}. */
final class Pictures {

    private static final int MOST_OCTETS = 150_000;
    private static final Path FOLDER =
            System.getProperty("omnihall.pictures", "").equals("write")
                    ? Path.of("..", "docs", "pictures")
                    : Path.of("target", "pictures");

    private Pictures() {}

    static void take(Page page, String name) {
        byte[] picture = page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.ALLOW));
        assertThat(picture.length).as(name).isLessThan(MOST_OCTETS);
    }
}
