package org.omnihall.hall.access.network;

import java.util.Optional;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Finds network accounts and opens what their methods need of their secrets (access rule 9). */
@Component
public class NetworkAccounts {

    private final AccountTable table;
    private final AccountSecrets secrets;

    NetworkAccounts(AccountTable table, Vault vault) {
        this.table = table;
        this.secrets = new AccountSecrets(vault);
    }

    /** The account of a name, compared without case and without a domain; the caller applies the controller's domain rule. */
    public Optional<NetworkAccount> find(String name) {
        return table.find(NetworkName.of(name));
    }

    /** Whether this is the account's password, in time that does not tell how much of it was right; for PAP. */
    public boolean matches(NetworkAccount account, Octets password) {
        return secrets.matches(account, password);
    }

    /** The password in clear for CHAP; empty unless the account may use CHAP. */
    public Optional<Octets> passwordOf(NetworkAccount account) {
        return secrets.password(account);
    }

    /** The NT hash for MS-CHAPv2, 16 octets; empty unless the account may use it. */
    public Optional<Octets> ntHashOf(NetworkAccount account) {
        return secrets.ntHash(account);
    }
}
