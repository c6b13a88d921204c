package org.omnihall.hall;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.EventType;
import org.springframework.modulith.core.NamedInterface;

/** The page about the modules, written from the modules themselves. */
final class ModulesPage {

    private static final String HEAD = """
            # Modules of the hall

            Written by `ModulesTest` from the code; `./omnihall docs` rewrites it. An arrow means: calls, or listens to.
            """;
    private static final String SOURCES = "hall/src/main/java/org/omnihall/hall/";
    private static final Pattern PURPOSE = Pattern.compile("^/\\*\\*\\s*(.*?)\\s*\\*/", Pattern.DOTALL);

    private final ApplicationModules modules;

    private ModulesPage(ApplicationModules modules) {
        this.modules = modules;
    }

    static String of(ApplicationModules modules) {
        ModulesPage page = new ModulesPage(modules);
        List<ApplicationModule> ordered =
                modules.stream().sorted(Comparator.comparing(ModulesPage::name)).toList();
        String arrows = ordered.stream()
                .flatMap(module -> page.uses(module).map(used -> "    " + name(module) + " --> " + used + "\n"))
                .collect(Collectors.joining());
        String sections = ordered.stream().map(page::section).collect(Collectors.joining());
        return HEAD + "\n```mermaid\ngraph TD\n" + arrows + "```\n" + sections;
    }

    private String section(ApplicationModule module) {
        return "\n## " + name(module) + "\n\n" + purpose(name(module)) + "\n"
                + line("Uses", uses(module))
                + line("Offers", offers(module))
                + line(
                        "Publishes",
                        module.getPublishedEvents().stream()
                                .map(EventType::getType)
                                .map(JavaClass::getSimpleName))
                + line(
                        "Listens to",
                        module.getEventsListenedTo(modules).stream().map(JavaClass::getSimpleName))
                + inside(module);
    }

    private static String line(String title, Stream<String> names) {
        String all = names.distinct().sorted().collect(Collectors.joining("`, `"));
        return all.isEmpty() ? "" : "\n" + title + ": `" + all + "`\n";
    }

    /** The sub-packages, which other modules cannot see. */
    private static String inside(ApplicationModule module) {
        String parts = Repository.folders(SOURCES + name(module)).stream()
                .map(folder -> folder.getFileName().toString())
                .map(part -> "- `" + part + "` " + purpose(name(module) + "/" + part) + "\n")
                .collect(Collectors.joining());
        return parts.isEmpty() ? "" : "\nInside:\n\n" + parts;
    }

    private static String purpose(String folder) {
        String path = SOURCES + folder + "/package-info.java";
        Matcher found = PURPOSE.matcher(Repository.read(path));
        if (!found.find()) {
            throw new IllegalStateException(path + " does not say what the package is for");
        }
        return found.group(1).replaceAll("\\s*\\n \\* ?", " ");
    }

    private Stream<String> uses(ApplicationModule module) {
        return module.getDirectDependencies(modules)
                .uniqueModules()
                .map(ModulesPage::name)
                .sorted();
    }

    private static Stream<String> offers(ApplicationModule module) {
        return module.getNamedInterfaces().stream()
                .filter(NamedInterface::isUnnamed)
                .flatMap(NamedInterface::asJavaClasses)
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .map(JavaClass::getSimpleName);
    }

    private static String name(ApplicationModule module) {
        return module.getIdentifier().toString();
    }
}
