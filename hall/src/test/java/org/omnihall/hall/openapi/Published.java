package org.omnihall.hall.openapi;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.function.Consumer;

/** What is published of a resource's answers, as far as it is known here. */
interface Published extends Wire.Watch {

    /** Nothing is published of it: it is an interface of our own. */
    Published NOTHING = of(target -> {});

    /** The definitions are not on this machine: the check is given up, not passed. */
    Published NOT_HERE = of(target -> assumeTrue(false, "TM Forum's published definitions are not on this machine"));

    /** Fails where an answer was not as published, or where none of a kind was seen. */
    void isKept(Conformance.Target target);

    private static Published of(Consumer<Conformance.Target> verdict) {
        return new Published() {
            @Override
            public void look(String method, String target, Wire.Answer answer) {}

            @Override
            public void isKept(Conformance.Target target) {
                verdict.accept(target);
            }
        };
    }
}
