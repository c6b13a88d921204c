package org.omnihall.tmf;

/** One attribute that a list is sorted by. */
public record Order(String path, Kind kind, boolean descending) {}
