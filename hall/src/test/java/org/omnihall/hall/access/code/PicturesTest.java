package org.omnihall.hall.access.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.attempt.Samples.NOON;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.attempt.Samples;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(HallDatabase.class)
class PicturesTest {

    private static final UUID ATTEMPT = UUID.randomUUID();

    private final Vault vault = Samples.vault();
    private final Pictures pictures;

    PicturesTest(DataSource database) {
        pictures = new Pictures(JdbcClient.create(database), vault);
    }

    @Test
    void isSolvedOnceByItsDigits() {
        String name = pictures.ask(ATTEMPT, NOON);
        String digits = digits(name);
        assertThat(pictures.solved(ATTEMPT, name, digits, NOON)).isTrue();
        assertThat(pictures.solved(ATTEMPT, name, digits, NOON)).isFalse();
    }

    @Test
    void allowsOneAnswerOnly() {
        String name = pictures.ask(ATTEMPT, NOON);
        assertThat(pictures.solved(ATTEMPT, name, "0000", NOON)).isFalse();
        assertThat(pictures.solved(ATTEMPT, name, digits(name), NOON)).isFalse();
    }

    @Test
    void belongsToItsAttemptAndItsFiveMinutes() {
        String name = pictures.ask(ATTEMPT, NOON);
        assertThat(pictures.solved(UUID.randomUUID(), name, digits(name), NOON)).isFalse();
        assertThat(pictures.solved(ATTEMPT, name, digits(name), NOON.plus(Duration.ofMinutes(5))))
                .isFalse();
        assertThat(pictures.solved(
                        ATTEMPT,
                        name,
                        digits(name),
                        NOON.plus(Duration.ofMinutes(5)).minusMillis(1)))
                .isTrue();
    }

    @Test
    void drawsTheSamePictureForTheSameName() {
        String name = pictures.ask(ATTEMPT, NOON);
        Octets png = pictures.draw(ATTEMPT, name).orElseThrow();
        assertThat(png).isEqualTo(pictures.draw(ATTEMPT, name).orElseThrow());
        assertThat(png.slice(1, 4).toText()).isEqualTo("PNG");
        assertThat(png.length()).isLessThan(20_000);
        assertThat(pictures.draw(ATTEMPT, "../../etc/passwd")).isEmpty();
        assertThat(pictures.draw(ATTEMPT, "A".repeat(64))).isEmpty();
        assertThat(pictures.draw(ATTEMPT, "A".repeat(100_000))).isEmpty();
    }

    @Test
    void drawsEachDigit() {
        assertThat(IntStream.range(0, 2).mapToObj(i -> Drawing.png("23456789".substring(i * 4, i * 4 + 4), i)))
                .allMatch(png -> png.length() > 1000);
    }

    private String digits(String name) {
        Octets sealed = Octets.of(java.util.Base64.getUrlDecoder().decode(name));
        return vault.open("access.picture", sealed, Octets.ofText(ATTEMPT.toString()))
                .toText()
                .substring(0, 4);
    }
}
