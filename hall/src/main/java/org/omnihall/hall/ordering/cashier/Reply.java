package org.omnihall.hall.ordering.cashier;

/** The answer to a callback. */
record Reply(int status, String type, String body) {

    static Reply json(int status, String body) {
        return new Reply(status, "application/json", body);
    }

    static Reply text(int status, String body) {
        return new Reply(status, "text/plain", body);
    }
}
