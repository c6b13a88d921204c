package org.omnihall.hall.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * What of a resource may be written from outside, and by whom in the module. All of it runs in one transaction with the announcement; what
 * does not fit the business is refused by {@link org.omnihall.tmf.Problem}.
 */
public record Writing(
        Set<String> mandatory,
        Optional<Creation> creation,
        Optional<Task> task,
        Optional<Change> change,
        Optional<Deletion> deletion) {

    /** Only to be read. */
    public static final Writing NONE =
            new Writing(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Writing {
        mandatory = Set.copyOf(mandatory);
    }

    /** Creates the resource and gives its id. Attributes, kinds and what is mandatory were looked at. */
    @FunctionalInterface
    public interface Creation {
        String create(ObjectNode posted, ApiClient by);
    }

    /**
     * Does a task at once and gives it as it is read from then on. It is durable when it is given, or, where the caller has begun a
     * transaction, with that. So a module may write many tasks in one commit. Attributes, kinds and what is mandatory were looked at.
     */
    @FunctionalInterface
    public interface Task {
        Done perform(ObjectNode posted, ApiClient by);
    }

    /**
     * A task that is done.
     *
     * @param told word for word what is kept of it: a JSON object with its {@code @type}, without id and href
     */
    public record Done(String id, String told) {}

    /**
     * Writes the resource as it is to be, where it still has the version that was read.
     */
    @FunctionalInterface
    public interface Change {
        /** Gives false where the row has another version by now. */
        boolean change(Stored before, ObjectNode after, ApiClient by);
    }

    /** Takes the resource away, where it still has the version that was read. */
    @FunctionalInterface
    public interface Deletion {
        /** Gives false where the row has another version by now. */
        boolean delete(Stored before, ApiClient by);
    }

    /** @param needed the first-level attributes without which it is not taken */
    public Writing creating(Set<String> needed, Creation how) {
        return new Writing(needed, Optional.of(how), task, change, deletion);
    }

    /** @param needed the first-level attributes without which it is not done */
    public Writing performing(Set<String> needed, Task how) {
        return new Writing(needed, creation, Optional.of(how), change, deletion);
    }

    public Writing changing(Change how) {
        return new Writing(mandatory, creation, task, Optional.of(how), deletion);
    }

    public Writing deleting(Deletion how) {
        return new Writing(mandatory, creation, task, change, Optional.of(how));
    }

    /** Whether the collection takes a POST. */
    boolean takesPost() {
        return creation.isPresent() || task.isPresent();
    }

    /** The methods that one resource takes, for the header {@code Allow}. */
    List<String> methods() {
        List<String> methods = new ArrayList<>(List.of("GET"));
        change.ifPresent(how -> methods.add("PATCH"));
        deletion.ifPresent(how -> methods.add("DELETE"));
        return methods;
    }
}
