package org.omnihall.hall.party;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code export number-list}: both lists, as the import reads them. They belong to the whole operator: an Area alone has none. */
@Component
class ListExport implements ExportKind {

    private static final int FETCH = 1_000;

    private final SpecialNumbers numbers;

    ListExport(SpecialNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public String name() {
        return "number-list";
    }

    @Override
    public List<String> columns() {
        return ListColumns.COLUMNS;
    }

    @Override
    public Right right() {
        return Right.NUMBER_SEE;
    }

    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        if (areaPath.equals("/")) {
            for (NumberList list : NumberList.values()) {
                rows(list, row);
            }
        }
    }

    private void rows(NumberList list, Consumer<List<String>> row) {
        List<SpecialNumbers.Listed> page = numbers.listed(list, "", FETCH);
        while (!page.isEmpty()) {
            page.forEach(listed -> row.accept(
                    List.of(listed.msisdn().digits(), list.name().toLowerCase(Locale.ROOT), listed.reason())));
            page = numbers.listed(list, page.getLast().msisdn().digits(), FETCH);
        }
    }
}
