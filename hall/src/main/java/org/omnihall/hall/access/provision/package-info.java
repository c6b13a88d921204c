/** Makes an ordered business Wi-Fi real: Venue, SSID, profile and page, each done once and taken back at its end. */
@NullMarked
package org.omnihall.hall.access.provision;

import org.jspecify.annotations.NullMarked;
