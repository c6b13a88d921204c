package org.omnihall.hall.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;

/** Offerings in and out by file, and the demonstration's own file, which takes the same way (requirements D10, D11). */
@HallTest
class OfferingImportTest {

    private static final String HEAD = String.join(",", OfferingImport.COLUMNS) + "\n";

    private final Imports imports;
    private final OfferingExport export;
    private final Offerings offerings;
    private final Prices prices;
    private final Languages languages;

    @Autowired
    OfferingImportTest(
            Imports imports, OfferingExport export, Offerings offerings, Prices prices, Languages languages) {
        this.imports = imports;
        this.export = export;
        this.offerings = offerings;
        this.prices = prices;
        this.languages = languages;
    }

    @Test
    void loadsTheSevenFamiliesOfTheDemonstrationTwiceWithoutAChange() throws IOException {
        assertThat(demo().clean()).isTrue();
        Set<ProductFamily> families =
                offerings.all().stream().map(ProductOffering::family).collect(Collectors.toSet());
        assertThat(families).containsExactlyInAnyOrder(ProductFamily.values());
        ProductOffering bundle = offerings.find("power-communication").orElseThrow();
        long parts = prices.undiscounted(bundle, Sample.NOON.plusSeconds(1_000_000_000))
                .monthlyFen();
        assertThat(parts).isEqualTo(19_900 + 5 * 500 + 5 * 600);
        assertThat(prices.of(bundle, Sample.NOON.plusSeconds(1_000_000_000)).monthlyFen())
                .isEqualTo(parts * 80 / 100);
        assertThat(bundle.state()).isEqualTo(LifeCycle.DESIGN);

        List<Price> before = prices.all("business-wlan");
        assertThat(demo().clean()).isTrue();
        assertThat(prices.all("business-wlan")).isEqualTo(before).hasSize(2);
    }

    @Test
    void writesWhatItReads() throws IOException {
        String line =
                "trip,行程,Trip,\"说明, 一\",,PERSONAL_PLAN,order-standard,COMPANY PERSON,7,1,3,\"boss.subscribe, sms.provision\",,0,"
                        + "day:DATE:required:日期:Day|size:CHOICE::大小:Size:S/M/L,1.00,2.50,GB=3.00;SMS=0.05\n";
        assertThat(run(HEAD + line).clean()).isTrue();
        List<List<String>> rows = new ArrayList<>();
        export.rows("/", rows::add);
        assertThat(rows)
                .contains(List.of(
                        "trip",
                        "行程",
                        "Trip",
                        "说明, 一",
                        "",
                        "PERSONAL_PLAN",
                        "order-standard",
                        "PERSON COMPANY",
                        "7",
                        "1",
                        "3",
                        "boss.subscribe, sms.provision",
                        "",
                        "0",
                        "day:DATE:required:日期:Day|size:CHOICE::大小:Size:S/M/L",
                        "1.00",
                        "2.50",
                        "GB=3.00;SMS=0.05"));
        rows.clear();
        export.rows("/zj/", rows::add);
        assertThat(rows).isEmpty();
    }

    @Test
    void namesTheColumnsThatAreWrong() throws IOException {
        String line = "Bad,,x,,,TOYS,order-standard,NOBODY,0,5,1,NO STEP,a**b,101,code,1.234,x,SMS\n";
        ImportReport report = run(HEAD + line);
        assertThat(report.applied()).isFalse();
        assertThat(report.first())
                .extracting(LineFault::column)
                .containsExactlyInAnyOrder(
                        "code",
                        "name",
                        "family",
                        "buyers",
                        "trialDays",
                        "most",
                        "plan",
                        "parts",
                        "discount",
                        "asked",
                        "oneTime",
                        "monthly",
                        "usage");
        ImportReport unknown = run(HEAD + "odd,名,,,,PERSONAL_PLAN,nothing,PERSON,,1,1,boss.subscribe,,,,,1,\n");
        assertThat(unknown.first())
                .extracting(LineFault::wordKey)
                .containsExactly("catalogue.refused.BUSINESS_UNKNOWN");
        assertThat(offerings.find("odd")).isEmpty();
    }

    @Test
    void readsBundlesAndQuestionsAsItWritesThem() {
        for (String parts : List.of("", "a", "a, b*2", "business-wlan*1000")) {
            assertThat(BundleText.read(parts).map(BundleText::of)).contains(parts);
        }
        for (String parts : List.of("a*0", "a*1001", "A", "a,,b*", "*2")) {
            assertThat(BundleText.read(parts)).as(parts).isEmpty();
        }
        for (String asked : List.of("", "a:TEXT:required:甲:", "a:NUMBER::甲:A|b:CHOICE:required:乙:B:x/y")) {
            assertThat(AskedText.read(asked).map(AskedText::of)).contains(asked);
        }
        for (String asked :
                List.of("a", "a:WORD::甲:A", "a:TEXT:maybe:甲:A", "A:TEXT::甲:A", "a:CHOICE::甲:A", "a:TEXT::甲:A:x")) {
            assertThat(AskedText.read(asked)).as(asked).isEmpty();
        }
    }

    private ImportReport demo() throws IOException {
        try (Reader file = new InputStreamReader(
                new ClassPathResource("catalogue/demo-offerings.csv").getInputStream(), StandardCharsets.UTF_8)) {
            return run(file);
        }
    }

    private ImportReport run(String file) throws IOException {
        return run(new StringReader(file));
    }

    private ImportReport run(Reader file) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind("offerings").orElseThrow(), false, "LI", languages.in(Locale.ENGLISH));
        return imports.run(order, file, new StringWriter(), read -> {});
    }
}
