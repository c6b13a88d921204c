package org.omnihall.hall.access.network;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.Problem.Fault;

/** Reads a draft field by field and gathers everything that is wrong with it, so that people see all of it at once. */
public final class Reading {

    private static final Pattern AREA = Pattern.compile("/([a-z0-9][a-z0-9_-]{0,30}/){0,8}");

    private final Draft draft;
    private final List<Problem> problems = new ArrayList<>();

    public Reading(Draft draft) {
        this.draft = draft;
    }

    public List<Problem> problems() {
        return problems;
    }

    public boolean broken() {
        return !problems.isEmpty();
    }

    public void wrong(String field, Fault fault, String detail) {
        problems.add(new Problem(field, fault, detail));
    }

    public String text(String field, int longest) {
        String text = draft.text(field);
        if (text.isEmpty()) {
            wrong(field, Fault.EMPTY, "");
        }
        return limited(field, text, longest);
    }

    public String maybeText(String field, int longest) {
        return limited(field, draft.text(field), longest);
    }

    private String limited(String field, String text, int longest) {
        if (text.length() > longest) {
            wrong(field, Fault.TOO_LONG, longest + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            wrong(field, Fault.MALFORMED, "text without control characters");
        }
        return text;
    }

    /** The path of an Area; the root where none is given. */
    String area(String field) {
        String path = draft.has(field) ? draft.text(field) : "/";
        if (!AREA.matcher(path).matches()) {
            wrong(field, Fault.MALFORMED, "a path such as /zj/hz/");
        }
        return path;
    }

    public <E extends Enum<E>> E choice(String field, Class<E> type, E standard) {
        String word = draft.text(field).toUpperCase(Locale.ROOT).replace('-', '_');
        if (word.isEmpty()) {
            return standard;
        }
        E[] words = type.getEnumConstants();
        Optional<E> chosen =
                Arrays.stream(words).filter(e -> e.name().equals(word)).findFirst();
        if (chosen.isEmpty()) {
            wrong(
                    field,
                    Fault.MALFORMED,
                    Arrays.stream(words)
                            .map(e -> e.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                            .collect(Collectors.joining(", ")));
        }
        return chosen.orElse(standard);
    }

    public long number(String field, long standard, long least, long most) {
        String text = draft.text(field);
        if (text.isEmpty()) {
            return standard;
        }
        if (!text.matches("\\d{1,15}") || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            wrong(field, Fault.OUT_OF_BOUNDS, least + " to " + most);
            return standard;
        }
        return Long.parseLong(text);
    }

    /** A length of time such as {@code 8h}; empty is none. */
    public Duration span(String field, Duration most) {
        String text = draft.text(field);
        if (text.isEmpty() || text.equals("0")) {
            return Duration.ZERO;
        }
        Optional<Duration> read = FigureShape.Spans.read(text).filter(d -> d.compareTo(most) <= 0);
        if (read.isEmpty()) {
            wrong(field, Fault.MALFORMED, "90s, 15m, 8h, 30d");
        }
        return read.orElse(Duration.ZERO);
    }

    public boolean flag(String field) {
        String text = draft.text(field);
        if (!List.of("", "true", "false", "on", "yes", "no").contains(text)) {
            wrong(field, Fault.MALFORMED, "true or false");
        }
        return List.of("true", "on", "yes").contains(text);
    }

    /** A moment ({@code 2027-01-31T16:00:00Z}) or the last moment of a day ({@code 2027-01-31}) in the zone; empty for never. */
    Optional<Instant> moment(String field, ZoneId zone) {
        String text = draft.text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.indexOf('T') < 0
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(zone)
                                    .toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException unreadable) {
            wrong(field, Fault.MALFORMED, "a day such as 2027-01-31 or a moment such as 2027-01-31T16:00:00Z");
            return Optional.empty();
        }
    }

    /** Networks and addresses, separated by blanks or commas, the first being the device's own. */
    List<Cidr> networks(String field) {
        List<Cidr> networks = new ArrayList<>();
        for (String text : draft.text(field).split("[\\s,]+", -1)) {
            Optional<Cidr> network = Cidr.parse(text);
            network.ifPresent(networks::add);
            if (network.isEmpty() && !text.isEmpty()) {
                wrong(field, Fault.MALFORMED, "an address or network such as 10.1.0.5 or 10.1.0.0/24");
                break; // once is enough, however much of it is wrong
            }
        }
        if (networks.isEmpty() && problems.stream().noneMatch(p -> p.field().equals(field))) {
            wrong(field, Fault.EMPTY, "");
        }
        return networks;
    }

    /** One address, never a name: to look names up is to trust whoever answers. */
    public Optional<InetAddress> address(String field) {
        try {
            return Optional.of(InetAddress.ofLiteral(draft.text(field)));
        } catch (IllegalArgumentException unreadable) {
            wrong(field, Fault.MALFORMED, "an address such as 10.1.0.5");
            return Optional.empty();
        }
    }

    /** A secret as it was given; blank keeps the one there is. */
    public String secret(String field, int least, boolean mayBeBlank) {
        String secret = draft.exact(field);
        if (secret.isEmpty() && mayBeBlank) {
            return "";
        }
        if (secret.length() < least) {
            wrong(field, Fault.TOO_SHORT, least + " characters");
        }
        return limited(field, secret, 128);
    }
}
