package org.omnihall.hall.party.load;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/**
 * {@code import subscribers}: who holds which number. The holder is the person of the same certificate and name, or, without a certificate,
 * the number's holder so far where he has that name; else a new person. Two names with one certificate are kept as two persons, for {@code
 * /duplicates} to show.
 */
@Component
class SubscriberLines implements LineByLine.Lines {

    static final List<String> COLUMNS = List.of("number", "name", "certificate", "area");

    private static final int NUMBER = 0;
    private static final int NAME = 1;
    private static final int CERTIFICATE = 2;
    private static final int AREA = 3;

    private final Subscribers subscribers;
    private final Individuals individuals;
    private final Parties parties;

    SubscriberLines(Subscribers subscribers, Individuals individuals, Parties parties) {
        this.subscribers = subscribers;
        this.individuals = individuals;
        this.parties = parties;
    }

    @Override
    public Optional<LineFault> write(Line line, String actor) {
        Optional<Msisdn> number = Msisdn.parse(line.value(NUMBER));
        Optional<Certificate> certificate = Certificate.parse(line.value(CERTIFICATE));
        if (number.isEmpty()) {
            return Optional.of(Faults.of(line, COLUMNS.get(NUMBER), Reason.BAD_NUMBER));
        }
        if (certificate.isEmpty() && !line.value(CERTIFICATE).isEmpty()) {
            return Optional.of(Faults.of(line, COLUMNS.get(CERTIFICATE), Reason.BAD_CERTIFICATE));
        }
        Individual.Draft draft = Individual.Draft.of(line.value(NAME), line.value(AREA));
        return hold(
                line,
                subscribers.idOf(number.get()),
                certificate.map(draft::with).orElse(draft),
                actor);
    }

    private Optional<LineFault> hold(Line line, long subscriber, Individual.Draft draft, String actor) {
        Optional<Individual> before = parties.holderOf(subscriber);
        Optional<Individual> known = draft.certificate()
                .map(certificate -> individuals.by(certificate).stream())
                .orElse(before.stream())
                .filter(person -> person.name().equals(draft.name().whole()))
                .findFirst();
        Change<Individual> holder = known.map(Change::done).orElseGet(() -> individuals.take(draft, actor));
        return switch (holder) {
            case Change.Refused<Individual> refused ->
                Optional.of(Faults.of(line, column(refused.reason()), refused.reason()));
            case Change.Done<Individual> done -> {
                if (!before.equals(Optional.of(done.value()))) {
                    parties.hold(subscriber, done.value().id(), actor);
                }
                yield Optional.empty();
            }
        };
    }

    private static String column(Reason reason) {
        return COLUMNS.get(reason == Reason.UNKNOWN_AREA ? AREA : NAME);
    }
}
