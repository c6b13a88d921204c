package org.omnihall.hall.party;

/**
 * To whom and where a number segment was given out.
 *
 * @param province English name, empty where the source knows none
 * @param city English name, empty where the source knows none
 */
public record SegmentPlace(Operator operator, String province, String city) {}
