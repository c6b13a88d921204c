package org.omnihall.tmf;

import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A request that cannot be answered as it stands; becomes TMF630's error body. Carries no stack trace: what people send causes it. */
public final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong, as a program reads it. */
    public enum Code {
        INVALID_QUERY(400, "The query cannot be understood"),
        INVALID_BODY(400, "The body cannot be understood"),
        UNKNOWN_CALLER(401, "The caller is not known"),
        NOT_ALLOWED(403, "The caller may not do this"),
        NOT_FOUND(404, "There is no such resource"),
        METHOD(405, "This resource does not offer the method"),
        CONFLICT(409, "The resource is not in a state that allows this"),
        CHANGED_MEANWHILE(412, "The resource was changed meanwhile"),
        TOO_LARGE(413, "The body is too large"),
        MEDIA_TYPE(415, "This media type is not understood here"),
        BEYOND_THE_LAST(416, "The list has no such row"),
        KEY_USED(422, "The idempotency key belongs to another request"),
        BUSY(503, "This cannot be done now and may be tried again");

        private final int status;
        private final String reason;

        Code(int status, String reason) {
            this.status = status;
            this.reason = reason;
        }

        /** The status of the HTTP answer. */
        public int status() {
            return status;
        }
    }

    private final Code code;

    public Problem(Code code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Problem query(String message) {
        return new Problem(Code.INVALID_QUERY, message);
    }

    static Problem body(String message) {
        return new Problem(Code.INVALID_BODY, message);
    }

    public Code code() {
        return code;
    }

    /** The error as TMF630 shapes it: code, reason, message, status, @type. */
    public ObjectNode toBody() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("code", code.name())
                .put("reason", code.reason)
                .put("message", String.valueOf(getMessage()))
                .put("status", Integer.toString(code.status))
                .put("@type", "Error");
    }
}
