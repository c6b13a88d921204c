package org.omnihall.hall.backup;

import java.util.Base64;
import org.omnihall.hall.vault.NotOurSeal;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Tells whether this hall has the keys of the one that was backed up: a backup holds secrets in their seals, and never the keys (rule 9). */
@Component
class Seal {

    private static final String PURPOSE = "backup";
    private static final Octets TEXT = Octets.ofText("the keys of this hall open this backup");

    private final Vault vault;

    Seal(Vault vault) {
        this.vault = vault;
    }

    String make() {
        return Base64.getEncoder()
                .encodeToString(vault.seal(PURPOSE, TEXT, Octets.EMPTY).toBytes());
    }

    boolean opens(String sealed) {
        try {
            return vault.open(PURPOSE, Octets.of(Base64.getDecoder().decode(sealed)), Octets.EMPTY)
                    .equals(TEXT);
        } catch (NotOurSeal | IllegalArgumentException foreign) {
            return false;
        }
    }
}
