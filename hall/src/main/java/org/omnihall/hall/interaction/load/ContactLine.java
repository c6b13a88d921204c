package org.omnihall.hall.interaction.load;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.ContactMonths;
import org.omnihall.hall.interaction.Direction;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;

/** Reads one line of contacts. What is wrong with it, its fields say. */
@Component
class ContactLine {

    static final List<String> COLUMNS = List.of(
            "id", "at", "channel", "number", "company", "direction", "kind", "business", "outcome", "journey", "area");

    private static final String SOURCE = "import";
    private static final int LONGEST_ID = 100;

    private final Channels channels;
    private final Companies companies;
    private final Areas areas;
    private final ContactMonths months;
    private final Clock clock;

    ContactLine(Channels channels, Companies companies, Areas areas, ContactMonths months, Clock clock) {
        this.channels = channels;
        this.companies = companies;
        this.areas = areas;
        this.months = months;
        this.clock = clock;
    }

    /** A contact whose subscriber is known by his number only. */
    record Read(Contact contact, Optional<Msisdn> number) {}

    Optional<Read> read(Typed in) {
        String id = in.required("id", LONGEST_ID);
        Optional<Instant> at = moment(in);
        Optional<Channel> channel = channels.byCode(in.text("channel"));
        if (channel.isEmpty()) {
            in.wrong("channel", "interaction.load.CHANNEL");
        }
        Optional<Msisdn> number = Msisdn.parse(in.text("number"));
        if (in.has("number") && number.isEmpty()) {
            in.wrong("number", "party.refused.BAD_NUMBER");
        }
        Optional<Company> company = company(in, number);
        String area = in.has("area")
                ? in.text("area")
                : channel.map(Channel::areaPath).orElse("/");
        if (areas.find(area).isEmpty()) {
            in.wrong("area", "party.refused.UNKNOWN_AREA");
        }
        Optional<Direction> direction = in.choice("direction", Direction.class);
        Optional<ContactKind> kind = in.choice("kind", ContactKind.class);
        Optional<UUID> journey = journey(in, id);
        Optional<String> business =
                Optional.of(in.optional("business", Contact.LONGEST_KEY)).filter(code -> !code.isEmpty());
        String outcome = in.optional("outcome", Contact.LONGEST_OUTCOME);
        if (in.isWrong()) {
            return Optional.empty();
        }
        Contact.Whom whom = new Contact.Whom(Optional.empty(), company.map(Company::id), Optional.empty());
        Contact contact = new Contact(
                new Contact.Source(SOURCE, id),
                journey.orElseThrow(),
                channel.orElseThrow().id(),
                whom,
                direction.orElseThrow(),
                kind.orElseThrow(),
                business,
                outcome.isEmpty() ? "DONE" : outcome,
                Map.of(),
                Contact.Where.area(area),
                at.orElseThrow());
        return Optional.of(new Read(contact, number));
    }

    private Optional<Company> company(Typed in, Optional<Msisdn> number) {
        Optional<Company> company = in.has("company") ? companies.typed(in.text("company")) : Optional.empty();
        if (in.has("company") && company.isEmpty()) {
            in.wrong("company", "party.refused.UNKNOWN");
        } else if (company.isEmpty() && number.isEmpty() && !in.has("number")) {
            in.wrong("number", "interaction.load.NOBODY");
        }
        return company;
    }

    /** A contact of the past: what is still to come has not happened, and what is older than the log would be dropped the next night. */
    private Optional<Instant> moment(Typed in) {
        try {
            Instant at = Instant.parse(in.text("at"));
            if (!at.isAfter(clock.instant())) {
                if (months.keeps(at)) {
                    return Optional.of(at);
                }
                in.wrong("at", "interaction.load.TOO_OLD");
                return Optional.empty();
            }
        } catch (DateTimeParseException none) {
            // said below
        }
        in.wrong("at", "interaction.load.MOMENT");
        return Optional.empty();
    }

    /** Where a line names no journey it is one by itself, the same whenever it is read. */
    private static Optional<UUID> journey(Typed in, String id) {
        String typed = in.has("journey") ? in.text("journey") : "";
        if (typed.isEmpty()) {
            return Optional.of(UUID.nameUUIDFromBytes((SOURCE + ":" + id).getBytes(StandardCharsets.UTF_8)));
        }
        try {
            return Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException none) {
            in.wrong("journey", "interaction.load.JOURNEY");
            return Optional.empty();
        }
    }
}
