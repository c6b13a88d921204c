package org.omnihall.hall.shell;

/**
 * What a page showed to somebody, so that he may ask for the rest of it and for nothing that no page showed him: a number in full is asked for with
 * the pass that stood beside the masked one.
 */
public interface Passes {

    /** A pass for one thing, such as {@code subscriber:17}, of no use to anybody else and to nobody two days later. */
    String of(Caller caller, String thing);

    boolean holds(Caller caller, String thing, String pass);
}
