package org.omnihall.hall.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * TM Forum's published definitions, where this machine has them: they are no part of the product, and nothing but this proof reads them. They
 * are looked for in the folder that {@code -Domnihall.tmf.definitions} names, else in {@code shared/specs/tmf/v4} of a folder above this one.
 */
final class Definitions {

    private static final String PROPERTY = "omnihall.tmf.definitions";
    private static final String USUAL = "shared/specs/tmf/v4";

    private final Map<String, JsonNode> byBase;

    private Definitions(Map<String, JsonNode> byBase) {
        this.byBase = byBase;
    }

    /** Nothing, and a line that says so, where they are not here. */
    static Optional<Definitions> find() {
        Optional<Path> folder = folder();
        if (folder.isEmpty()) {
            System.err.println(
                    "OpenResourcesTest SKIPS THE CONTRACTS: TM Forum's definitions are not here; name their folder by -D"
                            + PROPERTY + "=...");
        }
        return folder.map(Definitions::read);
    }

    private static Optional<Path> folder() {
        String named = System.getProperty(PROPERTY, "");
        if (!named.isEmpty()) {
            return Optional.of(Path.of(named)); // which must be there then
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), above -> above != null, Path::getParent)
                .map(above -> above.resolve(USUAL))
                .filter(Files::isDirectory)
                .findFirst();
    }

    private static Definitions read(Path folder) {
        Map<String, JsonNode> byBase = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".json")).toList()) {
                JsonNode definition = Wire.JSON.readTree(Files.readString(file));
                byBase.put(base(definition), definition);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Definitions(byBase);
    }

    /** Two definitions were published without the root that the others have, one of them under another's name. */
    private static String base(JsonNode definition) {
        String path = definition.path("basePath").asString().replaceAll("/$", "");
        if (definition.path("paths").has("/queryProductRecommendation")) {
            return Api.ROOT + "recommendation/v4";
        }
        return path.startsWith(Api.ROOT) ? path : Api.ROOT + path.substring(1);
    }

    /** What is published of a resource. */
    Contract of(OpenResource resource) {
        return Optional.ofNullable(byBase.get(resource.api().path()))
                .map(definition -> new Contract(resource.path(), definition))
                .orElseThrow(() -> new AssertionError(
                        "no definition is published of " + resource.api().path()));
    }
}
