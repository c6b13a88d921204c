package org.omnihall.hall.party.staff;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff sign in. A misspelt key stops the start-up.
 *
 * @param changeFirstPassword whether the first administrator must choose a password of his own before anything else
 */
@ConfigurationProperties(prefix = "omnihall.staff", ignoreUnknownFields = false)
record StaffSettings(@DefaultValue("true") boolean changeFirstPassword) {}
