/** The SMPP 3.4 adapter: one bound transceiver per gateway, kept alive and bound again when it breaks. */
@NullMarked
package org.omnihall.hall.messaging.smpp;

import org.jspecify.annotations.NullMarked;
