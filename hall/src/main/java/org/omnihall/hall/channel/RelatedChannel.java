package org.omnihall.hall.channel;

/** A relation and the channel at its other end, for the page of the channel at the first. */
public record RelatedChannel(Relation relation, Channel other) {}
