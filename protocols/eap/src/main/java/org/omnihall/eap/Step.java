package org.omnihall.eap;

import org.omnihall.octets.Octets;

/** What a method does next. */
public sealed interface Step {

    /** Sends a request with these data behind the type. */
    record Send(Octets typeData) implements Step {}

    /** Has proved a person. */
    record Proved(Person person, SessionKeys keys) implements Step {}

    record Failed(Failure why) implements Step {}
}
