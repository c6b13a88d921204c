package org.omnihall.octets;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class HmacTest {

    @Test
    void givesWhatRfc2202SaysOfMd5() {
        assertThat(Hmac.md5(Octets.ofHex("0b".repeat(16))).of(Octets.ofText("Hi There")))
                .isEqualTo(Octets.ofHex("9294727a3638bb1c13f48ef8158bfc9d"));
        assertThat(Hmac.md5(Octets.ofHex("aa".repeat(80)))
                        .of(Octets.ofText("Test Using Larger Than Block-Size Key - Hash Key First")))
                .isEqualTo(Octets.ofHex("6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd"));
    }

    @Test
    void givesWhatRfc4231SaysOfSha256() {
        assertThat(Hmac.sha256(Octets.ofHex("0b".repeat(20))).of(Octets.ofText("Hi There")))
                .isEqualTo(Octets.ofHex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
    }

    @Test
    void givesWhatTheJdkGivesForKeysAndTextsOfAnyLength() throws GeneralSecurityException {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] key = new byte[1 + random.nextInt(130)];
            byte[] text = new byte[random.nextInt(300)];
            random.nextBytes(key);
            random.nextBytes(text);
            assertThat(Hmac.md5(Octets.of(key)).of(text)).isEqualTo(jdk("HmacMD5", key, text));
            assertThat(Hmac.sha256(Octets.of(key)).of(text)).isEqualTo(jdk("HmacSHA256", key, text));
            assertThat(Hmac.sha256(Octets.of(key)).of(Octets.of(text))).isEqualTo(jdk("HmacSHA256", key, text));
        }
    }

    private static Octets jdk(String algorithm, byte[] key, byte[] text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return Octets.of(mac.doFinal(text));
    }
}
