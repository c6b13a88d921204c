package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Front-end files of others: pinned by {@code tools/vendor.sh}, each with the licence it came under. */
class VendoredFilesTest {

    private static final List<Path> FOLDERS = Repository.folders("hall/src/main/resources/static/vendor");

    @Test
    void carriesTheLicenceOfEveryLibrary() {
        assertThat(FOLDERS)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("LICENSE")).isNotEmptyFile());
    }

    @Test
    void usesLicencesThatMayBeShipped() {
        assertThat(FOLDERS)
                .allSatisfy(folder -> assertThat(Repository.read(folder.resolve("LICENSE")))
                        .containsAnyOf(
                                "MIT License", "Permission is hereby granted", "Apache License", "Zero-Clause BSD")
                        .doesNotContain("GNU GENERAL PUBLIC"));
    }

    @Test
    void holdsTheVersionsThatTheScriptPins() {
        String script = Repository.read("tools/vendor.sh");
        assertThat(FOLDERS).allSatisfy(folder -> {
            String name = folder.getFileName().toString();
            int dash = name.lastIndexOf('-');
            assertThat(script).contains("\n" + name.substring(0, dash) + "=" + name.substring(dash + 1) + "\n");
        });
    }
}
