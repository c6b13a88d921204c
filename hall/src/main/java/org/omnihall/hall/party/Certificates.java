package org.omnihall.hall.party;

import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/**
 * Certificates at rest: the number is sealed with the row's id, so that it opens in its own row only, and found by a hash under a key of
 * ours, so that nobody who has the table alone can try numbers.
 */
@Component
class Certificates {

    private static final String SEAL = "certificate";
    private static final String LOOK_UP = "certificate-look-up";

    private final Vault vault;

    Certificates(Vault vault) {
        this.vault = vault;
    }

    byte[] seal(long id, Certificate certificate) {
        Octets plain = Octets.ofText(certificate.kind().name() + ":" + certificate.number());
        return vault.seal(SEAL, plain, Octets.ofLong(id)).toBytes();
    }

    Certificate open(long id, byte[] sealed) {
        String[] parts =
                vault.open(SEAL, Octets.of(sealed), Octets.ofLong(id)).toText().split(":", 2);
        return new Certificate(Certificate.Kind.valueOf(parts[0]), parts[1]);
    }

    /** The same for the same number of whatever kind. */
    byte[] hash(Certificate certificate) {
        return vault.mac(LOOK_UP, Octets.ofText(certificate.number())).toBytes();
    }
}
