package org.omnihall.hall.insight.pyramid;

/** How many customers other borders would move, by places counted from the top. */
public record Moves(long up, long down) {}
