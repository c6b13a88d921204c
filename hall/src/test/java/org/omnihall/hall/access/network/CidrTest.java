package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @Test
    void masksTheBitsBehindThePrefix() {
        assertThat(Cidr.parse("10.1.2.3/16"))
                .hasValueSatisfying(c -> assertThat(c).hasToString("10.1.0.0/16"));
        assertThat(Cidr.parse("10.1.2.3/15").orElseThrow().contains(Some.address("10.0.255.255")))
                .isTrue();
        assertThat(Cidr.parse("10.1.2.3/15").orElseThrow().contains(Some.address("10.2.0.0")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "10.1.2",
                "10.1.2.3/33",
                "10.1.2.3/",
                "10.1.2.3/8/8",
                "10.1.2.256",
                "1.2.3.4.5",
                "::1/129",
                "fe80::1%eth0",
                "0x7f.1.1.1"
            })
    void refusesWhatIsNoNetworkAndNeverAsksForAName(String text) {
        assertThat(Cidr.parse(text)).isEmpty();
    }

    @Test
    void anAddressIsTheNetworkOfItself() {
        assertThat(Cidr.parse("10.1.2.3").orElseThrow().single()).isTrue();
        assertThat(Cidr.parse("::1").orElseThrow().prefix()).isEqualTo(128);
    }
}
