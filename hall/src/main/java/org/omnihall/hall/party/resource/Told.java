package org.omnihall.hall.party.resource;

import org.omnihall.hall.openapi.Announcements;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.party.CustomerChanged;
import org.omnihall.tmf.Happening;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the hub what the console, an import or another module changed, in the transaction that changes it. */
@Component
class Told {

    private final Announcements announcements;
    private final OpenResource individual;
    private final OpenResource organization;
    private final OpenResource customer;
    private final OpenResource account;

    Told(
            Announcements announcements,
            @Qualifier("individualResource") OpenResource individualResource,
            @Qualifier("organizationResource") OpenResource organizationResource,
            @Qualifier("customerResource") OpenResource customerResource,
            @Qualifier("billingAccountResource") OpenResource billingAccountResource) {
        this.announcements = announcements;
        this.individual = individualResource;
        this.organization = organizationResource;
        this.customer = customerResource;
        this.account = billingAccountResource;
    }

    @EventListener
    void tell(CustomerChanged changed) {
        Happening happening = changed.happening();
        String id = Long.toString(changed.id());
        switch (changed.thing()) {
            case INDIVIDUAL -> announcements.announce(individual, id, happening);
            case BILLING_ACCOUNT -> announcements.announce(account, id, happening);
            case COMPANY -> {
                announcements.announce(organization, id, happening);
                announcements.announce(customer, id, happening);
            }
        }
    }
}
