/** What the sender knows of any gateway, whatever protocol it speaks. */
@NullMarked
package org.omnihall.hall.messaging.gateway;

import org.jspecify.annotations.NullMarked;
