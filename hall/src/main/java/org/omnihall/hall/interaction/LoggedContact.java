package org.omnihall.hall.interaction;

import java.time.Instant;

/**
 * A contact as the log holds it.
 *
 * @param id of the log
 * @param writtenAt when the log learned of it
 */
public record LoggedContact(long id, Contact contact, Instant writtenAt) {}
