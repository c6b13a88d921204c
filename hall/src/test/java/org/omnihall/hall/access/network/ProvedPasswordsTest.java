package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

/** Known is the password that was proved for the account as it was sealed, and nothing else. */
class ProvedPasswordsTest {

    private static final Octets SEALED = Octets.ofHex("00000001aabbccddeeff");
    private static final Octets RIGHT = Octets.ofText("well-kept");

    private final ProvedPasswords proved = new ProvedPasswords(Octets.of(new byte[ProvedPasswords.KEY]));

    private static NetworkAccount account(long id, Octets sealed) {
        return new NetworkAccount(
                id,
                "li.wei",
                "/zj/",
                Set.of(NetworkAccount.Method.PAP),
                new AccessProfile(
                        1, "gold", 0, 0, Duration.ofHours(2), Duration.ZERO, 3, DevicePolicy.REJECT, Quota.NONE),
                Optional.empty(),
                NetworkAccount.Standing.ACTIVE,
                NetworkAccount.SecretForm.KEYED_HASH,
                sealed);
    }

    private boolean knows(NetworkAccount account, Octets password) {
        return proved.knows(account, proved.proof(account, password));
    }

    @Test
    void knowsWhatWasProvedAndNothingElse() {
        NetworkAccount account = account(7, SEALED);
        assertThat(knows(account, RIGHT)).isFalse();

        proved.note(account, proved.proof(account, RIGHT));

        assertThat(knows(account, RIGHT)).isTrue();
        assertThat(knows(account, Octets.ofText("well-kept?"))).isFalse();
        assertThat(knows(account(8, SEALED), RIGHT)).isFalse();
        assertThat(knows(account(7, Octets.ofHex("00000001aabbccddee00")), RIGHT))
                .as("the password was changed")
                .isFalse();
    }

    @Test
    void takesNoOctetOfTheSealForOneOfThePassword() {
        NetworkAccount account = account(7, SEALED.plus(Octets.ofText("w")));
        proved.note(account, proved.proof(account, Octets.ofText("ell-kept")));

        assertThat(knows(account(7, SEALED), RIGHT)).isFalse();
    }

    @Test
    void isProvedAnewByAnotherProcess() {
        NetworkAccount account = account(7, SEALED);
        ProvedPasswords another = new ProvedPasswords(Octets.ofText("the key that another process has"));

        assertThat(another.proof(account, RIGHT)).isNotEqualTo(proved.proof(account, RIGHT));
    }
}
