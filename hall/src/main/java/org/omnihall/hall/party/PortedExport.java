package org.omnihall.hall.party;

import java.util.List;
import java.util.function.Consumer;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code export ported-numbers}, as the import reads them. They belong to the whole operator: an Area alone has none. */
@Component
class PortedExport implements ExportKind {

    private static final int FETCH = 1_000;

    private final SpecialNumbers numbers;

    PortedExport(SpecialNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "ported-numbers";
    }

    @Override
    public List<String> columns() {
        return PortedColumns.COLUMNS;
    }

    @Override
    public Right right() {
        return Right.NUMBER_SEE;
    }

    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        List<SpecialNumbers.Ported> page = areaPath.equals("/") ? numbers.ported("", FETCH) : List.of();
        while (!page.isEmpty()) {
            page.forEach(ported -> row.accept(
                    List.of(ported.msisdn().digits(), ported.operator().english())));
            page = numbers.ported(page.getLast().msisdn().digits(), FETCH);
        }
    }
}
