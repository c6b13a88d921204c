package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is to be told goes out once, and is bounded while nobody takes it. */
class UntoldNewsTest {

    private final UntoldNews news = new UntoldNews();

    @Test
    void goesOutOnce() {
        assertThat(news.take()).isEmpty();
        assertThat(news.changed(Owner.account(1))).isTrue();
        assertThat(news.changed(Owner.account(2))).isTrue();

        assertThat(news.rows()).isEqualTo(1);
        assertThat(news.take()).hasValueSatisfying(row -> {
            assertThat(row.items()).isEqualTo(2);
            assertThat(row.octets().length()).isEqualTo(2 * (UntoldNews.HEAD + Long.BYTES));
        });
        assertThat(news.rows()).isZero();
        assertThat(news.take()).isEmpty();
    }

    @Test
    void isBoundedWhileNobodyTakesIt() {
        int noted = 0;
        while (news.changed(Owner.account(noted))) {
            noted++;
        }
        assertThat(noted).isBetween(1 << 17, 1 << 18);
        int taken = 0;
        for (int left = news.rows(); left > 0; left--) {
            taken += news.take().map(UntoldNews.Row::items).orElse(0);
        }
        assertThat(taken).isEqualTo(noted);
        assertThat(news.changed(Owner.account(1))).isTrue();
    }
}
