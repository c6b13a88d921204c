package org.omnihall.hall.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TypedTest {

    @Test
    void readsNumbersWithinTheirLimits() {
        Typed in = new Typed(Map.of("least", "1", "most", "10", "below", "0", "above", "11", "word", "ten"));
        assertThat(in.number("least", 1, 10)).isEqualTo(1);
        assertThat(in.number("most", 1, 10)).isEqualTo(10);
        assertThat(in.isWrong()).isFalse();
        in.number("below", 1, 10);
        in.number("above", 1, 10);
        in.number("word", 1, 10);
        in.number("nothing", 1, 10);
        assertThat(in.faults())
                .containsExactly(
                        Map.entry("below", "shell.fault.NUMBER"),
                        Map.entry("above", "shell.fault.NUMBER"),
                        Map.entry("word", "shell.fault.NUMBER"),
                        Map.entry("nothing", "shell.fault.EMPTY"));
    }

    @Test
    void readsTextsOnOneLineAndNoLongerThanTheyMayBe() {
        Typed in = new Typed(Map.of("name", "  望湖楼 ", "long", "12345", "lines", "a\nb"));
        assertThat(in.required("name", 3)).isEqualTo("望湖楼");
        assertThat(in.isWrong()).isFalse();
        in.required("long", 4);
        in.optional("lines", 4);
        in.required("none", 4);
        assertThat(in.optional("none at all", 4)).isEmpty();
        assertThat(in.fault("long")).isEqualTo("shell.fault.TOO_LONG");
        assertThat(in.fault("lines")).isEqualTo("shell.fault.MALFORMED");
        assertThat(in.fault("none")).isEqualTo("shell.fault.EMPTY");
        assertThat(in.fault("none at all")).isEmpty();
    }

    @Test
    void readsMoneyInYuan() {
        Typed in = new Typed(Map.of("price", "12.50", "dear", "100.01", "odd", "1.234", "negative", "-1"));
        assertThat(in.maybeFen("price", 10_000)).contains(1_250L);
        assertThat(in.maybeFen("nothing", 10_000)).isEmpty();
        assertThat(in.isWrong()).isFalse();
        for (String field : new String[] {"dear", "odd", "negative"}) {
            assertThat(in.maybeFen(field, 10_000)).isEmpty();
            assertThat(in.fault(field)).isEqualTo("shell.fault.MONEY");
        }
    }

    @Test
    void readsChoicesInAnyCaseOfLetters() {
        Typed in = new Typed(Map.of("tone", "good", "other", "GREEN"));
        assertThat(in.choice("tone", Flash.Tone.class)).contains(Flash.Tone.GOOD);
        assertThat(in.choice("other", Flash.Tone.class)).isEmpty();
        assertThat(in.choice("none", Flash.Tone.class)).isEmpty();
        assertThat(in.faults())
                .containsExactly(Map.entry("other", "shell.fault.CHOICE"), Map.entry("none", "shell.fault.EMPTY"));
    }

    @Test
    void keepsTheFirstFaultOfAField() {
        Typed in = new Typed(Map.of());
        in.wrong("code", "first");
        in.wrong("code", "second");
        assertThat(in.fault("code")).isEqualTo("first");
    }

    @Test
    void writesMoneyAsItReadsIt() {
        for (long fen : new long[] {0, 1, 99, 100, 12_345}) {
            assertThat(Amounts.fen(Amounts.yuan(fen))).contains(fen);
        }
        assertThat(Amounts.yuan(5)).isEqualTo("0.05");
        assertThat(Amounts.fen("3")).contains(300L);
        assertThat(Amounts.fen("3.5")).contains(350L);
        assertThat(Amounts.fen("1e3")).isEmpty();
    }
}
