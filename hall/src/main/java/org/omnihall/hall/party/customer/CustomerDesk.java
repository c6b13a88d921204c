package org.omnihall.hall.party.customer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Flash;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What all screens of customers do alike: keep to the caller's Area, say what became of a change. */
@Component
public class CustomerDesk {

    private final Areas areas;
    private final Companies companies;
    private final Individuals individuals;

    CustomerDesk(Areas areas, Companies companies, Individuals individuals) {
        this.areas = areas;
        this.companies = companies;
        this.individuals = individuals;
    }

    /** The Areas that the caller answers for, by path, indented as a tree. */
    public Map<String, String> areas(Caller caller) {
        Map<String, String> his = new LinkedHashMap<>();
        List<Area> all =
                areas.all().stream().filter(area -> caller.covers(area.path())).toList();
        int top = all.stream().mapToInt(Area::depth).min().orElse(0);
        all.forEach(area -> his.put(area.path(), "　".repeat(area.depth() - top) + area.name()));
        return his;
    }

    /** The company of an id, where it is the caller's business. */
    public Company company(Caller caller, long id) {
        return companies
                .find(id)
                .filter(company -> caller.covers(company.areaPath()))
                .orElseThrow(CustomerDesk::missing);
    }

    /** The person of an id, where he is the caller's business. */
    public Individual person(Caller caller, long id) {
        return individuals
                .find(id)
                .filter(person -> caller.covers(person.areaPath()))
                .orElseThrow(CustomerDesk::missing);
    }

    /**
     * The Area that a form names.
     *
     * @throws AccessDeniedException where it is none of the caller's
     */
    public static String his(Caller caller, String areaPath) {
        if (!caller.covers(areaPath)) {
            throw new AccessDeniedException("outside of his Area");
        }
        return areaPath;
    }

    /** The Area that a filter names, or else the caller's own. */
    public static String asked(Caller caller, String areaPath) {
        return areaPath.isEmpty() || !caller.covers(areaPath) ? caller.areaPath() : areaPath;
    }

    /** For a row that is not there, or not for the caller. */
    public static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Tells on the next page what became of a change, and gives what was made of it. */
    public static <T> Optional<T> tell(Change<T> change, String done, RedirectAttributes next) {
        return switch (change) {
            case Change.Done<T> it -> {
                Flash.good(next, done);
                yield Optional.of(it.value());
            }
            case Change.Refused<T> refused -> {
                Flash.bad(next, "party.refused." + refused.reason().name());
                yield Optional.empty();
            }
        };
    }
}
