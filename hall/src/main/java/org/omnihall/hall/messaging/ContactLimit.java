package org.omnihall.hall.messaging;

/**
 * How often and when a customer may be sent messages of one purpose.
 *
 * @param perDay of the operator's calendar, at most
 * @param perMonth of the operator's calendar, at most
 */
public record ContactLimit(Purpose purpose, int perDay, int perMonth, QuietHours quiet) {}
