package org.omnihall.hall.access.network;

import java.util.Optional;

/** What came of asking for an account. */
public sealed interface AccountAnswer {

    /** The account, or that there is none of the name. */
    record Known(Optional<NetworkAccount> account) implements AccountAnswer {}

    /** It could not be read: this says nothing about whether there is one. */
    record Unread(Fault fault) implements AccountAnswer {}

    /** Why an account could not be read. */
    enum Fault {
        QUEUE_FULL,
        DATABASE_AWAY,
        /** The database read others and not this one. */
        NOT_READ
    }
}
