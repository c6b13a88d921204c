package org.omnihall.eap;

import java.util.Arrays;
import java.util.Optional;

/** What an EAP packet is (RFC 3748 section 4). */
public enum EapCode {
    REQUEST(1),
    RESPONSE(2),
    SUCCESS(3),
    FAILURE(4);

    private final int number;

    EapCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Whether a packet of this code has a type. */
    public boolean isTyped() {
        return this == REQUEST || this == RESPONSE;
    }

    static Optional<EapCode> of(int number) {
        return Arrays.stream(values()).filter(code -> code.number == number).findFirst();
    }
}
