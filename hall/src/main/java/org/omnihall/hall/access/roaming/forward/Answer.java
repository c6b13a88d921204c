package org.omnihall.hall.access.roaming.forward;

import org.omnihall.hall.access.roaming.HomeServer;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;

/**
 * What a home server said.
 *
 * @param sent the request as it went to it: its keys are hidden under that authenticator
 */
record Answer(HomeServer server, Packet sent, SharedSecret secret, Packet reply) {}
