package org.omnihall.radius.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;
import org.omnihall.radius.MalformedPacket;

class MppeKeyTest {

    private static final SharedSecret SECRET = SharedSecret.of("between two");
    private static final Octets AUTHENTICATOR = Octets.ofHex("000102030405060708090a0b0c0d0e0f");
    private static final Octets SALT = Octets.ofHex("0102");

    private static Octets octets(int length) {
        return Octets.of(new byte[length]);
    }

    @Test
    void hidesAKeyUnderSecretAuthenticatorAndSalt() {
        Octets key = Octets.ofHex("00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff");
        Octets value = MppeKey.hide(key, SALT, AUTHENTICATOR, SECRET);
        assertThat(value.length()).isEqualTo(50);
        assertThat(value.slice(0, 2)).as("the first bit of a salt is set").isEqualTo(Octets.ofHex("8102"));
        assertThat(MppeKey.reveal(value, AUTHENTICATOR, SECRET)).isEqualTo(key);
        assertThat(MppeKey.hide(key, Octets.ofHex("0103"), AUTHENTICATOR, SECRET)
                        .slice(2, 50))
                .isNotEqualTo(value.slice(2, 50));
    }

    @Test
    void revealsWhatItHidForAnyKey() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
        for (int round = 0; round < 500; round++) {
            byte[] key = new byte[random.nextInt(MppeKey.MAX_LENGTH + 1)];
            random.nextBytes(key);
            Octets value = MppeKey.hide(Octets.of(key), SALT, AUTHENTICATOR, SECRET);
            assertThat(MppeKey.reveal(value, AUTHENTICATOR, SECRET)).isEqualTo(Octets.of(key));
        }
    }

    @Test
    void takesKeysThatFitIntoAnAttributeAndNoLonger() {
        assertThat(MppeKey.hide(octets(223), SALT, AUTHENTICATOR, SECRET).length())
                .isEqualTo(226);
        assertThatIllegalArgumentException().isThrownBy(() -> MppeKey.hide(octets(224), SALT, AUTHENTICATOR, SECRET));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MppeKey.hide(octets(32), octets(3), AUTHENTICATOR, SECRET));
    }

    @Test
    void refusesValuesThatAreNone() {
        for (int length : new int[] {0, 17, 19, 33}) {
            assertThatExceptionOfType(MalformedPacket.class)
                    .isThrownBy(() -> MppeKey.reveal(octets(length), AUTHENTICATOR, SECRET));
        }
    }
}
