package org.omnihall.hall.catalogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        return new File(actor);
    }

    private final class File implements Loading {

        private final String actor;

        File(String actor) {
            this.actor = actor;
        }

        @Override
        public List<LineFault> take(List<Line> lines) {
            List<LineFault> faults = new ArrayList<>();
            lines.forEach(line -> faults.addAll(take(line)));
            return faults;
        }

        private List<LineFault> take(Line line) {
            Map<String, String> values = new HashMap<>();
            for (int i = 0; i < COLUMNS.size(); i++) {
                values.put(COLUMNS.get(i), line.value(i));
            }
            Typed in = new Typed(values);
            Optional<List<Characteristic>> asked = AskedText.read(in.text("asked"));
            if (asked.isEmpty()) {
                in.wrong("asked", "catalogue.fault.QUESTION");
            }
            List<Price> wanted = prices.read(in);
            OfferingFields.read(in, asked.orElse(List.of())).ifPresent(offering -> write(offering, wanted, in));
            return in.faults().entrySet().stream()
                    .map(fault -> line.fault(fault.getKey(), fault.getValue()))
                    .toList();
        }

        private void write(ProductOffering offering, List<Price> wanted, Typed in) {
            boolean known = table.shelf().find(offering.code()).isPresent();
            OfferingChange change = known ? book.change(offering, actor) : book.add(offering, actor);
            switch (change) {
                case OfferingChange.Done done -> prices.write(wanted, in, actor);
                case OfferingChange.Refused no ->
                    in.wrong(
                            no.reason().field(),
                            "catalogue.refused." + no.reason().name());
                case OfferingChange.NotPublished back ->
                    in.wrong(
                            "plan",
                            "catalogue.obstacle."
                                    + back.obstacles().getFirst().reason().name());
            }
        }

        @Override
        public List<LineFault> finish() {
            return List.of();
        }
    }
}
