package org.omnihall.hall.party.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Companies.Filter;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.RegistrationCode;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Slice;
import org.springframework.stereotype.Component;

/** {@code export companies}: the columns of the import, and the tier and manager. */
@Component
class CompanyExport implements ExportKind {

    private final Companies companies;
    private final Grids grids;

    CompanyExport(Companies companies, Grids grids) {
        this.companies = companies;
        this.grids = grids;
    }

    @Override
    public String name() {
        return "companies";
    }

    @Override
    public List<String> columns() {
        List<String> columns = new ArrayList<>(CompanyLines.COLUMNS);
        columns.addAll(List.of("tier", "manager"));
        return columns;
    }

    @Override
    public Right right() {
        return Right.CUSTOMER_SEE;
    }

    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        Map<Long, String> gridNames = new HashMap<>();
        Optional<String> next = Optional.of("");
        while (next.isPresent()) {
            Slice<Company> page = companies.search(Filter.all(areaPath), Paging.parse(next.get()));
            page.rows().forEach(company -> row.accept(line(company, gridNames)));
            next = page.next();
        }
    }

    private List<String> line(Company company, Map<Long, String> gridNames) {
        Company.Facts facts = company.facts();
        return List.of(
                facts.name(),
                facts.code().map(RegistrationCode::text).orElse(""),
                facts.industry().map(Enum::name).orElse(""),
                facts.size().map(Enum::name).orElse(""),
                facts.areaPath(),
                facts.grid()
                        .map(id -> gridNames.computeIfAbsent(id, this::gridName))
                        .orElse(""),
                company.tier().name(),
                company.manager().orElse(""));
    }

    private String gridName(long id) {
        return grids.nameOf(id).orElse("");
    }
}
