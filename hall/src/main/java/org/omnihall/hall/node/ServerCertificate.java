package org.omnihall.hall.node;

import java.nio.file.Path;

/**
 * The certificate that this node shows, for listeners of other modules.
 *
 * @param certificate PEM: the server's certificate, then the chain
 * @param key PEM: its private key
 */
public record ServerCertificate(Path certificate, Path key) {}
