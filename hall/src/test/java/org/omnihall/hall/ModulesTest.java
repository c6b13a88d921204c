package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** The modules of the hall: whole, with declared arrows, and described as they are. */
class ModulesTest {

    private static final String PAGE = "docs/modules.md";
    private static final ApplicationModules MODULES = ApplicationModules.of(Omnihall.class);

    @Test
    void keepsToTheDeclaredArrows() {
        MODULES.verify();
    }

    @Test
    void hasAModuleInEveryPackageAndEveryModuleDeclaresItsArrows() throws ClassNotFoundException {
        List<String> packages = Repository.folders("hall/src/main/java/org/omnihall/hall").stream()
                .map(Path::getFileName)
                .map(Path::toString)
                .toList();
        assertThat(MODULES.stream().map(module -> module.getIdentifier().toString()))
                .containsExactlyInAnyOrderElementsOf(packages);
        for (String name : packages) {
            ApplicationModule declared =
                    Class.forName("org.omnihall.hall." + name + ".package-info").getAnnotation(ApplicationModule.class);
            assertThat(declared).as(name).isNotNull();
            assertThat(declared.allowedDependencies()).as(name).doesNotContain(ApplicationModule.OPEN_TOKEN);
            assertThat(declared.type()).as(name).isEqualTo(ApplicationModule.Type.CLOSED);
        }
    }

    /** A package-info among the tests would shadow the module's own and switch its boundary off without a word. */
    @Test
    void hasNoPackageDescriptionAmongTheTests() {
        assertThat(Repository.files("hall/src/test", "package-info.java")).isEmpty();
    }

    @Test
    void isDescribedAsItIs() {
        String page = ModulesPage.of(MODULES);
        if ("write".equals(System.getProperty("omnihall.docs"))) {
            Repository.write(PAGE, page);
        }
        assertThat(Repository.read(PAGE))
                .as("%s differs: run ./omnihall docs", PAGE)
                .isEqualTo(page);
    }
}
