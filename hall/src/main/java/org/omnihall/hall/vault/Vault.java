package org.omnihall.hall.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.omnihall.octets.Hmac;
import org.omnihall.octets.Octets;

/**
 * Keeps secrets and gives proofs under the keys of this operator. Every purpose has a key of its own, derived from the master key of a
 * version; a sealed text names its version, so that keys can be changed while old texts stay readable.
 */
public final class Vault {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MOST_DIGITS = 9;

    private final MasterKeys keys;
    private final SecureRandom random = new SecureRandom();

    /** Keys that were derived, for the purposes, which are few. */
    private final Map<Derived, Key> derived = new ConcurrentHashMap<>();

    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(Vault::cipher);

    private record Derived(int version, String purpose) {}

    /** A key in the forms that it is used in. */
    private record Key(SecretKeySpec aes, Hmac hmac) {}

    public Vault(MasterKeys keys) {
        this.keys = keys;
    }

    /** HMAC-SHA-256 of the data under the purpose's current key: 32 octets. Any node that shares the keys gives the same. */
    public Octets mac(String purpose, Octets data) {
        return derive(keys.current(), purpose).hmac().of(data);
    }

    /** AES-256-GCM: version (4 octets), nonce (12), cipher text with tag. The context, such as a row's id, must be given again to open. */
    public Octets seal(String purpose, Octets plain, Octets context) {
        MasterKeys.Version version = keys.current();
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        Octets head = Octets.ofInt(version.number()).plus(Octets.of(nonce));
        return head.plus(crypt(Cipher.ENCRYPT_MODE, version, purpose, nonce, plain, context));
    }

    /**
     * The plain text of what {@link #seal} gave.
     *
     * @throws NotOurSeal if the text was changed, belongs to another purpose or context, or its key is gone
     */
    public Octets open(String purpose, Octets sealed, Octets context) {
        if (sealed.length() < 4 + NONCE + TAG_BITS / 8) {
            throw new NotOurSeal("too short: " + sealed.length() + " octets");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed.toBytes());
        MasterKeys.Version version = keys.version(in.getInt());
        byte[] nonce = Octets.take(in, NONCE).toBytes();
        return crypt(Cipher.DECRYPT_MODE, version, purpose, nonce, Octets.take(in, in.remaining()), context);
    }

    /** Octets that nobody can guess. */
    public Octets random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Octets.of(bytes);
    }

    /** So many decimal digits, nine at most, that nobody can guess: each value is as likely. */
    public String digits(int count) {
        if (count < 1 || count > MOST_DIGITS) {
            throw new IllegalArgumentException("digits: " + count);
        }
        int values = 1;
        for (int i = 0; i < count; i++) {
            values *= 10;
        }
        String drawn = Integer.toString(random.nextInt(values));
        return "0".repeat(count - drawn.length()) + drawn;
    }

    private Octets crypt(
            int mode, MasterKeys.Version version, String purpose, byte[] nonce, Octets text, Octets context) {
        try {
            Cipher cipher = ciphers.get();
            cipher.init(mode, derive(version, purpose).aes(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context.toBytes());
            return Octets.of(cipher.doFinal(text.toBytes()));
        } catch (GeneralSecurityException broken) {
            throw new NotOurSeal(broken.getClass().getSimpleName());
        }
    }

    private Key derive(MasterKeys.Version version, String purpose) {
        Derived wanted = new Derived(version.number(), purpose);
        Key known = derived.get(wanted);
        return known == null ? derived.computeIfAbsent(wanted, fresh -> newKey(version, purpose)) : known;
    }

    private static Key newKey(MasterKeys.Version version, String purpose) {
        Octets key = Hmac.sha256(version.key()).of(Octets.ofText("omnihall/" + purpose));
        return new Key(new SecretKeySpec(key.toBytes(), "AES"), Hmac.sha256(key));
    }

    private static Cipher cipher() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no AES in Galois counter mode", missing);
        }
    }
}
