package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** How many short messages a text takes (3GPP TS 23.040 section 9.2.3.24.1). */
class SmsPiecesTest {

    @Test
    void takesAnotherPieceBehindEachLimit() {
        assertThat(SmsPieces.of("").count()).isEqualTo(1);
        assertThat(SmsPieces.of("茶".repeat(70)).count()).isEqualTo(1);
        assertThat(SmsPieces.of("茶".repeat(71)).count()).isEqualTo(2);
        assertThat(SmsPieces.of("茶".repeat(134)).count()).isEqualTo(2);
        assertThat(SmsPieces.of("茶".repeat(135)).count()).isEqualTo(3);
        assertThat(SmsPieces.of("t".repeat(160)).count()).isEqualTo(1);
        assertThat(SmsPieces.of("t".repeat(161)).count()).isEqualTo(2);
        assertThat(SmsPieces.of("t".repeat(306)).count()).isEqualTo(2);
        assertThat(SmsPieces.of("t".repeat(307)).count()).isEqualTo(3);
    }

    /** Property: the pieces are the text, and no pair is torn. */
    @Test
    void losesNothing() {
        Random random = new Random(11);
        String[] signs = {"a", "茶", "🍵", " "};
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(300); length > 0; length--) {
                text.append(signs[random.nextInt(signs.length)]);
            }
            SmsPieces cut = SmsPieces.of(text.toString());
            assertThat(String.join("", cut.pieces())).isEqualTo(text.toString());
            assertThat(cut.characters()).isEqualTo(text.length());
            assertThat(cut.pieces()).noneMatch(piece -> !piece.isEmpty() && Character.isLowSurrogate(piece.charAt(0)));
        }
    }
}
