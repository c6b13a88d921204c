package org.omnihall.hall.access.session;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** How a try to bring accounting into the books came out. */
sealed interface Taking {

    Logger LOG = LoggerFactory.getLogger(Taking.class);

    record Done() implements Taking {}

    /** Some of it is refused for what it holds, so the rest is to be tried without it. */
    record Refused(String reason) implements Taking {}

    /**
     * The edge to the database: a bug that one record meets must not hold up those behind it, an absence is passed on.
     *
     * @param what is brought, for the log
     * @throws DataAccessException or {@link TransactionException} when the database is away
     */
    static Taking attempt(String what, Runnable bringing) {
        try {
            bringing.run();
            return new Done();
        } catch (DataIntegrityViolationException refusal) {
            LOG.error("the database refuses some of {}", what, refusal);
            return new Refused(refusal.toString());
        } catch (DataAccessException | TransactionException away) {
            throw away;
        } catch (RuntimeException bug) {
            LOG.error("some of {} cannot be worked in", what, bug);
            return new Refused(bug.toString());
        }
    }
}
