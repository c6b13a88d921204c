package org.omnihall.hall.access.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.octets.Octets;

/**
 * A credential on the network with a password: fixed-line and 802.1X users, the operator's employees. Its secret is sealed; {@link
 * NetworkAccounts} opens it (access rule 9).
 */
public record NetworkAccount(
        long id,
        String name,
        String areaPath,
        Set<Method> methods,
        AccessProfile profile,
        Optional<Instant> validUntil,
        Standing standing,
        SecretForm form,
        Octets sealedSecret) {

    /** How an account may prove who it is. */
    public enum Method {
        PAP,
        CHAP,
        MS_CHAP_V2,
        /** By a certificate that names it, in EAP-TLS. */
        TLS;

        /** By its password; what an account may use where nobody says. */
        public boolean isByPassword() {
            return this != TLS;
        }
    }

    public enum Standing {
        ACTIVE,
        SUSPENDED
    }

    /** What is sealed: no more than the account's methods need. */
    public enum SecretForm {
        /** The password, because CHAP needs it. */
        PASSWORD('P'),
        /** MD4 of the password in UTF-16LE, enough for MS-CHAPv2 (RFC 2759 section 8.3) and PAP. */
        NT_HASH('N'),
        /** A salted keyed hash, enough for PAP alone. */
        KEYED_HASH('K');

        private static final List<SecretForm> ALL = List.of(values());

        private final char letter;

        SecretForm(char letter) {
            this.letter = letter;
        }

        /** What it is called in a row of octets. */
        char letter() {
            return letter;
        }

        static SecretForm ofLetter(char letter) {
            for (SecretForm form : ALL) {
                if (form.letter == letter) {
                    return form;
                }
            }
            throw new IllegalArgumentException("no form of a secret: " + letter);
        }

        static SecretForm forMethods(Set<Method> methods) {
            if (methods.contains(Method.CHAP)) {
                return PASSWORD;
            }
            return methods.contains(Method.MS_CHAP_V2) ? NT_HASH : KEYED_HASH;
        }
    }

    public NetworkAccount {
        methods = Set.copyOf(methods);
    }

    @Override
    public String toString() {
        return "account:" + id + " " + name;
    }
}
