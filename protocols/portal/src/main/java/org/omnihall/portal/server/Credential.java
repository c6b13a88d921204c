package org.omnihall.portal.server;

/** How a login proves itself to the access device; the secret is a short-lived login token, never a stored password. */
public sealed interface Credential {

    String secret();

    /** The secret stays here; the device gets a digest of it with its challenge. */
    record Chap(String secret) implements Credential {
        @Override
        public String toString() {
            return "Chap[••••••]";
        }
    }

    /** The secret travels in clear on the link to the device. */
    record Pap(String secret) implements Credential {
        @Override
        public String toString() {
            return "Pap[••••••]";
        }
    }
}
