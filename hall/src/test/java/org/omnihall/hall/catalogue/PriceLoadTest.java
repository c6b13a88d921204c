package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Typed;
import org.springframework.beans.factory.annotation.Autowired;

/** The prices in a file: their limits, and which column is blamed. */
@HallTest
class PriceLoadTest {

    private static final String HEAD = String.join(",", OfferingImport.COLUMNS) + "\n";
    private static final String PART =
            "priced-part,部分,,,,PERSONAL_PLAN,order-standard,PERSON,,1,1,boss.subscribe,,,,,1.00,\n";
    private static final String BUNDLE = "priced-whole,整体,,,,PERSONAL_PLAN,order-standard,PERSON,,1,1,,priced-part,,,";

    private final PriceLoad load;
    private final Imports imports;
    private final Languages languages;

    @Autowired
    PriceLoadTest(PriceLoad load, Imports imports, Languages languages) {
        this.load = load;
        this.imports = imports;
        this.languages = languages;
    }

    @Test
    void holdsEveryKindOfPriceToTheSameLimit() {
        Typed most = new Typed(Map.of(
                "code", "dear", "oneTime", "1000000000", "monthly", "1000000000", "usage", "GB=1000000000;SMS=0.05"));
        assertThat(load.read(most))
                .extracting(Price::fen)
                .containsExactly(Price.MOST_FEN, Price.MOST_FEN, Price.MOST_FEN, 5L);
        assertThat(most.isWrong()).isFalse();
        Typed more = new Typed(Map.of(
                "code", "dear", "oneTime", "1000000000.01", "monthly", "1000000000.01", "usage", "GB=1000000000.01"));
        assertThat(load.read(more)).isEmpty();
        assertThat(more.faults())
                .containsOnly(
                        Map.entry("oneTime", "shell.fault.MONEY"),
                        Map.entry("monthly", "shell.fault.MONEY"),
                        Map.entry("usage", "catalogue.fault.USAGE"));
    }

    @Test
    void blamesTheColumnOfThePriceThatIsRefused() throws IOException {
        for (Map.Entry<String, String> one : List.of(
                Map.entry("oneTime", "5.00,,"), Map.entry("monthly", ",5.00,"), Map.entry("usage", ",,GB=5.00"))) {
            ImportReport report = run(HEAD + PART + BUNDLE + one.getValue() + "\n");
            assertThat(report.first())
                    .containsExactly(new LineFault(3, one.getKey(), "catalogue.refused.BUNDLE_HAS_PARTS_ONLY"));
        }
    }

    private ImportReport run(String file) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind("offerings").orElseThrow(), false, "LI", languages.in(Locale.ENGLISH));
        return imports.run(order, new StringReader(file), new StringWriter(), read -> {});
    }
}
