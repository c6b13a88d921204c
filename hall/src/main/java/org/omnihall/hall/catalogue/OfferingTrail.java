package org.omnihall.hall.catalogue;

import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.openapi.Announcements;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;

/** What every change of an offering leaves behind, in its transaction: a line in the audit trail and a notice to who listens. */
@Component
class OfferingTrail {

    private final AuditTrail audit;
    private final Announcements announcements;

    OfferingTrail(AuditTrail audit, Announcements announcements) {
        this.audit = audit;
        this.announcements = announcements;
    }

    /** A deletion is recorded before the row goes. */
    void record(String actor, String act, String offering, String detail, Happening happening) {
        audit.record(actor, act, "offering:" + offering, detail);
        announcements.announce(CatalogueResources.OFFERING, offering, happening);
    }

    void announcePrice(long id, Happening happening) {
        announcements.announce(CatalogueResources.PRICE, Long.toString(id), happening);
    }
}
