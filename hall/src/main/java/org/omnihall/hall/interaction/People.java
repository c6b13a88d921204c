package org.omnihall.hall.interaction;

import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.party.ConsentPurpose;
import org.omnihall.hall.party.Consents;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.springframework.stereotype.Component;

/** What a card says of the person behind the number; the facts are {@code party}'s and are asked for each time. */
@Component
class People {

    private final Parties parties;
    private final Consents consents;

    People(Parties parties, Consents consents) {
        this.parties = parties;
        this.consents = consents;
    }

    Optional<Holder> holderOf(long subscriber) {
        return parties.holderOf(subscriber).map(person -> new Holder(person.name(), person.certificate()));
    }

    Set<ConsentPurpose> allowedBy(long subscriber) {
        return consents.allowedBy(PartyRef.subscriber(subscriber));
    }
}
