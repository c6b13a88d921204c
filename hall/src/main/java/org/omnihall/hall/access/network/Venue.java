package org.omnihall.hall.access.network;

/** A place that people know by name, such as a station or a mall; APs stand in it. */
public record Venue(long id, String areaPath, String name, String street, long accessPoints) {}
