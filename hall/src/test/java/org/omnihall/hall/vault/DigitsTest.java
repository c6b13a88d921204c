package org.omnihall.hall.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Digits that nobody can guess: codes of six by SMS are made of them (requirements A6, D6). */
class DigitsTest {

    @TempDir
    private Path home;

    @Test
    void drawsAllDigitsWithZerosInFront() throws IOException {
        Vault vault = new Vault(MasterKeys.openOrCreate(home.resolve("vault.keys")));
        assertThat(Stream.generate(() -> vault.digits(1)).limit(1000).distinct())
                .containsExactlyInAnyOrder("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
        for (int count = 1; count <= 9; count++) {
            int length = count;
            assertThat(Stream.generate(() -> vault.digits(length)).limit(200))
                    .allMatch(drawn -> drawn.matches("[0-9]{" + length + "}"));
        }
        assertThat(Stream.generate(() -> vault.digits(6)).limit(1000)).anyMatch(drawn -> drawn.startsWith("0"));
    }

    @Test
    void drawsOneToNine() throws IOException {
        Vault vault = new Vault(MasterKeys.openOrCreate(home.resolve("vault.keys")));
        assertThatThrownBy(() -> vault.digits(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault.digits(10)).isInstanceOf(IllegalArgumentException.class);
    }
}
