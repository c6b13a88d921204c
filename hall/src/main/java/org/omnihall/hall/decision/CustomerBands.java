package org.omnihall.hall.decision;

import java.util.Optional;
import org.omnihall.hall.interaction.Cards;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of which band a customer is, by what he spends a month (requirement C15): the highest whose border he reaches. */
@Component
public class CustomerBands {

    private final JdbcClient db;
    private final Cards cards;

    CustomerBands(JdbcClient db, Cards cards) {
        this.db = db;
        this.cards = cards;
    }

    /** Nothing for a customer whose value nobody has computed. */
    public Optional<CustomerBand> of(long subscriber) {
        return cards.valueOf(subscriber).map(value -> spending(value.monthlyFen()));
    }

    private CustomerBand spending(long monthlyFen) {
        return db.sql(
                        "select band from decision.weight where from_monthly_fen <= ? order by from_monthly_fen desc limit 1")
                .param(monthlyFen)
                .query((row, number) -> CustomerBand.valueOf(row.getString("band")))
                .optional()
                .orElse(CustomerBand.LOW);
    }
}
