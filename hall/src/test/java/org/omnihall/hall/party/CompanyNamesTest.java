package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.code;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Companies.Filter;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Which company a name means: typed into a search, into a form, or read from another source. */
@HallTest
class CompanyNamesTest {

    private final Folk folk;
    private final Companies companies;

    @Autowired
    CompanyNamesTest(ApplicationContext hall, Companies companies) {
        this.folk = new Folk(hall);
        this.companies = companies;
    }

    @BeforeEach
    void begin() {
        folk.managers();
    }

    @Test
    void findsACompanyByItsWholeNameWithItsLegalForm() {
        Company tea = folk.company(Facts.of("龙井问茶股份有限公司", HANGZHOU));
        for (String typed : new String[] {"龙井问茶股份有限公司", "龙井问茶 有限公司", "龙井问茶", "井问"}) {
            assertThat(companies.search(named(typed), Paging.first()).rows())
                    .as(typed)
                    .containsExactly(tea);
        }
        assertThat(companies.search(named("龙井问酒有限公司"), Paging.first()).rows()).isEmpty();
    }

    @Test
    void takesATypedNameOnlyWhereItIsNoOthersToo() {
        Company one = folk.company(Facts.of("twice of a name Ltd", HANGZHOU).withCode(code(8101)));
        assertThat(companies.typed("Twice of a Name")).contains(one);
        Company two = folk.company(Facts.of("Twice of a name", NINGBO).withCode(code(8102)));
        assertThat(companies.typed("twice of a name")).isEmpty();
        assertThat(companies.typed(code(8101).text())).contains(one);
        assertThat(companies.typed(code(8102).text())).contains(two);
        assertThat(companies.typed("nobody's name")).isEmpty();
    }

    @Test
    void knowsTheSameCompanyByItsCodeOrElseByItsArea() {
        Company coded = folk.company(Facts.of("same again Ltd", HANGZHOU).withCode(code(8103)));
        Company far = folk.company(Facts.of("same again Ltd", NINGBO));
        assertThat(companies.same(Facts.of("Same again", NINGBO).withCode(code(8103))))
                .contains(coded);
        assertThat(companies.same(Facts.of("Same again", NINGBO))).contains(far);
        assertThat(companies.same(Facts.of("Same again", HANGZHOU))).contains(coded);
        assertThat(companies.same(Facts.of("Same again", NINGBO).withCode(code(8104))))
                .isEmpty();
        assertThat(companies.same(Facts.of("Same again", "/zj/"))).isEmpty();
    }

    private static Filter named(String typed) {
        return new Filter(HANGZHOU, typed, Optional.empty(), Optional.empty(), "");
    }
}
