package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrationCodeTest {

    /** Codes of companies that publish them. */
    private static final List<String> REAL =
            List.of("91330100799655058B", "914403001922038216", "9144030071526726XG", "91110000802100433B");

    @Test
    void readsTheCodesOfRealCompanies() {
        assertThat(REAL)
                .allSatisfy(code -> assertThat(RegistrationCode.parse(code))
                        .hasValueSatisfying(read -> assertThat(read.text()).isEqualTo(code)));
    }

    @Test
    void readsSmallLettersBlanksAndDashes() {
        assertThat(RegistrationCode.parse(" 9133 0100-79965 5058b "))
                .contains(new RegistrationCode("91330100799655058B"));
    }

    @Test
    void findsEverySingleWrongCharacter() {
        String right = "91330100799655058B";
        String signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int place = 0; place < right.length(); place++) {
            for (int sign = 0; sign < signs.length(); sign++) {
                String other = right.substring(0, place) + signs.charAt(sign) + right.substring(place + 1);
                assertThat(RegistrationCode.parse(other).isPresent()).as(other).isEqualTo(other.equals(right));
            }
        }
    }

    @Test
    void refusesWhatIsTooShortTooLongOrHasLettersThatNoCodeHas() {
        assertThat(RegistrationCode.parse("91330100799655058")).isEmpty();
        assertThat(RegistrationCode.parse("91330100799655058BB")).isEmpty();
        assertThat(RegistrationCode.parse("9133010079965505IB")).isEmpty();
        assertThat(RegistrationCode.parse("")).isEmpty();
        assertThatThrownBy(() -> new RegistrationCode("91330100799655058C"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
