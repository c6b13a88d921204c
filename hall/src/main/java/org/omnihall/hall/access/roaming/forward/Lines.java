package org.omnihall.hall.access.roaming.forward;

import org.omnihall.hall.access.roaming.HomeServer;

/** The ways to home servers. Implemented by {@link HomeServers}, which opens and closes them. */
interface Lines {

    Line line(HomeServer server);
}
