package org.omnihall.hall.messaging;

import java.util.UUID;

/** The name of one message in our own books; gateways give it others. */
public record MessageId(UUID value) {}
