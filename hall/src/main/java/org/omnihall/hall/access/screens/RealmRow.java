package org.omnihall.hall.access.screens;

import java.util.List;
import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.hall.access.roaming.forward.HomeServers;

/**
 * A realm as its screen shows it.
 *
 * @param waiting how many records of accounting its servers have not acknowledged yet
 */
public record RealmRow(Realm realm, List<At> servers, long waiting) {

    public RealmRow {
        servers = List.copyOf(servers);
    }

    /** One of its servers and how it stands on this node. */
    public record At(HomeServer server, HomeServers.Standing standing) {}
}
