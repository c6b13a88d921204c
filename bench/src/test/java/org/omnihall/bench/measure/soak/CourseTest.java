package org.omnihall.bench.measure.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Growth is seen where there is some, and none where a figure rests or only jumps. */
class CourseTest {

    private static final int SAMPLES = 180;

    @Test
    void seesNoGrowthInWhatRests() {
        Course flat = Course.of(Stream.of(100, 100, 100, 100, 100, 100));
        assertThat(flat.times()).isEqualTo(1);
        assertThat(flat.more()).isZero();
    }

    @Test
    void takesTheMedianOfEachThird() {
        Course course = Course.of(Stream.of(1, 2, 9, 10, 30, 20, 40, 60, 50));
        assertThat(course.first()).isEqualTo(2);
        assertThat(course.second()).isEqualTo(20);
        assertThat(course.last()).isEqualTo(50);
        assertThat(course.times()).isEqualTo(2.5);
        assertThat(course.more()).isEqualTo(30);
        assertThat(course.most()).isEqualTo(60);
    }

    @Test
    void seesSlowGrowth() {
        Course growing = Course.of(IntStream.range(0, SAMPLES).mapToObj(at -> 100 + at / 4.0));
        assertThat(growing.times()).isBetween(1.1, 1.2);
        assertThat(growing.more()).isEqualTo(SAMPLES / 3 / 4.0);
    }

    @Test
    void takesNoWarmUpForGrowth() {
        Course warmed = Course.of(IntStream.range(0, SAMPLES).mapToObj(at -> Math.min(at, SAMPLES / 3)));
        assertThat(warmed.first()).isLessThan(warmed.second());
        assertThat(warmed.times()).isEqualTo(1);
    }

    @Test
    void takesNoNoiseForGrowth() {
        Course saw = Course.of(IntStream.range(0, SAMPLES).mapToObj(at -> 100 + at % 6));
        assertThat(saw.times()).isEqualTo(1);
        Course peaks = Course.of(IntStream.range(0, SAMPLES).mapToObj(at -> at > 120 && at % 3 == 0 ? 500 : 100));
        assertThat(peaks.times()).isEqualTo(1);
        assertThat(peaks.most()).isEqualTo(500);
    }

    @Test
    void needsASampleForEachThird() {
        assertThat(Course.of(Stream.of(1, 2, 3)).last()).isEqualTo(3);
        assertThatThrownBy(() -> Course.of(Stream.of(1, 2))).isInstanceOf(IllegalArgumentException.class);
    }
}
