package org.omnihall.octets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OctetsTest {

    @Test
    void keepsItsContentWhenTheSourceChanges() {
        byte[] source = {1, 2, 3};
        Octets octets = Octets.of(source);
        source[0] = 9;
        octets.toBytes()[1] = 9;
        assertThat(octets).hasToString("010203");
    }

    @Test
    void comparesByContent() {
        assertThat(Octets.ofHex("01 02:03")).isEqualTo(Octets.of((byte) 1, (byte) 2, (byte) 3));
        assertThat(Octets.ofHex("ff")).isGreaterThan(Octets.ofHex("01"));
        assertThat(Octets.ofHex("0102").equalsInConstantTime(Octets.ofHex("0103")))
                .isFalse();
    }

    @Test
    void takesFromABufferAndMovesBehind() {
        ByteBuffer in = ByteBuffer.wrap(new byte[] {1, 2, 3});
        assertThat(Octets.take(in, 2)).hasToString("0102");
        assertThat(in.remaining()).isEqualTo(1);
    }

    /** FIPS 180-4, the example of one block. */
    @Test
    void givesTheirSha256() {
        assertThat(Octets.ofText("abc").sha256())
                .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void readsNumbersInNetworkOrder() {
        assertThat(Octets.ofInt(-2).toInt()).isEqualTo(-2);
        assertThat(Octets.ofLong(0x0102030405060708L)).hasToString("0102030405060708");
        assertThat(Octets.ofInt(1).plus(Octets.ofText("a")).slice(3, 5)).hasToString("0161");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08-EE-21-A2-59-97", "08:ee:21:a2:59:97", "08ee.21a2.5997", "08ee-21a2-5997", "08EE21A25997"})
    void readsEveryFormOfAMacAddress(String text) {
        MacAddress mac = MacAddress.parse(text).orElseThrow();
        assertThat(mac).hasToString("08:ee:21:a2:59:97");
        assertThat(MacAddress.of(mac.octets())).contains(mac);
        assertThat(mac.locallyAdministered()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "08", "08-EE-21-A2-59-97-00", "08-EE-21-A2-59-9G", "08-EE-21-A2-59-97:Free-WiFi"})
    void refusesWhatIsNoMacAddress(String text) {
        assertThat(MacAddress.parse(text)).isEmpty();
    }

    @Test
    void refusesMoreThan48Bits() {
        assertThatThrownBy(() -> new MacAddress(1L << 48)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new MacAddress(0x020000000001L).locallyAdministered()).isTrue();
    }
}
