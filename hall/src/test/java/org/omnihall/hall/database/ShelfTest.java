package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTest {

    private record Row(int key, String text) {}

    private final Shelf<Integer, Row> shelf = new Shelf<>(1 << 10, (row, key) -> row.key() == key);

    @Test
    void givesBackWhatWasLaidDownLast() {
        shelf.put(1, new Row(1, "first"));
        shelf.put(1, new Row(1, "second"));
        assertThat(shelf.find(1)).contains(new Row(1, "second"));
        assertThat(shelf.find(2)).isEmpty();
        shelf.forget(1);
        assertThat(shelf.find(1)).isEmpty();
    }

    @Test
    void neverGivesAWrongRowHoweverFullItIs() {
        Random random = new Random(7);
        Map<Integer, String> all = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            int key = random.nextInt(4_000);
            String text = "text " + i;
            all.put(key, text);
            shelf.put(key, new Row(key, text));
            int asked = random.nextInt(4_000);
            shelf.find(asked).ifPresent(row -> assertThat(row.text()).isEqualTo(all.get(asked)));
            assertThat(shelf.find(key)).contains(new Row(key, text));
        }
        assertThat(shelf.pushedOut()).isPositive();
    }

    @Test
    void losesNextToNothingWhileHalfFullAndLittleWhileThreeQuarters() {
        int rows = 1 << 15;
        Shelf<Integer, Row> roomy = new Shelf<>(1 << 16, (row, key) -> row.key() == key);
        for (int i = 0; i < rows; i++) {
            roomy.put(i, new Row(i, ""));
        }
        long gone = roomy.pushedOut();
        assertThat(gone).isLessThan(rows / 1_000);
        assertThat(IntStream.range(0, rows).filter(i -> roomy.find(i).isEmpty()).count())
                .isEqualTo(gone);
        for (int i = rows; i < rows * 3 / 2; i++) {
            roomy.put(i, new Row(i, ""));
        }
        assertThat(roomy.pushedOut()).isBetween(1L, rows * 3 / 2 / 50L);
    }

    @Test
    void keepsOneRowOfAKeyWhicheverOfItsSetsItLiesIn() {
        AtomicInteger met = new AtomicInteger();
        Shelf<Integer, Row> full = new Shelf<>(1 << 10, (row, key) -> {
            boolean own = row.key() == key;
            met.addAndGet(own ? 1 : 0);
            return own;
        });
        for (int i = 0; i < 900; i++) { // some lie in their second set
            full.put(i, new Row(i, "first"));
        }
        for (int i = 0; i < 900; i += 2) { // now there is room in first sets
            full.forget(i);
        }
        for (int i = 1; i < 900; i += 2) {
            full.put(i, new Row(i, "second"));
            met.set(0);
            full.forget(i); // looks through both
            assertThat(met).hasValue(1);
            assertThat(full.find(i)).isEmpty();
        }
    }

    @Test
    void findsEveryRowInARoomOfAnySize() {
        Shelf<Integer, Row> odd = new Shelf<>(8 * 1_237, (row, key) -> row.key() == key);
        for (int i = 0; i < 1_000; i++) {
            odd.put(-i * 7_919, new Row(-i * 7_919, "text " + i));
        }
        for (int i = 0; i < 1_000; i++) {
            assertThat(odd.find(-i * 7_919)).contains(new Row(-i * 7_919, "text " + i));
        }
        assertThat(odd.pushedOut()).isZero();
    }

    @Test
    void isEmptyAfterItWasCleared() {
        shelf.put(1, new Row(1, "first"));
        shelf.clear();
        assertThat(shelf.find(1)).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new Shelf<>(100, (row, key) -> true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Shelf<>(4, (row, key) -> true));
    }
}
