package org.omnihall.hall.access.network;

/** Whose attributes an access controller understands; the attributes and their units are data of the RADIUS side. */
public enum Vendor {
    STANDARD,
    HUAWEI,
    H3C,
    ZTE,
    CISCO,
    MIKROTIK,
    RUCKUS,
    ARUBA,
    WISPR,
    CHILLISPOT
}
