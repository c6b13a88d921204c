package org.omnihall.hall.access.session;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/**
 * The Class attribute of every Accept (access-rules.md rule 11): a handle under our signature that joins page, token and accounting. 33
 * octets: version 1, the journey (16), the MAC (6, zero for none), the first 10 octets of the MAC over all that.
 */
@Component
public class SessionClass {

    private static final String PURPOSE = "access.class";
    private static final int BODY = 23;
    private static final int PROOF = 10;
    private static final byte VERSION = 1;

    private final Vault vault;

    SessionClass(Vault vault) {
        this.vault = vault;
    }

    /** What a Class of ours says. */
    public record Handle(UUID journey, Optional<MacAddress> mac) {}

    /** The octets for an Accept. */
    public Octets of(Handle handle) {
        ByteBuffer body = ByteBuffer.allocate(BODY).put(VERSION);
        body.putLong(handle.journey().getMostSignificantBits())
                .putLong(handle.journey().getLeastSignificantBits());
        handle.mac().orElse(new MacAddress(0)).octets().writeTo(body);
        Octets signed = Octets.of(body.array());
        return signed.plus(proof(signed));
    }

    /** What it says, if it is ours and nobody changed it. */
    public Optional<Handle> read(Octets octets) {
        if (octets.length() != BODY + PROOF
                || octets.at(0) != VERSION
                || !proof(octets.slice(0, BODY)).equalsInConstantTime(octets.slice(BODY, BODY + PROOF))) {
            return Optional.empty();
        }
        UUID journey = new UUID(octets.slice(1, 9).toLong(), octets.slice(9, 17).toLong());
        return Optional.of(
                new Handle(journey, MacAddress.of(octets.slice(17, BODY)).filter(mac -> mac.bits() != 0)));
    }

    private Octets proof(Octets body) {
        return vault.mac(PURPOSE, body).slice(0, PROOF);
    }
}
