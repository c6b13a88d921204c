package org.omnihall.hall.openapi;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.openapi.clients.Callers;
import org.omnihall.hall.openapi.hub.HubFace;
import org.omnihall.tmf.Problem;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Where all interfaces are served: finds the resource by the path, what is to be done by the method. */
@Configuration
class Face {

    private final Registry registry;
    private final Lists lists;
    private final Writes writes;
    private final TaskWrites tasks;
    private final HubFace hub;

    Face(Registry registry, Lists lists, Writes writes, TaskWrites tasks, HubFace hub) {
        this.registry = registry;
        this.lists = lists;
        this.writes = writes;
        this.tasks = tasks;
        this.hub = hub;
    }

    @Bean
    RouterFunction<ServerResponse> openApis() {
        return RouterFunctions.route(RequestPredicates.path(Api.ROOT + "**"), this::answer);
    }

    private ServerResponse answer(ServerRequest request) {
        try {
            return answer(new Exchange(request, Callers.current()));
        } catch (Problem problem) {
            return Answers.problem(problem);
        }
    }

    private ServerResponse answer(Exchange exchange) {
        String path = exchange.path();
        Optional<OpenResource> collection = registry.at(path);
        if (collection.isPresent()) {
            return collection(collection.get(), exchange);
        }
        int slash = path.lastIndexOf('/');
        String parent = path.substring(0, slash);
        Optional<OpenResource> parentResource = registry.at(parent);
        if (parentResource.isPresent()) {
            return item(parentResource.get(), path.substring(slash + 1), exchange);
        }
        return hub.answer(exchange).orElseThrow(() -> Answers.notFound(path, Optional.empty()));
    }

    private ServerResponse collection(OpenResource resource, Exchange exchange) {
        Writing writing = resource.writing();
        return switch (exchange.method()) {
            case "GET", "HEAD" -> lists.list(resource, exchange);
            case "POST" ->
                writing.creation()
                        .map(how -> writes.create(resource, how, exchange))
                        .or(() -> writing.task().map(how -> tasks.perform(resource, how, exchange)))
                        .orElseGet(() -> Answers.notOffered(List.of("GET"), "POST"));
            case String other ->
                Answers.notOffered(writing.takesPost() ? List.of("GET", "POST") : List.of("GET"), other);
        };
    }

    private ServerResponse item(OpenResource resource, String id, Exchange exchange) {
        Writing writing = resource.writing();
        return switch (exchange.method()) {
            case "GET", "HEAD" -> lists.one(resource, id, exchange);
            case "PATCH" ->
                writing.change()
                        .map(how -> writes.change(resource, id, how, exchange))
                        .orElseGet(() -> Answers.notOffered(writing.methods(), "PATCH"));
            case "DELETE" ->
                writing.deletion()
                        .map(how -> writes.delete(resource, id, how, exchange))
                        .orElseGet(() -> Answers.notOffered(writing.methods(), "DELETE"));
            case String other -> Answers.notOffered(writing.methods(), other);
        };
    }
}
