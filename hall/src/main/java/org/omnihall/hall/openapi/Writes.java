package org.omnihall.hall.openapi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.omnihall.tmf.EntityTag;
import org.omnihall.tmf.Happening;
import org.omnihall.tmf.Patch;
import org.omnihall.tmf.Problem;
import org.omnihall.tmf.Shape;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Answers POST, PATCH and DELETE. The change, its announcement and the memory of its idempotency key are one transaction. */
@Component
class Writes {

    private static final int TRIES = 3;
    private static final List<String> STATES = List.of("state", "status", "lifecycleStatus");

    private final Lists lists;
    private final Bodies bodies;
    private final Announcements announcements;
    private final IdempotencyKeys keys;

    Writes(Lists lists, Bodies bodies, Announcements announcements, IdempotencyKeys keys) {
        this.lists = lists;
        this.bodies = bodies;
        this.announcements = announcements;
        this.keys = keys;
    }

    @Transactional
    public ServerResponse create(OpenResource resource, Writing.Creation creation, Exchange exchange) {
        exchange.client().require(resource.change());
        exchange.requireJson();
        String text = exchange.body();
        return exchange.header(IdempotencyKeys.HEADER)
                .map(key -> keys.once(
                        exchange.client(),
                        key,
                        resource.path() + "\n" + text,
                        () -> created(resource, creation, exchange, text)))
                .orElseGet(() -> created(resource, creation, exchange, text))
                .toAnswer();
    }

    private IdempotencyKeys.Made created(
            OpenResource resource, Writing.Creation creation, Exchange exchange, String text) {
        ObjectNode posted = bodies.object(text);
        Shape.requireNew(resource.type(), posted, resource.writing().mandatory());
        String id = creation.create(posted, exchange.client());
        Stored row = lists.stored(resource, id, exchange.client());
        announcements.announce(resource, id, Happening.CREATE);
        return new IdempotencyKeys.Made(resource.href(id), bodies.write(Bodies.shown(resource, row)), false);
    }

    /** Without a tag of the client's, a change that came between is met by reading again; with one, by refusing. */
    @Transactional
    public ServerResponse change(OpenResource resource, String id, Writing.Change change, Exchange exchange) {
        exchange.client().require(resource.change());
        JsonNode patch = bodies.read(exchange.body());
        written(resource, id, exchange, (before, client) -> {
            ObjectNode shown = Bodies.shown(resource, before);
            ObjectNode after = Patch.apply(resource.type(), shown, exchange.mediaType(), patch);
            Shape.requireKinds(resource.type(), after);
            Happening happening = happening(shown, after);
            after.remove(List.of("id", "href"));
            boolean done = change.change(before, after, client);
            if (done) {
                announcements.announce(resource, id, happening);
            }
            return done;
        });
        Stored row = lists.stored(resource, id, exchange.client());
        return Answers.json(200, Map.of("ETag", new EntityTag(row.version()).header()), Bodies.shown(resource, row));
    }

    @Transactional
    public ServerResponse delete(OpenResource resource, String id, Writing.Deletion deletion, Exchange exchange) {
        exchange.client().require(resource.change());
        written(resource, id, exchange, (before, client) -> {
            announcements.announce(resource, id, Happening.DELETE);
            return deletion.delete(before, client);
        });
        return Answers.done();
    }

    private void written(OpenResource resource, String id, Exchange exchange, BiPredicate<Stored, ApiClient> writing) {
        Optional<String> seen = exchange.header("If-Match");
        for (int i = 0; i < TRIES; i++) {
            Stored before = lists.stored(resource, id, exchange.client());
            seen.ifPresent(new EntityTag(before.version())::require);
            if (writing.test(before, exchange.client())) {
                return;
            }
        }
        throw new Problem(Problem.Code.CONFLICT, "The resource is being changed by others: try again");
    }

    private static Happening happening(ObjectNode before, ObjectNode after) {
        boolean moved = STATES.stream().anyMatch(name -> !before.path(name).equals(after.path(name)));
        return moved ? Happening.STATE : Happening.CHANGE;
    }
}
