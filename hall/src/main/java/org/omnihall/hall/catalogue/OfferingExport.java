package org.omnihall.hall.catalogue;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;

/** {@code export offerings}, as the import reads them, with the prices of now; bundles come last, after their parts. */
@Component
class OfferingExport implements ExportKind {

    private final Offerings offerings;
    private final Prices prices;
    private final Clock clock;

    OfferingExport(Offerings offerings, Prices prices, Clock clock) {
        this.offerings = offerings;
        this.prices = prices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "offerings";
    }

    @Override
    public List<String> columns() {
        return OfferingImport.COLUMNS;
    }

    @Override
    public Right right() {
        return Right.CATALOGUE_SEE;
    }

    /** They belong to the whole operator; an Area alone has none. */
    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        if (areaPath.equals("/")) {
            Stream<ProductOffering> single = offerings.all().stream().filter(one -> !one.isBundle());
            Stream<ProductOffering> bundles = offerings.all().stream().filter(ProductOffering::isBundle);
            Stream.concat(single, bundles).forEach(one -> row.accept(line(one)));
        }
    }

    private List<String> line(ProductOffering one) {
        PriceList now = one.isBundle() ? new PriceList(List.of()) : prices.of(one, clock.instant());
        Typed shown = OfferingFields.of(one)
                .with("asked", AskedText.of(one.asked()))
                .with("oneTime", yuan(now, Price.Kind.ONE_TIME))
                .with("monthly", yuan(now, Price.Kind.MONTHLY))
                .with("usage", PriceLoad.usage(now));
        return OfferingImport.COLUMNS.stream().map(shown::text).toList();
    }

    private static String yuan(PriceList prices, Price.Kind kind) {
        return prices.prices().stream()
                .filter(price -> price.kind() == kind)
                .findFirst()
                .map(price -> Amounts.yuan(price.fen()))
                .orElse("");
    }
}
