package org.omnihall.hall.access.network;

/**
 * Where a business figure is set. Inner scopes win over outer ones: operator, each Area from the root down, Venue, SSID at the Venue, AP.
 *
 * @param key empty for the operator, an Area's path, else the row's id
 */
public record Scope(Kind kind, String key) {

    public enum Kind {
        OPERATOR,
        AREA,
        VENUE,
        SSID_AT_VENUE,
        ACCESS_POINT
    }

    public static final Scope OPERATOR = new Scope(Kind.OPERATOR, "");

    public static Scope area(String path) {
        return new Scope(Kind.AREA, path);
    }

    public static Scope venue(long id) {
        return new Scope(Kind.VENUE, Long.toString(id));
    }

    public static Scope ssidAtVenue(long id) {
        return new Scope(Kind.SSID_AT_VENUE, Long.toString(id));
    }

    public static Scope accessPoint(long id) {
        return new Scope(Kind.ACCESS_POINT, Long.toString(id));
    }
}
