package org.omnihall.hall.openapi;

import java.util.List;
import java.util.Set;
import org.omnihall.tmf.ResourceType;

/** What TMF630 asks of any resource, asked of one resource of one server from outside. */
final class Conformance {

    private final ReadingChecks reading;
    private final WritingChecks writing;
    private final Runnable contract;

    /** What is proved: which resource, what it offers and with what it is tried. */
    record Target(String path, ResourceType type, Set<String> mandatory, Set<String> methods, Specimen specimen) {

        boolean offers(String method) {
            return methods.contains(method);
        }
    }

    /** One thing that is asked. */
    record Check(String name, Runnable body) {}

    /** @param contract what is published of the resource; it looks on, and says last what it saw */
    Conformance(Wire wire, Target target, Published contract) {
        this.contract = () -> contract.isKept(target);
        Probe probe = new Probe(wire.watchedBy(contract), target);
        this.reading = new ReadingChecks(probe);
        this.writing = new WritingChecks(probe);
    }

    /** The checks, to be run in this order: the first ones make the rows that later ones look for. */
    List<Check> checks() {
        return List.of(
                new Check("creates and keeps what was sent", writing::creates),
                new Check("refuses what cannot be created", writing::refusesToCreate),
                new Check("creates once for one idempotency key", writing::createsOnce),
                new Check("gives every row id, href and type", reading::rowsAreWhole),
                new Check("says of an unknown id that it is not there", reading::unknownIsNotFound),
                new Check("shows the fields that were asked for", reading::selectsFields),
                new Check("refuses by name what it does not declare", reading::refusesUndeclared),
                new Check("filters by everything it declares", reading::filters),
                new Check("pages without loss and without repetition", reading::pages),
                new Check("sorts by everything it declares", reading::sorts),
                new Check("changes what a patch says and nothing else", writing::patches),
                new Check("refuses a patch that does not fit", writing::refusesPatches),
                new Check("takes a row away", writing::deletes),
                new Check("says which methods it offers", writing::namesItsMethods),
                new Check("asks who is calling", reading::asksWhoCalls),
                new Check("answers as its published definition says", contract));
    }
}
