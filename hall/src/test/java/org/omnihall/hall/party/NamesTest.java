package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How names are taken apart and compared. */
class NamesTest {

    @Test
    void splitsChineseNamesBehindTheSurname() {
        assertThat(PersonName.of("李雷")).isEqualTo(new PersonName("李", "雷"));
        assertThat(PersonName.of("欧阳娜娜")).isEqualTo(new PersonName("欧阳", "娜娜"));
        assertThat(PersonName.of("欧阳")).isEqualTo(new PersonName("欧", "阳"));
        assertThat(PersonName.of("阿卜杜拉·买买提")).isEqualTo(new PersonName("阿卜杜拉·买买提", ""));
    }

    @Test
    void splitsOtherNamesBeforeTheLastWord() {
        assertThat(PersonName.of(" Mary Ann Smith ")).isEqualTo(new PersonName("Smith", "Mary Ann"));
        assertThat(PersonName.of("Plato")).isEqualTo(new PersonName("Plato", ""));
        assertThat(PersonName.of("")).isEqualTo(new PersonName("", ""));
    }

    @Test
    void joinsNamesInTheOrderOfTheirLanguage() {
        assertThat(new PersonName("李", "雷").whole()).isEqualTo("李雷");
        assertThat(new PersonName("Smith", "Mary").whole()).isEqualTo("Mary Smith");
        assertThat(new PersonName("Plato", "").whole()).isEqualTo("Plato");
    }

    @Test
    void masksAllOfANameButItsFirstLetter() {
        assertThat(person("李", "雷").maskedName()).isEqualTo("李**");
        assertThat(person("Smith", "Mary").maskedName()).isEqualTo("M**");
        assertThat(person("𠮷田", "").maskedName()).isEqualTo("𠮷**");
        assertThat(person("", "").maskedName()).isEmpty();
    }

    private static Individual person(String family, String given) {
        return new Individual(1, family, given, "/", Optional.empty(), List.of());
    }

    @Test
    void takesNamesOfCompaniesForOneThatDifferInSignsAndLegalForm() {
        String one = NormalName.ofCompany("杭州湖畔咖啡有限公司");
        assertThat(NormalName.ofCompany("杭州湖畔咖啡有限责任公司")).isEqualTo(one);
        assertThat(NormalName.ofCompany("杭州 湖畔(咖啡)有限公司")).isEqualTo(one);
        assertThat(NormalName.ofCompany("杭州湖边咖啡有限公司")).isNotEqualTo(one);
        assertThat(NormalName.ofCompany("ＬＡＫＥ Coffee Co., Ltd.")).isEqualTo(NormalName.ofCompany("Lake Coffee"));
    }

    @Test
    void leavesACompanyThatIsCalledCompanyItsName() {
        assertThat(NormalName.ofCompany("公司")).isEqualTo("公司");
    }

    @Test
    void takesNamesOfPersonsForOneThatDifferInBlanksAndCase() {
        assertThat(NormalName.ofPerson("Mary  SMITH")).isEqualTo(NormalName.ofPerson("mary smith"));
        assertThat(NormalName.ofPerson("李　雷")).isEqualTo("李雷");
    }
}
