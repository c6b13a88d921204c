package org.omnihall.hall.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Buyers and prices on their way into and out of the columns that orders and products share. */
final class Buyers {

    /** A buyer as three columns, of which the first or the others are filled. */
    record Columns(
            @Nullable Long subscriber,
            @Nullable Long company,
            @Nullable Long user) {}

    private Buyers() {}

    static Columns columns(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person -> new Columns(person.subscriber(), null, null);
            case Buyer.Firm firm ->
                new Columns(null, firm.company(), firm.user().orElse(null));
        };
    }

    static Buyer read(ResultSet row, Optional<Long> user) throws SQLException {
        Long company = row.getObject("company_id", Long.class);
        return company == null ? new Buyer.Person(row.getLong("subscriber_id")) : new Buyer.Firm(company, user);
    }

    static Charges charges(ResultSet row) throws SQLException {
        return new Charges(
                row.getLong("one_time_fen"), row.getLong("monthly_fen"), JsonMaps.sums(row.getString("usage_fen")));
    }

    /** The condition that a row is this buyer's, whoever ordered for him; {@code :his} is his {@link #id}. */
    static String his(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person -> "subscriber_id = :his";
            case Buyer.Firm firm -> "company_id = :his";
        };
    }

    static long id(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person -> person.subscriber();
            case Buyer.Firm firm -> firm.company();
        };
    }

    /** Names a buyer whoever orders for him. */
    static String name(Buyer buyer) {
        return switch (buyer) {
            case Buyer.Person person -> "subscriber:" + person.subscriber();
            case Buyer.Firm firm -> "company:" + firm.company();
        };
    }
}
