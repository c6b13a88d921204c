package org.omnihall.hall.party.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.code;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;

/** The branches of a chain come in from a file: one name, many codes. */
@HallTest
class ChainImportTest {

    private static final int BRANCHES = 25;
    private static final int FIRST = 8201;

    private final Imports imports;
    private final Languages languages;
    private final Companies companies;
    private final Areas areas;

    @Autowired
    ChainImportTest(Imports imports, Languages languages, Companies companies, Areas areas) {
        this.imports = imports;
        this.languages = languages;
        this.companies = companies;
        this.areas = areas;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void knowsTheLastOfManyBranchesWhenTheFileComesAgain() throws IOException {
        String file = IntStream.range(FIRST, FIRST + BRANCHES)
                .mapToObj(number -> "连锁面馆有限公司," + code(number).text() + ",,,/zj/hz/,\n")
                .collect(Collectors.joining("", "name,code,industry,size,area,grid\n", ""));
        load(file);
        load(file);
        for (int number = FIRST; number < FIRST + BRANCHES; number++) {
            assertThat(companies.by(code(number))).as("branch %d", number).hasSize(1);
        }
    }

    private void load(String file) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind("companies").orElseThrow(), false, ACTOR, languages.in(Locale.ENGLISH));
        StringWriter errors = new StringWriter();
        assertThat(imports.run(order, new StringReader(file), errors, lines -> {})
                        .applied())
                .as(errors.toString())
                .isTrue();
    }
}
