package org.omnihall.hall.enterprise.wifi;

import org.omnihall.hall.access.Headcount;

/** One Venue in the list, with how many are online. */
public record WifiNow(OwnWifi wifi, Headcount online) {}
