/** The operator's network as the hall knows it: places, access controllers, SSIDs, access profiles, network accounts and business figures. */
@NullMarked
package org.omnihall.hall.access.network;

import org.jspecify.annotations.NullMarked;
