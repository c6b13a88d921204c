package org.omnihall.eap;

/** What comes of one message of a peer. */
public sealed interface Turn {

    /** The next request. */
    record Ask(EapPacket request) implements Turn {}

    /** The person is proved; whether he may come in is for others to say. */
    record Proved(Person person, SessionKeys keys, String method, int identifier) implements Turn {

        public EapPacket success() {
            return EapPacket.success(identifier);
        }

        public EapPacket failure() {
            return EapPacket.failure(identifier);
        }
    }

    record Refused(EapPacket failure, Failure why, String method) implements Turn {}

    /** No answer: neither what we asked for nor a repetition of it (RFC 3748 section 4.1). */
    record Ignored() implements Turn {}
}
