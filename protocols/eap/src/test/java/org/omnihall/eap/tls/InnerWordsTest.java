package org.omnihall.eap.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.omnihall.eap.MalformedEap;
import org.omnihall.octets.Octets;
import org.omnihall.radius.auth.MsChapV2;

/** What travels inside tunnels: attributes of EAP-TTLS and packets of EAP-MSCHAPv2. */
class InnerWordsTest {

    /** User-Name "user" and User-Password "pw", written by hand from RFC 5281 section 10.1. */
    private static final Octets PAP =
            Octets.ofHex("00000001 4000000c 75736572  00000002 40000018 70770000000000000000000000000000");

    @Test
    void readsAttributesAsTheStandardDrawsThem() {
        assertThat(Avp.read(PAP))
                .containsExactly(
                        new Avp(1, 0, true, Octets.ofText("user")),
                        new Avp(2, 0, true, Octets.ofText("pw").plus(Octets.of(new byte[14]))));
        assertThat(Avp.read(Octets.ofHex("0000001a c000000d 00000137 01 000000")))
                .containsExactly(new Avp(26, 311, true, Octets.ofHex("01")));
        assertThat(Avp.read(Octets.ofHex("00000001 00000009 75")))
                .containsExactly(new Avp(1, 0, false, Octets.ofText("u")));
        assertThat(Avp.read(Octets.EMPTY)).isEmpty();
    }

    @Test
    void readsTheAttributesThatItWrote() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20261126);
        for (int round = 0; round < 1_000; round++) {
            byte[] value = new byte[random.nextInt(300)];
            random.nextBytes(value);
            Avp avp = new Avp(
                    random.nextInt(1, 1_000), random.nextBoolean() ? 0 : 311, random.nextBoolean(), Octets.of(value));
            assertThat(avp.encode().length() % 4).isZero();
            assertThat(Avp.read(avp.encode().plus(avp.encode()))).isEqualTo(List.of(avp, avp));
        }
    }

    @Test
    void refusesAttributesThatDoNotFit() {
        for (String bad : List.of(
                "00000001 400000", // no whole header
                "00000001 40000007", // shorter than its header
                "00000001 40000009", // longer than what is there
                "0000001a c000000c 0001", // no whole vendor
                "0000001a c000000b 00000137", // shorter than a vendor's header
                "00000001 40ffffff 75")) {
            assertThatExceptionOfType(MalformedEap.class).as(bad).isThrownBy(() -> Avp.read(Octets.ofHex(bad)));
        }
    }

    /** The figures of RFC 2759 section 9.2 in the packets of the draft. */
    @Test
    void speaksMsChapAsTheDraftDrawsIt() {
        Octets challenge = Octets.ofHex("5B5D7C7D7B3F2F3E3C2C602132262628");
        InnerMsChap asked = new InnerMsChap(5, challenge);
        assertThat(asked.request())
                .isEqualTo(Octets.ofHex("1a 01 05 001d 10").plus(challenge).plus(Octets.ofText("omnihall")));
        Octets hash = MsChapV2.ntHash("clientPass");
        Octets peer = Octets.ofHex("21402324255E262A28295F2B3A337C7E");
        Octets response = Octets.ofHex("82309ECD8D708B5EA08FAA3981CD83544233114A3D85D6DF");
        Octets said = Octets.ofHex("1a 02 05 0000 31")
                .plus(peer)
                .plus(Octets.of(new byte[8]))
                .plus(response)
                .plus(Octets.ofHex("00"))
                .plus(Octets.ofText("DOMAIN\\User"));
        InnerMsChap.Answer answer = asked.read(said);
        assertThat(answer.name()).isEqualTo("DOMAIN\\User");
        assertThat(answer.hashedName()).isEqualTo("User");
        assertThat(answer.proof().proves("User", hash)).isTrue();
        assertThat(asked.success(answer, hash))
                .isEqualTo(Octets.ofHex("1a 03 05 0033")
                        .plus(Octets.ofText("S=407A5589115FD0D6209F510FE9C04566932CDA56 M=OK")));
    }

    @Test
    void takesAnAnswerToItsOwnChallengeOnly() {
        InnerMsChap asked = new InnerMsChap(5, Octets.of(new byte[16]));
        Octets rest = Octets.of(new byte[49]);
        assertThat(asked.read(Octets.ofHex("1a 02 05 0000 31").plus(rest)).name())
                .isEmpty();
        for (Octets bad : List.of(
                Octets.ofHex("1a 02 06 0000 31").plus(rest),
                Octets.ofHex("1a 03 05 0000 31").plus(rest),
                Octets.ofHex("19 02 05 0000 31").plus(rest),
                Octets.ofHex("1a 02 05 0000 30").plus(rest),
                Octets.ofHex("1a 02 05 0000 31").plus(rest.slice(0, 48)),
                Octets.EMPTY)) {
            assertThatExceptionOfType(MalformedEap.class).isThrownBy(() -> asked.read(bad));
        }
    }
}
