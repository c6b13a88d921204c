package org.omnihall.hall.party.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PersonName;

/**
 * Reads the form of a person. It never shows a certificate or a whole number, so an empty field leaves what is known as it is; a dash takes
 * the numbers away, which are apart by commas.
 */
final class PersonForm {

    private PersonForm() {}

    static Change<Individual.Draft> read(Map<String, String> fields, List<Msisdn> known) {
        Optional<Certificate> certificate =
                kind(text(fields, "kind")).flatMap(kind -> Certificate.parse(kind, text(fields, "certificate")));
        if (certificate.isEmpty() && !text(fields, "certificate").isEmpty()) {
            return Change.refused(Reason.BAD_CERTIFICATE);
        }
        Optional<List<Msisdn>> contacts = contacts(text(fields, "contacts"), known);
        PersonName name = new PersonName(text(fields, "family"), text(fields, "given"));
        return contacts.isEmpty()
                ? Change.refused(Reason.BAD_NUMBER)
                : Change.done(new Individual.Draft(name, text(fields, "area"), certificate, contacts.get()));
    }

    private static Optional<List<Msisdn>> contacts(String typed, List<Msisdn> known) {
        if (typed.isEmpty() || typed.equals("-")) {
            return Optional.of(typed.isEmpty() ? known : List.of());
        }
        List<Msisdn> contacts = new ArrayList<>();
        for (String one : typed.split("[,;，；、]", -1)) {
            Optional<Msisdn> number = Msisdn.parse(one);
            if (number.isEmpty() && !one.isBlank()) {
                return Optional.empty();
            }
            number.ifPresent(contacts::add);
        }
        return Optional.of(contacts);
    }

    private static Optional<Certificate.Kind> kind(String typed) {
        return Stream.of(Certificate.Kind.values())
                .filter(kind -> kind.name().equals(typed))
                .findFirst();
    }

    private static String text(Map<String, String> fields, String name) {
        return fields.getOrDefault(name, "").strip();
    }
}
