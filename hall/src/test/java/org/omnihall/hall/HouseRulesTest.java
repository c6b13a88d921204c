package org.omnihall.hall;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMembers;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Profile;

/** Who may depend on whom, read from the compiled classes of the hall and the protocol libraries. */
class HouseRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("__") && !location.contains("$$")) // wired at build time
            .importPackages("org.omnihall");

    /** Each library and what it may use beside the JDK and the annotations of JSpecify. */
    private static final Map<String, String[]> LIBRARIES = Map.of(
            "octets", new String[] {"org.omnihall.octets.."},
            "radius",
                    new String[] {
                        "org.omnihall.radius..",
                        "org.omnihall.octets..",
                        "javax.net.ssl..",
                        "javax.security.auth.x500..",
                        "javax.naming.."
                    },
            "eap",
                    new String[] {
                        "org.omnihall.eap..",
                        "org.omnihall.radius..",
                        "org.omnihall.octets..",
                        "javax.net.ssl..",
                        "javax.security.auth.x500..",
                        "javax.naming.."
                    },
            "portal", new String[] {"org.omnihall.portal..", "org.omnihall.octets.."},
            "tmf", new String[] {"org.omnihall.tmf..", "tools.jackson.."});

    @Test
    void keepsTheProtocolLibrariesUsableByAnyone() {
        LIBRARIES.forEach((library, allowed) -> classes()
                .that()
                .resideInAPackage("org.omnihall." + library + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(with(allowed, "java..", "javax.crypto..", "org.jspecify.annotations.."))
                .check(CLASSES));
    }

    @Test
    void buildsTheHallWithoutItsBench() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.omnihall.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.omnihall.bench..")
                .check(CLASSES);
        assertThat(Repository.read("hall/pom.xml")).doesNotContain("omnihall-bench");
    }

    /** They share tables, never classes (ADR 0015), and what Spark brings along is on nobody's class path but its own. */
    @Test
    void keepsTheHallAndAnalyticsApart() {
        noClasses()
                .that()
                .resideInAPackage("org.omnihall.hall..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.omnihall.analytics..", "org.duckdb..", "org.apache.spark..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.omnihall.analytics..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.omnihall.hall..", "org.apache.spark..")
                .check(CLASSES);
        assertThat(Repository.read("hall/pom.xml")
                        + Repository.read("bench/pom.xml")
                        + Repository.read("analytics/pom.xml"))
                .doesNotContain("spark");
    }

    @Test
    void handsBeansToConstructorsOnly() {
        noFields()
                .should()
                .beAnnotatedWith(Autowired.class)
                .orShould()
                .beAnnotatedWith(Value.class)
                .check(CLASSES);
    }

    /** The wiring is decided when the hall is built, a condition would be decided with it (ADR 0010). */
    @Test
    void choosesNoBeanByACondition() {
        noMembers()
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .orShould()
                .beAnnotatedWith(Profile.class)
                .check(CLASSES);
        noClasses()
                .should()
                .beMetaAnnotatedWith(Conditional.class)
                .orShould()
                .beAnnotatedWith(Profile.class)
                .check(CLASSES);
    }

    @Test
    void logsThroughOneDoor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(CLASSES);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.of(some, more).flatMap(Arrays::stream).toArray(String[]::new);
    }
}
