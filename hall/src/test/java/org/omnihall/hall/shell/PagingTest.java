package org.omnihall.hall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void oneMoreRowThanAPageMeansThereIsAnother() {
        assertThat(slice(Paging.first(), 50).next()).isEmpty();
        assertThat(slice(Paging.first(), 51).next()).isPresent();
        assertThat(slice(Paging.first(), 51).rows()).hasSize(50);
    }

    @Test
    void walksThereAndBack() {
        Paging second = Paging.parse(slice(Paging.first(), 51).next().orElseThrow());
        assertThat(second.after()).isEqualTo(Optional.of(List.of("49", "é,.\u4e00")));
        Paging third = Paging.parse(slice(second, 51).next().orElseThrow());
        assertThat(Paging.parse(slice(third, 1).previous().orElseThrow())).isEqualTo(second);
        assertThat(slice(second, 1).previous()).contains("");
        assertThat(slice(Paging.first(), 1).previous()).isEmpty();
    }

    @Test
    void aTrailThatIsNoneIsTheFirstPage() {
        for (String forged : List.of("..", "a b", "%", "abcde", "x".repeat(201), "aa.".repeat(60) + "aa")) {
            assertThat(Paging.parse(forged)).as(forged).isEqualTo(Paging.first());
        }
    }

    @Test
    void aLongWalkForgetsItsBeginning() {
        Paging paging = Paging.first();
        for (int page = 0; page < 60; page++) {
            paging = Paging.parse(slice(paging, 51).next().orElseThrow());
        }
        assertThat(paging.trail()).hasSize(50);
    }

    private static Slice<Integer> slice(Paging paging, int rows) {
        List<Integer> found = new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        return paging.slice(found, row -> List.of(row.toString(), "é,.\u4e00"));
    }
}
