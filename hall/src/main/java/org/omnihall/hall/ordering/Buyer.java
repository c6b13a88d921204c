package org.omnihall.hall.ordering;

import java.util.Optional;
import org.omnihall.hall.catalogue.BuyerKind;
import org.omnihall.hall.party.PartyRef;

/** For whom an order is placed. */
public sealed interface Buyer {

    /** A subscriber, by his id. */
    record Person(long subscriber) implements Buyer {}

    /**
     * A company.
     *
     * @param user the id of the login that orders for it; nothing where staff do, on a visit or in a store
     */
    record Firm(long company, Optional<Long> user) implements Buyer {}

    default BuyerKind kind() {
        return switch (this) {
            case Person person -> BuyerKind.PERSON;
            case Firm firm -> BuyerKind.COMPANY;
        };
    }

    default PartyRef party() {
        return switch (this) {
            case Person person -> PartyRef.subscriber(person.subscriber());
            case Firm firm -> PartyRef.company(firm.company());
        };
    }
}
