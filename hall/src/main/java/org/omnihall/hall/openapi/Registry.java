package org.omnihall.hall.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.ResourceType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All resources that the modules declare, by their paths. */
@Component
public class Registry {

    private final Map<String, OpenResource> byPath = new LinkedHashMap<>();

    Registry(ObjectProvider<OpenResource> resources) {
        resources.orderedStream().forEach(this::add);
    }

    private void add(OpenResource resource) {
        if (byPath.put(resource.path(), resource) != null) {
            throw new IllegalStateException("declared twice: " + resource.path());
        }
    }

    public Collection<OpenResource> all() {
        return byPath.values();
    }

    Optional<OpenResource> at(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The interface whose resources lie below this path. */
    public Optional<Api> api(String path) {
        return byPath.values().stream()
                .map(OpenResource::api)
                .filter(api -> api.path().equals(path))
                .findFirst();
    }

    /** What a client must be allowed to be told of everything that happens there. */
    public Set<Right> rightsToSee(Api api) {
        return byPath.values().stream()
                .filter(resource -> resource.api().equals(api))
                .map(OpenResource::see)
                .collect(Collectors.toSet());
    }

    /** The resources of the interface at this path. */
    public List<ResourceType> typesAt(String apiPath) {
        return byPath.values().stream()
                .filter(resource -> resource.api().path().equals(apiPath))
                .map(OpenResource::type)
                .toList();
    }
}
