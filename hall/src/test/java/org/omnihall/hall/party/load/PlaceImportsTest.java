package org.omnihall.hall.party.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Grid;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Areas and grids come in from files, through the rules of their forms (requirement A11, B14). */
@HallTest
class PlaceImportsTest {

    private final Imports imports;
    private final Languages languages;
    private final Areas areas;
    private final Grids grids;
    private final JdbcClient db;

    @Autowired
    PlaceImportsTest(Imports imports, Languages languages, Areas areas, Grids grids, JdbcClient db) {
        this.imports = imports;
        this.languages = languages;
        this.areas = areas;
        this.grids = grids;
        this.db = db;
    }

    @Test
    void addsAreasBelowOneAnotherAndGivesThemOtherNames() throws IOException {
        assertThat(load("areas", "area,name\n/isles/,Isles\n/isles/north/,North\n"))
                .isTrue();
        assertThat(load("areas", "area,name\n/isles/,Isles\n/isles/north/,Far North\n"))
                .isTrue();
        assertThat(areas.find("/isles/north/")).map(Area::name).contains("Far North");
    }

    @Test
    void saysWhyAnAreaCannotBe() throws IOException {
        String faults = faults("areas", "area,name\n/nobody/north/,North\n/BAD/,Bad\nisles,Isles\n/noname/,\n");
        assertThat(faults.lines().skip(1).map(line -> line.replaceFirst("^(\\d+,\\w*),.*", "$1")))
                .containsExactly("2,area", "3,area", "4,area", "5,name");
        assertThat(areas.find("/noname/")).isEmpty();
    }

    @Test
    void addsAGridAndHandsItOver() throws IOException {
        Town.areas(areas);
        Town.staff(db, "grid-lin", Town.HANGZHOU);
        Town.staff(db, "grid-mei", Town.HANGZHOU);
        assertThat(load("grids", "area,name,manager\n/zj/hz/,文件网格,grid-lin\n")).isTrue();
        assertThat(load("grids", "area,name,manager\n/zj/hz/,文件网格,grid-mei\n")).isTrue();
        assertThat(grids.named("文件网格", Town.HANGZHOU).flatMap(grids::find))
                .map(Grid::manager)
                .contains("grid-mei");
    }

    @Test
    void saysWhyAGridCannotBe() throws IOException {
        Town.areas(areas);
        Town.staff(db, "grid-lin", Town.HANGZHOU);
        String faults = faults("grids", "area,name,manager\n/moon/,一,grid-lin\n/zj/hz/,,grid-lin\n/zj/hz/,二,nobody\n");
        assertThat(faults.lines().skip(1).map(line -> line.replaceFirst("^(\\d+,\\w*),.*", "$1")))
                .containsExactly("2,area", "3,name", "4,manager");
    }

    private boolean load(String kind, String file) throws IOException {
        StringWriter errors = new StringWriter();
        boolean applied = run(kind, file, errors).applied();
        assertThat(errors.toString().lines().skip(1)).isEmpty();
        return applied;
    }

    private String faults(String kind, String file) throws IOException {
        StringWriter errors = new StringWriter();
        assertThat(run(kind, file, errors).applied()).isFalse();
        return errors.toString();
    }

    private ImportReport run(String kind, String file, StringWriter errors) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind(kind).orElseThrow(), false, "LI", languages.in(Locale.ENGLISH));
        return imports.run(order, new StringReader(file), errors, lines -> {});
    }
}
