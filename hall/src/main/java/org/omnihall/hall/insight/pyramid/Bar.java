package org.omnihall.hall.insight.pyramid;

/** So many customers are worth just so much a month. */
record Bar(long fen, long customers) {}
