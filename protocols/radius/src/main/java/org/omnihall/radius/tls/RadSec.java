package org.omnihall.radius.tls;

import org.omnihall.radius.auth.SharedSecret;

/** What RFC 6614 fixes. */
public final class RadSec {

    /** The port of both directions (RFC 6614 section 2.1). */
    public static final int PORT = 2083;

    /** The secret of all connections; TLS proves and hides, so it guards nothing (RFC 6614 section 2.3). */
    public static final SharedSecret SECRET = SharedSecret.of("radsec");

    private RadSec() {}
}
