package org.omnihall.hall.access.session;

import java.util.Optional;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.NetworkAccounts;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/** Looks up by what name somebody was let in, for controllers that leave User-Name out of accounting. */
@Component
class OwnerNames implements AdmittedFacts.Names {

    private final NetworkAccounts accounts;
    private final Subscribers subscribers;

    OwnerNames(NetworkAccounts accounts, Subscribers subscribers) {
        this.accounts = accounts;
        this.subscribers = subscribers;
    }

    @Override
    public Optional<String> of(Owner owner) {
        return switch (owner.kind()) {
            case ACCOUNT -> accounts.nameOf(owner.id());
            case SUBSCRIBER -> subscribers.numberOf(owner.id()).map(Msisdn::digits);
        };
    }
}
