package org.omnihall.hall.ordering;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has tried what: each buyer each offering once (requirement D1). The key of the table holds it against two orders at once. */
@Component
class Trials {

    private final JdbcClient db;

    Trials(JdbcClient db) {
        this.db = db;
    }

    boolean tried(Buyer buyer, String offering) {
        return db.sql("select exists (select from ordering.trial where buyer = ? and offering_code = ?)")
                .params(Buyers.name(buyer), offering)
                .query(Boolean.class)
                .single();
    }

    /** Takes the buyer's one trial; false where it is taken. */
    boolean take(Buyer buyer, String offering, long order) {
        return db.sql("insert into ordering.trial values (?, ?, ?) on conflict do nothing")
                        .params(Buyers.name(buyer), offering, order)
                        .update()
                == 1;
    }

    /** Gives back what an order took that came to nothing. */
    void release(long order) {
        db.sql("delete from ordering.trial where order_id = ?").param(order).update();
    }
}
