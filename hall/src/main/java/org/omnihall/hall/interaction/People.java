package org.omnihall.hall.interaction;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.party.Consent;
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
        return allowed(consents.history(PartyRef.subscriber(subscriber)));
    }

    /** What is allowed without regard to a medium; of the words, the newest first, the newest on each purpose counts. */
    static Set<ConsentPurpose> allowed(List<Consent> words) {
        Set<ConsentPurpose> judged = EnumSet.noneOf(ConsentPurpose.class);
        Set<ConsentPurpose> allowed = EnumSet.noneOf(ConsentPurpose.class);
        for (Consent word : words) {
            if (word.medium() == Consent.Medium.ALL && judged.add(word.purpose()) && word.given()) {
                allowed.add(word.purpose());
            }
        }
        return allowed;
    }
}
