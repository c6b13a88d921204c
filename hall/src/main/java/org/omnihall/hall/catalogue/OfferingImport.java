package org.omnihall.hall.catalogue;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;

/**
 * {@code import offerings}: adds offerings in design and changes those whose code is known, with the fields of {@link OfferingFields}, the
 * questions of {@link AskedText}, and prices in yuan that begin at once where they differ from what holds. A bundle comes after its parts.
 * Nothing is published by an import.
 */
@Component
class OfferingImport implements ImportKind {

    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "englishName",
            "description",
            "englishDescription",
            "family",
            "business",
            "buyers",
            "trialDays",
            "least",
            "most",
            "plan",
            "parts",
            "discount",
            "asked",
            "oneTime",
            "monthly",
            "usage");

    private final OfferingBook book;
    private final OfferingTable table;
    private final PriceLoad prices;

    OfferingImport(OfferingBook book, OfferingTable table, PriceLoad prices) {
        this.book = book;
        this.table = table;
        this.prices = prices;
    }

    @Override
    public String name() {
        return "offerings";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Right right() {
        return Right.CATALOGUE_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return Loading.lineByLine(line -> write(line, actor));
    }

    private List<LineFault> write(Line line, String actor) {
        Typed in = new Typed(line.named(COLUMNS));
        Optional<List<Characteristic>> asked = AskedText.read(in.text("asked"));
        if (asked.isEmpty()) {
            in.wrong("asked", "catalogue.fault.QUESTION");
        }
        List<Price> wanted = prices.read(in);
        OfferingFields.read(in, asked.orElse(List.of())).ifPresent(offering -> write(offering, wanted, in, actor));
        return line.faults(in.faults());
    }

    private void write(ProductOffering offering, List<Price> wanted, Typed in, String actor) {
        OfferingChange change = table.has(offering.code()) ? book.change(offering, actor) : book.add(offering, actor);
        switch (change) {
            case OfferingChange.Done done -> prices.write(wanted, in, actor);
            case OfferingChange.Refused no ->
                in.wrong(no.reason().field(), "catalogue.refused." + no.reason().name());
            case OfferingChange.NotPublished back ->
                in.wrong(
                        "plan",
                        "catalogue.obstacle."
                                + back.obstacles().getFirst().reason().name());
        }
    }
}
