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

        assertThat(news.take()).singleElement().satisfies(row -> {
            assertThat(row.items()).isEqualTo(2);
            assertThat(row.octets().length()).isEqualTo(2 * (UntoldNews.HEAD + Long.BYTES));
        });
        assertThat(news.take()).isEmpty();
    }

    @Test
    void isBoundedWhileNobodyTakesIt() {
        int noted = 0;
        while (news.changed(Owner.account(noted))) {
            noted++;
        }
        assertThat(noted).isBetween(1 << 17, 1 << 18);
        assertThat(news.take().stream().mapToInt(UntoldNews.Row::items).sum()).isEqualTo(noted);
        assertThat(news.changed(Owner.account(1))).isTrue();
    }
}
