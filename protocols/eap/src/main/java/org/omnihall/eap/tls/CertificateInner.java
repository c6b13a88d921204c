package org.omnihall.eap.tls;

import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.omnihall.eap.Failure;
import org.omnihall.eap.People;
import org.omnihall.eap.Person;
import org.omnihall.octets.Octets;

/**
 * EAP-TLS: nothing goes on inside but, in TLS 1.3, one octet by which the server promises that the handshake has no more messages (RFC 9190
 * section 2.5). Certificates of a resumed session are looked at again.
 */
final class CertificateInner implements Inner {

    private static final Octets COMMITMENT = Octets.of((byte) 0);

    private final TlsTunnel tunnel;
    private final People people;
    private final Clock clock;
    private Optional<Person> promised = Optional.empty();

    CertificateInner(TlsTunnel tunnel, People people, Clock clock) {
        this.tunnel = tunnel;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Does opened() {
        List<X509Certificate> chain = tunnel.certificates();
        if (chain.isEmpty() || !areValid(chain)) {
            return new Does.Refuse(Failure.CERTIFICATE_REFUSED);
        }
        Optional<Person> resumed = tunnel.before();
        if (resumed.isPresent() && !people.believes(resumed.get())) {
            return new Does.Refuse(Failure.NO_LONGER_BELIEVED);
        }
        promised = resumed.or(() -> people.byCertificate(CertificateNames.of(chain.getFirst())));
        if (promised.isEmpty()) {
            return new Does.Refuse(Failure.CERTIFICATE_REFUSED);
        }
        return tunnel.isTls13() ? new Does.Say(COMMITMENT) : new Does.Prove(promised.get());
    }

    @Override
    public Does heard(Octets said, int identifier) {
        return said.isEmpty() && promised.isPresent()
                ? new Does.Prove(promised.get())
                : new Does.Refuse(Failure.MALFORMED);
    }

    private boolean areValid(List<X509Certificate> chain) {
        Date now = Date.from(clock.instant());
        try {
            for (X509Certificate certificate : chain) {
                certificate.checkValidity(now);
            }
            return true;
        } catch (CertificateExpiredException | CertificateNotYetValidException outside) {
            return false;
        }
    }
}
