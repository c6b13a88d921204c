package org.omnihall.hall.access.network;

import java.util.Optional;
import org.omnihall.hall.access.network.NetworkAccount.Method;
import org.omnihall.hall.access.network.NetworkAccount.SecretForm;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Hmac;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.MsChapV2;

/**
 * Seals and opens the secrets of accounts. Every form is AES-GCM under the vault's versioned key with the row's id as associated data, so a
 * sealed secret that is copied to another row does not open. The keyed hash is a salted HMAC inside the same seal: its key can be changed
 * like any other, and without the key the hash cannot even be guessed at.
 */
final class AccountSecrets {

    private static final String PURPOSE = "network-account";
    private static final int SALT = 16;

    private final Vault vault;

    AccountSecrets(Vault vault) {
        this.vault = vault;
    }

    Octets seal(long id, SecretForm form, Octets password) {
        Octets plain = switch (form) {
            case PASSWORD -> password;
            case NT_HASH -> hash(password);
            case KEYED_HASH -> {
                Octets salt = vault.random(SALT);
                yield salt.plus(digest(salt, password));
            }
        };
        return vault.seal(PURPOSE, plain, Octets.ofLong(id));
    }

    boolean matches(NetworkAccount account, Octets password) {
        Octets plain = open(account);
        return switch (account.form()) {
            case PASSWORD -> plain.equalsInConstantTime(password);
            case NT_HASH -> plain.equalsInConstantTime(hash(password));
            case KEYED_HASH ->
                plain.slice(SALT, plain.length()).equalsInConstantTime(digest(plain.slice(0, SALT), password));
        };
    }

    Optional<Octets> password(NetworkAccount account) {
        return account.form() == SecretForm.PASSWORD && account.methods().contains(Method.CHAP)
                ? Optional.of(open(account))
                : Optional.empty();
    }

    Optional<Octets> ntHash(NetworkAccount account) {
        if (!account.methods().contains(Method.MS_CHAP_V2)) {
            return Optional.empty();
        }
        return switch (account.form()) {
            case PASSWORD -> Optional.of(hash(open(account)));
            case NT_HASH -> Optional.of(open(account));
            case KEYED_HASH -> Optional.empty();
        };
    }

    private Octets open(NetworkAccount account) {
        return vault.open(PURPOSE, account.sealedSecret(), Octets.ofLong(account.id()));
    }

    private static Octets hash(Octets password) {
        return MsChapV2.ntHash(password.toText());
    }

    private static Octets digest(Octets salt, Octets password) {
        return Hmac.sha256(salt).of(password);
    }
}
