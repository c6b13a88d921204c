package org.omnihall.hall.access.roaming;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Holds the newest {@link RoamingBook} of this node. A change here is seen here at its commit, on other nodes within two seconds; while the database
 * is away the last book stays.
 */
@Component
public class RoamingState {

    private static final Logger LOG = LoggerFactory.getLogger(RoamingState.class);

    private final RoamingTables tables;
    private final JdbcClient db;
    private volatile RoamingBook book;
    private volatile boolean away;

    RoamingState(RoamingTables tables, JdbcClient db) {
        this.tables = tables;
        this.db = db;
        this.book = tables.read();
    }

    public RoamingBook book() {
        return book;
    }

    /** To be called within a change's transaction. */
    void changed() {
        db.sql("update access.roaming_version set version = version + 1").update();
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            reload();
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                reload();
            }
        });
    }

    @Scheduled(fixedDelay = 1000)
    void reload() {
        try {
            if (tables.version() != book.version()) {
                book = tables.read();
            }
            away = false;
        } catch (DataAccessException | CannotCreateTransactionException outage) {
            if (!away) {
                LOG.warn("The realms' tables cannot be read; what was known stays in force: {}", outage.getMessage());
            }
            away = true;
        }
    }
}
