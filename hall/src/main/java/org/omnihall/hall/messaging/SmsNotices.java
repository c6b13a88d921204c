package org.omnihall.hall.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Keyset;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.messaging.SmsNotice.Check;
import org.omnihall.hall.messaging.SmsNotice.Sending;
import org.omnihall.hall.messaging.SmsNotice.Why;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.ShellSettings;
import org.omnihall.hall.shell.Slice;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Enterprise SMS (requirement D10): a company sends notices to those who are its members, through the gate of all messages, as service
 * messages. To strangers nothing can be sent.
 */
@Component
public class SmsNotices {

    public static final int MOST_RECEIVERS = 1_000;
    public static final int LONGEST = 300;

    static final String TEMPLATE = "company.notice";
    private static final Locale LANGUAGE = Locale.CHINESE;
    private static final Duration LIFE = Duration.ofHours(24);

    private final JdbcClient db;
    private final Messages messages;
    private final SmsLines lines;
    private final Members members;
    private final MessageTexts words;
    private final ZoneId zone;
    private final Clock clock;

    SmsNotices(
            JdbcClient db,
            Messages messages,
            SmsLines lines,
            Members members,
            MessageTexts words,
            ShellSettings settings,
            Clock clock) {
        this.words = words;
        this.db = db;
        this.messages = messages;
        this.lines = lines;
        this.members = members;
        this.zone = settings.zone();
        this.clock = clock;
    }

    /** Who can be sent to. */
    @Component
    record Members(Memberships memberships, Subscribers subscribers) {

        /** The numbers of those who are members on a day; one more than may be sent to where there are so many. */
        Set<Msisdn> of(long company, LocalDate day) {
            return sorted(subscribers
                    .numbersOf(memberships.subscribersOf(company, day, MOST_RECEIVERS + 1))
                    .values());
        }

        boolean areAll(long company, Collection<Msisdn> numbers, LocalDate day) {
            Map<Msisdn, Long> known = subscribers.find(numbers);
            return known.size() == numbers.size()
                    && memberships.among(company, known.values(), day).size() == numbers.size();
        }
    }

    /**
     * A text to be sent.
     *
     * @param to whom; empty for everybody who is a member today
     * @param user the login that sends it
     */
    public record Draft(long company, long line, String text, Collection<Msisdn> to, String user) {

        public Draft {
            to = List.copyOf(to);
            text = text.strip();
        }

        String canonical(UUID key) {
            String receivers = sorted(to).stream().map(Msisdn::digits).collect(Collectors.joining(","));
            return String.join("\n", Long.toString(company), key.toString(), Long.toString(line), receivers, text);
        }
    }

    /** How many can be written to today; one more than may be where there are so many. */
    public int members(long company) {
        return today(company).size();
    }

    /** The text as a phone shows it: under the line's signature. */
    public String shown(SmsLines.Line line, String text) {
        return words.fill(TEMPLATE, gaps(line, text), LANGUAGE);
    }

    /** What would be sent now, and to how many. */
    public Check check(Draft draft) {
        return switch (plan(draft)) {
            case Plan.No no -> new Check.Refused(no.why());
            case Plan.Yes yes ->
                new Check.Ready(
                        yes.line(),
                        shown(yes.line(), draft.text()),
                        yes.receivers().size());
        };
    }

    /** Sends a text to members of the company, to all that are named or to none. */
    @Transactional
    public Sending send(Draft draft) {
        return send(UUID.randomUUID(), draft);
    }

    /** The same, under an id that the company chose: the same text to the same receivers goes out once. */
    @Transactional
    public Sending send(UUID key, Draft draft) {
        UUID notice = UUID.nameUUIDFromBytes(Octets.ofText(draft.canonical(key)).toBytes());
        return switch (plan(draft)) {
            case Plan.No no -> new Sending.Refused(no.why());
            case Plan.Yes yes -> write(notice, yes, draft, clock.instant());
        };
    }

    /** Whether a draft can be sent today: by which line and to whom, or why not. */
    private sealed interface Plan {

        record Yes(SmsLines.Line line, Set<Msisdn> receivers) implements Plan {}

        record No(Why why) implements Plan {}
    }

    private Plan plan(Draft draft) {
        Optional<SmsLines.Line> line = lines.of(draft.company()).stream()
                .filter(one -> one.id() == draft.line())
                .findFirst();
        if (line.isEmpty()) {
            return new Plan.No(Why.NO_LINE);
        }
        if (draft.text().isEmpty() || draft.text().length() > LONGEST) {
            return new Plan.No(draft.text().isEmpty() ? Why.NO_TEXT : Why.TOO_LONG);
        }
        Set<Msisdn> receivers = draft.to().isEmpty() ? today(draft.company()) : sorted(draft.to());
        return refuses(draft, receivers).<Plan>map(Plan.No::new).orElseGet(() -> new Plan.Yes(line.get(), receivers));
    }

    private Set<Msisdn> today(long company) {
        return members.of(company, day());
    }

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static Map<String, String> gaps(SmsLines.Line line, String text) {
        return Map.of("signature", line.signature(), "text", text);
    }

    private Optional<Why> refuses(Draft draft, Set<Msisdn> receivers) {
        if (receivers.isEmpty()) {
            return Optional.of(Why.NOBODY);
        }
        if (receivers.size() > MOST_RECEIVERS) {
            return Optional.of(Why.TOO_MANY);
        }
        return draft.to().isEmpty() || members.areAll(draft.company(), receivers, day())
                ? Optional.empty()
                : Optional.of(Why.NO_MEMBER);
    }

    private Sending write(UUID notice, Plan.Yes plan, Draft draft, Instant now) {
        SmsLines.Line line = plan.line();
        int written = db.sql("""
                insert into messaging.company_notice (id, line_id, company_id, text, receivers, by_user, at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        notice,
                        line.id(),
                        line.company(),
                        draft.text(),
                        plan.receivers().size(),
                        draft.user(),
                        Times.at(now))
                .update();
        if (written == 1) {
            plan.receivers()
                    .forEach(number -> messages.send(new Outgoing(
                            Purpose.SERVICE,
                            number,
                            TEMPLATE,
                            gaps(line, draft.text()),
                            LANGUAGE,
                            now.plus(LIFE),
                            notice,
                            line.areaPath())));
        }
        return new Sending.Sent(notice, plan.receivers().size());
    }

    private static Set<Msisdn> sorted(Collection<Msisdn> numbers) {
        Set<Msisdn> sorted = new TreeSet<>(Comparator.comparing(Msisdn::digits));
        sorted.addAll(numbers);
        return sorted;
    }

    /** What a company sent, the newest first. */
    public Slice<SmsNotice> list(long company, Paging paging) {
        Conditions asked = new Conditions().and("company_id = :company", "company", company);
        Keyset.parse(paging.after())
                .ifPresent(after -> asked.and("(at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<SmsNotice> rows = db.sql("select * from messaging.company_notice" + asked.where()
                        + " order by at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(SmsNotices::read)
                .list();
        Map<UUID, Map<MessageState, Long>> standing =
                standing(rows.stream().map(SmsNotice::id).toList());
        return paging.slice(
                rows.stream()
                        .map(row -> row.with(standing.getOrDefault(row.id(), Map.of())))
                        .toList(),
                row -> new Keyset(row.at(), row.id()).texts());
    }

    private Map<UUID, Map<MessageState, Long>> standing(List<UUID> notices) {
        Map<UUID, Map<MessageState, Long>> standing = new HashMap<>();
        db.sql("""
                select journey, state, count(*) as times from messaging.message where journey = any(?::uuid[])
                group by journey, state""").param(notices.toArray(UUID[]::new)).query(row -> {
            standing.computeIfAbsent(row.getObject("journey", UUID.class), id -> new EnumMap<>(MessageState.class))
                    .put(MessageState.valueOf(row.getString("state")), row.getLong("times"));
        });
        return standing;
    }

    private static SmsNotice read(ResultSet row, int number) throws SQLException {
        return new SmsNotice(
                row.getObject("id", UUID.class),
                row.getString("text"),
                row.getInt("receivers"),
                row.getString("by_user"),
                Times.in(row, "at"),
                Map.of());
    }
}
