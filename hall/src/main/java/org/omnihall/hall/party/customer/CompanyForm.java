package org.omnihall.hall.party.customer;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Industry;
import org.omnihall.hall.party.RegistrationCode;
import org.springframework.stereotype.Component;

/** Reads the form of a company. The company above it is named by its code or its whole name. */
@Component
class CompanyForm {

    private final Companies companies;

    CompanyForm(Companies companies) {
        this.companies = companies;
    }

    Change<Facts> read(Map<String, String> fields) {
        String typedCode = text(fields, "code");
        Optional<RegistrationCode> code = RegistrationCode.parse(typedCode);
        if (code.isEmpty() && !typedCode.isEmpty()) {
            return Change.refused(Reason.BAD_CODE);
        }
        String typedParent = text(fields, "parent");
        Optional<Company> parent = typedParent.isEmpty() ? Optional.empty() : companies.typed(typedParent);
        if (parent.isEmpty() && !typedParent.isEmpty()) {
            return Change.refused(Reason.UNKNOWN_PARENT);
        }
        return Change.done(new Facts(
                text(fields, "name"),
                text(fields, "area"),
                code,
                Industry.named(text(fields, "industry")),
                Company.Size.named(text(fields, "size")),
                parent.map(Company::id),
                Optional.of(text(fields, "grid"))
                        .filter(grid -> grid.matches("\\d{1,18}"))
                        .map(Long::parseLong)));
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
