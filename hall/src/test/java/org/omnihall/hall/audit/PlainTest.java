package org.omnihall.hall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trail tells what is there and what is not in no language of a machine. */
class PlainTest {

    private record Inner(String name, Optional<String> more) {}

    private record Outer(Optional<Inner> inner, OptionalInt number, Optional<String> none) {}

    @Test
    void leavesWhatIsThereAndADashForWhatIsNot() {
        Outer outer = new Outer(Optional.of(new Inner("li", Optional.of("[a]"))), OptionalInt.of(3), Optional.empty());
        assertThat(Plain.text(outer.toString())).isEqualTo("Outer[inner=Inner[name=li, more=[a]], number=3, none=-]");
    }

    @ParameterizedTest
    @CsvSource({
        "nothing to do, nothing to do",
        "Optional[open, open",
        "Optional[, ''",
        "Optional[Optional[x]], x",
        "Optional.empty, -",
        "An Optional is no word, An Optional is no word"
    })
    void takesWhatIsNotWholeAsItIs(String written, String plain) {
        assertThat(Plain.text(written)).isEqualTo(plain);
    }
}
