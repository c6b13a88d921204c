package org.omnihall.hall.party.load;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.Industry;
import org.omnihall.hall.party.RegistrationCode;
import org.springframework.stereotype.Component;

/**
 * {@code import companies}: a line changes the company of the same code and name, or of the same name and Area where it names no code; else
 * it adds one. What it leaves empty stays as it is. Two names under one code are kept as two, for {@code /duplicates} to show.
 */
@Component
class CompanyLines implements LineByLine.Lines {

    static final List<String> COLUMNS = List.of("name", "code", "industry", "size", "area", "grid");

    private static final int NAME = 0;
    private static final int CODE = 1;
    private static final int INDUSTRY = 2;
    private static final int SIZE = 3;
    private static final int AREA = 4;
    private static final int GRID = 5;

    private final Companies companies;
    private final Grids grids;

    CompanyLines(Companies companies, Grids grids) {
        this.companies = companies;
        this.grids = grids;
    }

    @Override
    public Optional<LineFault> write(Line line, String actor) {
        Optional<RegistrationCode> code = RegistrationCode.parse(line.value(CODE));
        Optional<Industry> industry = Industry.named(line.value(INDUSTRY));
        Optional<Company.Size> size = Company.Size.named(line.value(SIZE));
        Optional<Long> grid = grids.named(line.value(GRID), line.value(AREA));
        return unread(line, CODE, code, Reason.BAD_CODE)
                .or(() -> unread(line, INDUSTRY, industry, Reason.UNKNOWN_INDUSTRY))
                .or(() -> unread(line, SIZE, size, Reason.UNKNOWN_SIZE))
                .or(() -> unread(line, GRID, grid, Reason.UNKNOWN_GRID))
                .or(() -> put(
                        line,
                        new Facts(line.value(NAME), line.value(AREA), code, industry, size, Optional.empty(), grid),
                        actor));
    }

    private Optional<LineFault> put(Line line, Facts read, String actor) {
        Change<Company> change = companies
                .same(read)
                .map(company -> companies.change(company.id(), over(company.facts(), read), actor))
                .orElseGet(() -> companies.take(read, actor));
        return switch (change) {
            case Change.Done<Company> done -> Optional.empty();
            case Change.Refused<Company> refused ->
                Optional.of(Faults.of(line, column(refused.reason()), refused.reason()));
        };
    }

    private static Facts over(Facts before, Facts read) {
        return new Facts(
                read.name(),
                read.areaPath(),
                read.code().or(before::code),
                read.industry().or(before::industry),
                read.size().or(before::size),
                before.parent(),
                read.grid().or(before::grid));
    }

    private static Optional<LineFault> unread(Line line, int column, Optional<?> read, Reason reason) {
        return line.value(column).isEmpty() || read.isPresent()
                ? Optional.empty()
                : Optional.of(Faults.of(line, COLUMNS.get(column), reason));
    }

    private static String column(Reason reason) {
        return reason == Reason.UNKNOWN_AREA ? COLUMNS.get(AREA) : COLUMNS.get(NAME);
    }
}
