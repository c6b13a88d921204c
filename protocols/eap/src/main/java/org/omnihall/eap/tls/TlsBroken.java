package org.omnihall.eap.tls;

import java.io.Serial;
import org.omnihall.eap.Failure;

/** A tunnel that did not come about or cannot be used; has no stack trace, as it costs the peer nothing. */
final class TlsBroken extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    private final Failure why;

    TlsBroken(Failure why, Throwable cause) {
        super(why + ": " + cause.getMessage(), cause, false, false);
        this.why = why;
    }

    Failure why() {
        return why;
    }
}
