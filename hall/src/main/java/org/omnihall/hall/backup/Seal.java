package org.omnihall.hall.backup;

import java.util.Base64;
import org.omnihall.hall.vault.NotOurSeal;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/**
 * Tells whether a manifest is as this hall's keys have sealed it: a backup holds secrets in their seals, and never the keys (access-rules.md rule 9).
 * Who has no keys can neither alter a backup nor make one.
 */
@Component
class Seal {

    private static final String PURPOSE = "backup";
    private static final Octets TEXT = Octets.ofText("the keys of this hall open this backup");

    private final Vault vault;

    Seal(Vault vault) {
        this.vault = vault;
    }

    /** @param of what the seal is for; it opens for nothing else */
    String make(Octets of) {
        return Base64.getEncoder().encodeToString(vault.seal(PURPOSE, TEXT, of).toBytes());
    }

    boolean opens(String sealed, Octets of) {
        try {
            return vault.open(PURPOSE, Octets.of(Base64.getDecoder().decode(sealed)), of)
                    .equals(TEXT);
        } catch (NotOurSeal | IllegalArgumentException foreign) {
            return false;
        }
    }
}
