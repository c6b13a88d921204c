package org.omnihall.radius.transport;

import org.omnihall.radius.auth.SharedSecret;

/** One who may ask: a NAS, an access controller, a proxy; found by the address that a datagram came from. */
public record Client(SharedSecret secret, Policy policy) {

    /** What is asked of an Access-Request's Message-Authenticator (CVE-2024-3596). */
    public enum Policy {
        /** Without it there is no answer; the default. */
        REQUIRED,
        /** Required from the first valid one on, for good; until then a request without it is answered unless it carries Proxy-State or EAP. */
        LEARN,
        /** Answered without it, for devices that cannot send it; never with Proxy-State or EAP. */
        OPTIONAL
    }

    /** A client that must prove its requests. */
    public Client(SharedSecret secret) {
        this(secret, Policy.REQUIRED);
    }
}
