package org.omnihall.hall.access.network;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** Finds network accounts and opens what their methods need of their secrets (access rule 9). */
@Component
public class NetworkAccounts {

    private final AccountTable table;
    private final AccountView view;
    private final NetworkState state;
    private final AccountSecrets secrets;
    private final ProvedPasswords proved;

    NetworkAccounts(AccountTable table, AccountView view, NetworkState state, Vault vault) {
        this.table = table;
        this.view = view;
        this.state = state;
        this.secrets = new AccountSecrets(vault);
        this.proved = new ProvedPasswords(vault.random(ProvedPasswords.KEY));
    }

    /** The account of a name, compared without case and without a domain; the caller applies the controller's domain rule. */
    public Optional<NetworkAccount> find(String name) {
        return table.find(NetworkName.of(name));
    }

    /**
     * The same without waiting: at once from memory, as of at most two seconds ago, else later on another thread.
     *
     * @param then is called once; it may not wait
     */
    public void find(String name, Consumer<Fate<Optional<NetworkAccount>>> then) {
        view.find(NetworkName.of(name), then);
    }

    /** The same from memory alone. */
    public Optional<NetworkAccount> known(String name) {
        return view.known(NetworkName.of(name));
    }

    /** The name of an account that is known by its id; waits for the database. */
    public Optional<String> nameOf(long id) {
        return table.find(id).map(NetworkAccount::name);
    }

    /** The account of an id; waits for the database. */
    public Optional<NetworkAccount> byId(long id) {
        return table.find(id);
    }

    /** What the accounts of these ids may use; waits for the database. */
    public Map<Long, AccessProfile> profilesOf(Collection<Long> ids) {
        Map<Long, AccessProfile> profiles = new HashMap<>();
        if (!ids.isEmpty()) {
            NetworkMap map = state.map();
            table.profilesOf(ids)
                    .forEach((account, profile) ->
                            map.profile(profile).ifPresent(known -> profiles.put(account, known)));
        }
        return profiles;
    }

    /** Whether this is the account's password, in time that does not tell how much of it was right; for PAP. */
    public boolean matches(NetworkAccount account, Octets password) {
        long proof = proved.proof(account, password);
        if (proved.knows(account, proof)) {
            return true;
        }
        boolean right = secrets.matches(account, password);
        if (right) {
            proved.note(account, proof);
        }
        return right;
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
