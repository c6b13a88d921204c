/** Who wants to be told what, and telling them: subscriptions, the outbox, deliveries until they succeed or are given up. */
@NullMarked
package org.omnihall.hall.openapi.hub;

import org.jspecify.annotations.NullMarked;
