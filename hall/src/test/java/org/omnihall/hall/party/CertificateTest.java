package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.omnihall.hall.party.Certificate.Kind;

class CertificateTest {

    /** The two examples of GB 11643-1999. */
    private static final String WOMAN = "11010519491231002X";

    private static final String MAN = "440524188001010014";

    @Test
    void readsTheExamplesOfTheStandard() {
        assertThat(Certificate.parse(Kind.ID_CARD, WOMAN)).contains(new Certificate(Kind.ID_CARD, WOMAN));
        assertThat(Certificate.parse(Kind.ID_CARD, MAN)).contains(new Certificate(Kind.ID_CARD, MAN));
        assertThat(Certificate.parse(Kind.ID_CARD, "110105 19491231 002x"))
                .contains(new Certificate(Kind.ID_CARD, WOMAN));
    }

    @Test
    void findsEverySingleWrongDigitOfAnIdCard() {
        for (int place = 0; place < 17; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                String other = WOMAN.substring(0, place) + digit + WOMAN.substring(place + 1);
                assertThat(Certificate.parse(Kind.ID_CARD, other).isPresent())
                        .as(other)
                        .isEqualTo(other.equals(WOMAN));
            }
        }
    }

    @Test
    void takesOtherCertificatesOfFiveToTwentySigns() {
        assertThat(Certificate.parse(Kind.PASSPORT, "e12345678")).contains(new Certificate(Kind.PASSPORT, "E12345678"));
        assertThat(Certificate.parse(Kind.PASSPORT, "E1234")).isPresent();
        assertThat(Certificate.parse(Kind.PASSPORT, "E123")).isEmpty();
        assertThat(Certificate.parse(Kind.OTHER, "1".repeat(20))).isPresent();
        assertThat(Certificate.parse(Kind.OTHER, "1".repeat(21))).isEmpty();
    }

    @Test
    void takesANumberWithoutAKindForAnIdCardWhereItIsOne() {
        assertThat(Certificate.parse(MAN)).map(Certificate::kind).contains(Kind.ID_CARD);
        assertThat(Certificate.parse("E12345678")).map(Certificate::kind).contains(Kind.OTHER);
    }

    @Test
    void neverPrintsItsNumber() {
        assertThat(new Certificate(Kind.ID_CARD, WOMAN).toString()).isEqualTo("ID_CARD ****002X");
    }
}
