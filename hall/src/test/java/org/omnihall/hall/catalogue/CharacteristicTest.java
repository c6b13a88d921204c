package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.catalogue.Characteristic.Fault;

/** What is asked at an order, and what counts as an answer. */
class CharacteristicTest {

    @Test
    void takesAnswersOfItsTypeOnly() {
        answers(Characteristic.Type.TEXT, "望湖楼", "a\nb");
        answers(Characteristic.Type.NUMBER, "0", "-1");
        answers(Characteristic.Type.YES_NO, "true", "yes");
        answers(Characteristic.Type.DATE, "2027-01-31", "2027-02-30");
        answers(Characteristic.Type.MSISDN, "13857190160", "12345");
        assertThat(asked(Characteristic.Type.TEXT, true).fault("x".repeat(200))).isEmpty();
        assertThat(asked(Characteristic.Type.TEXT, true).fault("x".repeat(201))).contains(Fault.TOO_LONG);
    }

    @Test
    void takesOneOfItsChoicesOnly() {
        Characteristic speed =
                new Characteristic("speed", "速率", "Speed", Characteristic.Type.CHOICE, true, List.of("10M", "100M"));
        assertThat(speed.fault("10M")).isEmpty();
        assertThat(speed.fault("1G")).contains(Fault.NOT_A_CHOICE);
    }

    @Test
    void missesWhatIsRequiredOnly() {
        assertThat(asked(Characteristic.Type.NUMBER, true).fault(" ")).contains(Fault.MISSING);
        assertThat(asked(Characteristic.Type.NUMBER, false).fault("")).isEmpty();
    }

    @Test
    void findsAnswersThatNobodyAskedFor() {
        assertThat(Sample.offering("wifi", LifeCycle.LAUNCH).faults(Map.of("colour", "red")))
                .containsExactly(Map.entry("colour", Fault.NOT_ASKED));
    }

    private static void answers(Characteristic.Type type, String right, String wrong) {
        assertThat(asked(type, true).fault(right)).as(right).isEmpty();
        assertThat(asked(type, true).fault(wrong)).as(wrong).contains(Fault.NOT_OF_TYPE);
    }

    private static Characteristic asked(Characteristic.Type type, boolean required) {
        return new Characteristic("one", "一", "One", type, required, List.of());
    }
}
