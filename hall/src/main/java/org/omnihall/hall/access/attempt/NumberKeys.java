package org.omnihall.hall.access.attempt;

import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Keyed hashes of numbers: tables that only need to find a number again hold these and not the number. */
@Component
public class NumberKeys {

    private static final int LENGTH = 16;

    private final Vault vault;

    NumberKeys(Vault vault) {
        this.vault = vault;
    }

    /** 16 octets. */
    public Octets of(Msisdn number) {
        return vault.mac("access.number-key", Octets.ofText(number.digits())).slice(0, LENGTH);
    }
}
