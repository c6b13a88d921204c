package org.omnihall.hall.party.load;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.GroupShare.ChargeKind;
import org.omnihall.hall.party.Membership;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/**
 * {@code import memberships}: which number is a member of which company, named by its code or, where it has none, by its name. {@code pays}
 * lists kinds of charges, {@code ALL} or nothing; {@code cap} is in fen. A line of a membership that began on the same day changes it.
 */
@Component
class MembershipLines implements LineByLine.Lines {

    static final List<String> COLUMNS = List.of("number", "company", "from", "to", "pays", "cap");

    private static final int NUMBER = 0;
    private static final int COMPANY = 1;
    private static final int FROM = 2;
    private static final int TO = 3;
    private static final int PAYS = 4;
    private static final int CAP = 5;

    private final Subscribers subscribers;
    private final Companies companies;
    private final Memberships memberships;

    MembershipLines(Subscribers subscribers, Companies companies, Memberships memberships) {
        this.subscribers = subscribers;
        this.companies = companies;
        this.memberships = memberships;
    }

    @Override
    public Optional<LineFault> write(Line line, String actor) {
        Optional<Msisdn> number = Msisdn.parse(line.value(NUMBER));
        Optional<Company> company = companies.typed(line.value(COMPANY));
        Optional<LocalDate> from = day(line.value(FROM));
        Optional<LocalDate> to = day(line.value(TO));
        Optional<Set<ChargeKind>> pays = kinds(line.value(PAYS));
        if (number.isEmpty()) {
            return Optional.of(Faults.of(line, COLUMNS.get(NUMBER), Reason.BAD_NUMBER));
        }
        if (company.isEmpty()) {
            return Optional.of(Faults.of(line, COLUMNS.get(COMPANY), Reason.UNKNOWN));
        }
        if (from.isEmpty() || (to.isEmpty() && !line.value(TO).isEmpty())) {
            return Optional.of(Faults.of(line, COLUMNS.get(from.isEmpty() ? FROM : TO), Reason.BAD_DAYS));
        }
        if (pays.isEmpty() || !line.value(CAP).matches("\\d{0,15}")) {
            return Optional.of(Faults.of(line, COLUMNS.get(pays.isEmpty() ? PAYS : CAP), Reason.BAD_AMOUNT));
        }
        GroupShare share = new GroupShare(
                pays.get(),
                Optional.of(line.value(CAP)).filter(cap -> !cap.isEmpty()).map(Long::parseLong));
        return put(
                line,
                new Memberships.Draft(company.get().id(), subscribers.idOf(number.get()), from.get(), to, share),
                actor);
    }

    private Optional<LineFault> put(Line line, Memberships.Draft draft, String actor) {
        Optional<Membership> known = memberships.of(draft.subscriberId(), draft.from()).stream()
                .filter(one ->
                        one.companyId() == draft.companyId() && one.from().equals(draft.from()))
                .findFirst();
        if (known.isEmpty()) {
            return Faults.of(line, COLUMNS.get(FROM), memberships.join(draft, actor));
        }
        Change<Membership> ended = memberships.end(known.get().id(), draft.to(), actor);
        return Faults.of(line, COLUMNS.get(TO), ended)
                .or(() -> Faults.of(
                        line, COLUMNS.get(PAYS), memberships.pay(known.get().id(), draft.share(), actor)));
    }

    private static Optional<Set<ChargeKind>> kinds(String typed) {
        if (typed.equalsIgnoreCase("ALL")) {
            return Optional.of(GroupShare.EVERYTHING.pays());
        }
        Set<ChargeKind> kinds = EnumSet.noneOf(ChargeKind.class);
        for (String word : typed.split("[ ;]+", -1)) {
            Optional<ChargeKind> kind = ChargeKind.named(word);
            if (kind.isEmpty() && !word.isEmpty()) {
                return Optional.empty();
            }
            kind.ifPresent(kinds::add);
        }
        return Optional.of(kinds);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
