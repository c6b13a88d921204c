package org.omnihall.hall.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

/** What was sealed and proved by an earlier version is read by this one: the values were computed apart from the code. */
class VaultTest {

    private final Vault vault =
            new Vault(MasterKeys.parse(List.of("1:" + "00112233445566778899aabbccddeeff".repeat(2))));

    @Test
    void provesAsEver() {
        assertThat(vault.mac("test", Octets.ofText("Hi There")))
                .isEqualTo(Octets.ofHex("238d5d6890433011f172f2fba63e4a912a5c39238fc5a8fdfcf2041536a5b0cb"));
    }

    @Test
    void opensWhatWasSealedEver() {
        Octets sealed =
                Octets.ofHex("000000010102030405060708090a0b0c7c74bd7cc669c531d3c1b35ce051c828ed70f757f26a58c6fc");

        assertThat(vault.open("test", sealed, Octets.ofLong(17))).isEqualTo(Octets.ofText("well-kept"));
    }
}
