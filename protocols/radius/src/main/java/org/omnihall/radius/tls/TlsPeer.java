package org.omnihall.radius.tls;

import org.omnihall.radius.transport.Client;
import org.omnihall.radius.transport.Handler;

/**
 * One who may connect, found by his certificate.
 *
 * @param policy what is asked of the Message-Authenticator of his requests
 * @param handler takes his requests
 */
public record TlsPeer(Client.Policy policy, Handler handler) {}
