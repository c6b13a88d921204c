package org.omnihall.hall.access.screens;

import java.util.Optional;
import org.omnihall.hall.access.dynamic.CurrentTerms;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.quota.QuotaUse;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.shell.Caller;
import org.springframework.stereotype.Component;

/** Quotas as somebody of the staff may see them: those of accounts of his Area, and of subscribers, who belong to none. */
@Component
class OwnQuotas {

    private final AccessControllers controllers;
    private final CurrentTerms terms;

    OwnQuotas(AccessControllers controllers, CurrentTerms terms) {
        this.controllers = controllers;
        this.terms = terms;
    }

    /** Nothing too where no quota holds for the session. */
    Optional<QuotaUse> of(OpenSession session, Caller caller) {
        return controllers
                .byId(session.controllerId())
                .flatMap(ac -> terms.quotaOf(session, ac))
                .filter(use -> use.areaPath().map(caller::covers).orElse(true));
    }
}
