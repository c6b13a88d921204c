package org.omnihall.hall.party.staff;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Makes, hashes and checks the passwords of staff and of companies' people: Argon2id, 16 MB and two passes each, and never more than a few at a time. */
@Component
public class Passwords {

    public static final int SHORTEST = 10;
    public static final int LONGEST = 128;

    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzACDEFGHJKLMNPQRTUVWXY34679";
    private static final int GENERATED = 16;
    private static final int SALT = 16;
    private static final int HASH = 32;
    private static final int LANES = 1;
    private static final int MEMORY = 16 * 1024; // KiB
    private static final int PASSES = 2;
    private static final int AT_ONCE = 4;
    private static final int PATIENCE_SECONDS = 3;

    private final Argon2PasswordEncoder argon = new Argon2PasswordEncoder(SALT, HASH, LANES, MEMORY, PASSES);
    private final SecureRandom random = new SecureRandom();
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final String nobodys = likeAHash();

    /** Why a password may not be chosen. */
    public enum Fault {
        TOO_SHORT,
        TOO_LONG,
        LIKE_LOGIN
    }

    public static Optional<Fault> faultOf(String password, String login) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (password.length() > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        return password.toLowerCase(java.util.Locale.ROOT).contains(login)
                ? Optional.of(Fault.LIKE_LOGIN)
                : Optional.empty();
    }

    /** A password that nobody can guess: 16 characters that cannot be mistaken for one another, about 89 bits. */
    public String generate() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < GENERATED; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    public String hash(String password) {
        return argon.encode(password);
    }

    /** Whether the password is the one of this hash. Where there is no hash the answer is no, after the same work. */
    public boolean matches(String password, Optional<String> hash) {
        if (!placeFound()) {
            return false;
        }
        try {
            boolean matches = argon.matches(password, hash.orElse(nobodys));
            return matches && hash.isPresent();
        } finally {
            places.release();
        }
    }

    /** What a hash looks like, of no password at all: made without the work of hashing, which would delay every start. */
    private String likeAHash() {
        byte[] salt = new byte[SALT];
        byte[] hash = new byte[HASH];
        random.nextBytes(salt);
        random.nextBytes(hash);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(MEMORY, PASSES, LANES, base64.encodeToString(salt), base64.encodeToString(hash));
    }

    String nobodys() {
        return nobodys;
    }

    private boolean placeFound() {
        try {
            return places.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
