package org.omnihall.hall.party.permission;

import org.omnihall.hall.openapi.Announcements;
import org.omnihall.hall.openapi.OpenResource;
import org.omnihall.hall.party.staff.StaffChanged;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the hub whose permission is new or other than before, in the transaction that changes it. */
@Component
class PermissionNews {

    private final Announcements announcements;
    private final OpenResource permission;

    PermissionNews(Announcements announcements, @Qualifier("permissionResource") OpenResource permissionResource) {
        this.announcements = announcements;
        this.permission = permissionResource;
    }

    @EventListener
    void tell(StaffChanged changed) {
        announcements.announce(permission, changed.login(), changed.happening());
    }
}
