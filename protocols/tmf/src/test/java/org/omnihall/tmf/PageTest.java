package org.omnihall.tmf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {

    private static final Window UNASKED = new Window(0, 200, false);

    @Test
    void answersAnUnpagedListWith200AndItsCounts() {
        Page page = Page.of(UNASKED, 3_000, 200, "/product");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers())
                .containsEntry("X-Total-Count", "3000")
                .containsEntry("X-Result-Count", "200")
                .doesNotContainKeys("Link", "Content-Range");
    }

    @Test
    void answersAPartWith206AndTheWayToTheOthers() {
        Page page = Page.of(new Window(20, 10, true), 45, 10, "/product?status=active");

        assertThat(page.status()).isEqualTo(206);
        assertThat(page.headers().get("Content-Range")).isEqualTo("items 21-30/45");
        assertThat(page.headers().get("Link")).isEqualTo("""
                        </product?status=active&offset=20&limit=10>; rel="self", \
                        </product?status=active&offset=0&limit=10>; rel="first", \
                        </product?status=active&offset=10&limit=10>; rel="prev", \
                        </product?status=active&offset=30&limit=10>; rel="next", \
                        </product?status=active&offset=40&limit=10>; rel="last\"""");
    }

    @Test
    void answersAllThatThereIsWith200() {
        assertThat(Page.of(new Window(0, 10, true), 10, 10, "/product").status())
                .isEqualTo(200);
        assertThat(Page.of(new Window(0, 10, true), 11, 10, "/product").status())
                .isEqualTo(206);
        assertThat(Page.of(new Window(0, 10, true), 0, 0, "/product").status()).isEqualTo(200);
    }

    @Test
    void linksNeitherBeforeTheFirstNorBehindTheLast() {
        assertThat(Page.of(new Window(0, 10, true), 15, 10, "/product")
                        .headers()
                        .get("Link"))
                .doesNotContain("\"prev\"")
                .contains("</product?offset=10&limit=10>; rel=\"next\"");
        assertThat(Page.of(new Window(10, 10, true), 15, 5, "/product")
                        .headers()
                        .get("Link"))
                .contains("\"prev\"")
                .doesNotContain("\"next\"");
        assertThat(Page.of(new Window(10, 10, true), 20, 10, "/product")
                        .headers()
                        .get("Link"))
                .doesNotContain("\"next\"")
                .contains("</product?offset=10&limit=10>; rel=\"last\"");
    }

    @Test
    void answers416BeyondTheLastRow() {
        assertThat(Page.of(new Window(9, 10, true), 10, 1, "/product").status()).isEqualTo(206);
        assertThatThrownBy(() -> Page.of(new Window(10, 10, true), 10, 0, "/product"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code().status()).isEqualTo(416));
    }
}
