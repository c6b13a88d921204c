package org.omnihall.hall.access.roaming;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.omnihall.hall.node.ServerCertificate;
import org.omnihall.radius.tls.TlsServerSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of RadSec. A misspelt key stops the start-up.
 *
 * @param authorities PEM: who issues the certificates of peers; without it there is no RadSec, neither towards us nor from us
 * @param certificate PEM: the certificate that peers are shown, then the chain; the node's own where none is given
 * @param key PEM: its private key
 * @param port TCP, before the node's offset; 0 lets the system choose
 * @param connections the most at once
 * @param handshake how long one may take
 * @param packet how long a packet may take to come as a whole, or an answer to be taken
 * @param idle how long a connection may be silent
 */
@ConfigurationProperties(prefix = "omnihall.access.radsec", ignoreUnknownFields = false)
public record RadSecSettings(
        Optional<Path> authorities,
        Optional<Path> certificate,
        Optional<Path> key,
        @DefaultValue("2083") int port,
        @DefaultValue("1000") int connections,
        @DefaultValue("10s") Duration handshake,
        @DefaultValue("5s") Duration packet,
        @DefaultValue("5m") Duration idle) {

    public RadSecSettings {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException(
                    "omnihall.access.radsec.certificate and omnihall.access.radsec.key go together");
        }
    }

    public TlsServerSettings.Bounds bounds() {
        return new TlsServerSettings.Bounds(connections, handshake, packet, idle);
    }

    ServerCertificate shown(ServerCertificate otherwise) {
        return certificate
                .flatMap(pem -> key.map(secret -> new ServerCertificate(pem, secret)))
                .orElse(otherwise);
    }
}
