package org.omnihall.hall.openapi.hub;

import java.net.URI;
import java.util.UUID;

/**
 * A notification that is to be delivered now.
 *
 * @param tries this one included
 */
record Due(long id, long subscription, URI to, UUID event, String body, int tries) {}
