package org.omnihall.hall.access.eap;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.omnihall.eap.Limits;
import org.omnihall.hall.node.ServerCertificate;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The knobs of EAP. A misspelt key stops the start-up.
 *
 * @param certificate PEM: the certificate that supplicants are shown, then the chain; the node's own where none is given
 * @param key PEM: its private key
 * @param authorities PEM: who issues the certificates of persons; without it there is no EAP-TLS
 * @param packet the most octets of a packet; less where a controller says so by Framed-MTU
 * @param message the most octets of a message in fragments
 * @param rounds the most requests of one conversation
 * @param life how long a conversation may take
 * @param conversations the most at once
 * @param sessions the most TLS sessions that may be resumed, of each method
 * @param resumable how long they may be
 */
@ConfigurationProperties(prefix = "omnihall.eap", ignoreUnknownFields = false)
record EapSettings(
        Optional<Path> certificate,
        Optional<Path> key,
        Optional<Path> authorities,
        @DefaultValue("1400") int packet,
        @DefaultValue("65536") int message,
        @DefaultValue("64") int rounds,
        @DefaultValue("30s") Duration life,
        @DefaultValue("2000") int conversations,
        @DefaultValue("10000") int sessions,
        @DefaultValue("8h") Duration resumable) {

    EapSettings {
        if (certificate.isPresent() != key.isPresent()) {
            throw new IllegalArgumentException("omnihall.eap.certificate and omnihall.eap.key go together");
        }
        if (!life.isPositive() || conversations < 1 || sessions < 1 || !resumable.isPositive()) {
            throw new IllegalArgumentException(
                    "omnihall.eap: life, conversations, sessions and resumable are above zero");
        }
    }

    Limits limits() {
        return new Limits(packet, message, rounds);
    }

    ServerCertificate shown(ServerCertificate otherwise) {
        return certificate
                .flatMap(pem -> key.map(secret -> new ServerCertificate(pem, secret)))
                .orElse(otherwise);
    }
}
