package org.omnihall.radius;

import java.util.Optional;

/** What a packet is (RFC 2865 section 3, RFC 2866, RFC 5176, RFC 5997). */
public enum Code {
    ACCESS_REQUEST(1),
    ACCESS_ACCEPT(2),
    ACCESS_REJECT(3),
    ACCOUNTING_REQUEST(4),
    ACCOUNTING_RESPONSE(5),
    ACCESS_CHALLENGE(11),
    STATUS_SERVER(12),
    DISCONNECT_REQUEST(40),
    DISCONNECT_ACK(41),
    DISCONNECT_NAK(42),
    COA_REQUEST(43),
    COA_ACK(44),
    COA_NAK(45);

    private static final Code[] BY_NUMBER = new Code[256];

    static {
        for (Code code : values()) {
            BY_NUMBER[code.number] = code;
        }
    }

    private final int number;

    Code(int number) {
        this.number = number;
    }

    /** The octet on the wire. */
    public int number() {
        return number;
    }

    /** The code with a number from 0 to 255, if this library speaks it. */
    public static Optional<Code> of(int number) {
        return Optional.ofNullable(BY_NUMBER[number]);
    }

    /** True for what is sent unasked and wants an answer. */
    public boolean isRequest() {
        return switch (this) {
            case ACCESS_REQUEST, ACCOUNTING_REQUEST, STATUS_SERVER, DISCONNECT_REQUEST, COA_REQUEST -> true;
            case ACCESS_ACCEPT,
                    ACCESS_REJECT,
                    ACCOUNTING_RESPONSE,
                    ACCESS_CHALLENGE,
                    DISCONNECT_ACK,
                    DISCONNECT_NAK,
                    COA_ACK,
                    COA_NAK -> false;
        };
    }

    /** True when the Request Authenticator is a random number, false when it is computed from the packet (RFC 2866 section 3). */
    public boolean hasRandomAuthenticator() {
        return this == ACCESS_REQUEST || this == STATUS_SERVER;
    }

    /** True when a packet of this code may answer the given request. */
    public boolean answers(Code request) {
        return switch (this) {
            case ACCESS_ACCEPT -> request.hasRandomAuthenticator();
            case ACCESS_REJECT, ACCESS_CHALLENGE -> request == ACCESS_REQUEST;
            case ACCOUNTING_RESPONSE -> request == ACCOUNTING_REQUEST || request == STATUS_SERVER;
            case DISCONNECT_ACK, DISCONNECT_NAK -> request == DISCONNECT_REQUEST || request == STATUS_SERVER;
            case COA_ACK, COA_NAK -> request == COA_REQUEST || request == STATUS_SERVER;
            case ACCESS_REQUEST, ACCOUNTING_REQUEST, STATUS_SERVER, DISCONNECT_REQUEST, COA_REQUEST -> false;
        };
    }
}
