package org.omnihall.radius.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

class HmacMd5Test {

    @Test
    void givesWhatRfc2202Says() {
        assertThat(HmacMd5.of(Octets.ofHex("0b".repeat(16))).of("Hi There".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Octets.ofHex("9294727a3638bb1c13f48ef8158bfc9d"));
        assertThat(HmacMd5.of(Octets.ofHex("aa".repeat(80)))
                        .of("Test Using Larger Than Block-Size Key - Hash Key First".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(Octets.ofHex("6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd"));
    }

    @Test
    void givesWhatTheJdkGivesForKeysAndTextsOfAnyLength() throws GeneralSecurityException {
        Random random = new Random(3);
        for (int i = 0; i < 300; i++) {
            byte[] key = new byte[1 + random.nextInt(130)];
            byte[] text = new byte[random.nextInt(300)];
            random.nextBytes(key);
            random.nextBytes(text);
            Mac jdk = Mac.getInstance("HmacMD5");
            jdk.init(new SecretKeySpec(key, "HmacMD5"));
            assertThat(HmacMd5.of(Octets.of(key)).of(text)).isEqualTo(Octets.of(jdk.doFinal(text)));
        }
    }
}
