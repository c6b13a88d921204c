package org.omnihall.hall.party.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Passwords of staff, and the work done for a login that nobody has. */
class PasswordsTest {

    private final Passwords passwords = new Passwords();

    @Test
    void matchesItsOwnHashOnly() {
        String hash = passwords.hash("correct horse battery");

        assertThat(passwords.matches("correct horse battery", Optional.of(hash)))
                .isTrue();
        assertThat(passwords.matches("correct horse batterz", Optional.of(hash)))
                .isFalse();
    }

    @Test
    void doesTheSameWorkForNobody() {
        String hash = passwords.hash("correct horse battery");
        String nobodys = passwords.nobodys();

        assertThat(workOf(nobodys)).isEqualTo(workOf(hash));
        assertThat(nobodys).hasSameSizeAs(hash);
        assertThat(passwords.matches("correct horse battery", Optional.empty())).isFalse();
    }

    /** The figures of an encoded hash that decide how long checking it takes. */
    private static String workOf(String hash) {
        return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
    }
}
