package org.omnihall.hall.channel;

import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.openapi.Announcements;
import org.omnihall.tmf.Happening;
import org.springframework.stereotype.Component;

/** What every change of a channel leaves behind, in its transaction: a line in the audit trail and a notice to who listens. */
@Component
class ChannelTrail {

    private final AuditTrail audit;
    private final Announcements announcements;

    ChannelTrail(AuditTrail audit, Announcements announcements) {
        this.audit = audit;
        this.announcements = announcements;
    }

    void record(String actor, String act, Channel channel, String detail, Happening happening) {
        audit.record(actor, act, "channel:" + channel.code(), detail);
        announce(channel.id(), happening);
    }

    void announce(ChannelId channel, Happening happening) {
        announcements.announce(SalesChannelResource.SALES_CHANNEL, Long.toString(channel.value()), happening);
    }
}
