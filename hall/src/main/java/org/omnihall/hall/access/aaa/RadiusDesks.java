package org.omnihall.hall.access.aaa;

import org.omnihall.hall.access.roaming.forward.Roaming;
import org.omnihall.hall.access.session.Accounting;
import org.omnihall.radius.transport.Handler;
import org.springframework.stereotype.Component;

/** Who answers requests, whatever they came over: guests by their home servers, all others by us. */
@Component
class RadiusDesks {

    private final Handler access;
    private final Handler accounting;
    private final Accounting books;
    private final DatabaseHealth health;

    RadiusDesks(AccessRequests access, Accounting accounting, Roaming roaming, DatabaseHealth health) {
        this.access = roaming.access(access);
        this.accounting = roaming.accounting(accounting);
        this.books = accounting;
        this.health = health;
    }

    Handler access() {
        return access;
    }

    Handler accounting() {
        return accounting;
    }

    boolean isHealthy() {
        return health.isHealthy();
    }

    /** Whether accounting is acknowledged; also what a connection is told that carries both, for it is of use as long as one of them works. */
    boolean keepsBooks() {
        return health.isHealthy() || books.outlastsTheDatabase();
    }

    int booksBehind() {
        return books.behind();
    }
}
