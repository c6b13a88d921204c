package org.omnihall.hall.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.messaging.SmsLines.Opening;
import org.omnihall.hall.messaging.SmsNotice.Sending;
import org.omnihall.hall.messaging.SmsNotice.Why;
import org.omnihall.hall.messaging.gateway.Answer;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Paging;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Companies write to their members, under their own name, and to nobody else (requirement D10). */
@HallTest
@RecordApplicationEvents
class CompanySmsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);
    private static final Msisdn LI = number(1);
    private static final Msisdn MEI = number(2);
    private static final Msisdn STRANGER = number(3);

    private final SmsLines lines;
    private final SmsNotices notices;
    private final Companies companies;
    private final Memberships memberships;
    private final Subscribers subscribers;
    private final Areas areas;
    private final SenderBook book;
    private final JdbcClient db;
    private final Clock clock;
    private long company;

    @Autowired
    CompanySmsTest(ApplicationContext hall) {
        this.lines = hall.getBean(SmsLines.class);
        this.notices = hall.getBean(SmsNotices.class);
        this.companies = hall.getBean(Companies.class);
        this.memberships = hall.getBean(Memberships.class);
        this.subscribers = hall.getBean(Subscribers.class);
        this.areas = hall.getBean(Areas.class);
        this.book = hall.getBean(SenderBook.class);
        this.db = hall.getBean(JdbcClient.class);
        this.clock = hall.getBean(Clock.class);
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
        company = Town.done(companies.take(Company.Facts.of("短信公司", Town.HANGZHOU), Town.ACTOR))
                .id();
    }

    @Test
    void opensOneLineForOneKeyAndClosesIt() {
        SmsLines.Line line = opened("one-key", "一号茶馆");
        assertThat(opened("one-key", "一号茶馆")).isEqualTo(line);
        assertThat(lines.of(company)).containsExactly(line);
        lines.close("one-key");
        assertThat(lines.of(company)).isEmpty();
        lines.close("one-key");
        assertThat(opened("one-key", "一号茶馆").id()).as("opened again").isNotEqualTo(line.id());
        lines.close("one-key");
    }

    @Test
    void letsNoTwoCompaniesWriteUnderOneName() {
        opened("first", "二号茶馆");
        assertThat(open("second", "二号茶馆")).isInstanceOf(Opening.Taken.class);
        lines.close("first");
        opened("second", "二号茶馆");
        lines.close("second");
    }

    @Test
    void takesSignaturesOfTwoToTwentyLettersAndDigits() {
        assertThat(List.of("茶馆", "Tea24", "x".repeat(20))).allMatch(SmsLines.Line::isSignature);
        assertThat(List.of("茶", "x".repeat(21), "茶】【银行", "tea house", "")).noneMatch(SmsLines.Line::isSignature);
        assertThat(open("bad", "茶】【银行")).isInstanceOf(Opening.BadSignature.class);
    }

    @Test
    void writesToEveryMemberOfToday() {
        join(LI, Optional.empty());
        join(MEI, Optional.of(LONG_AGO.plusDays(1)));
        long line = opened("all", "三号茶馆").id();
        assertThat(send(line, " 明天九点开会 ", List.of())).isInstanceOfSatisfying(Sending.Sent.class, sent -> {
            assertThat(sent.receivers()).isEqualTo(1);
        });
        SmsNotice told = notices.list(company, Paging.parse("")).rows().getFirst();
        assertThat(told.text()).isEqualTo("明天九点开会");
        assertThat(told.user()).isEqualTo("chen");
        assertThat(told.standing().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(1);
        lines.close("all");
    }

    @Test
    void refusesWhatCannotBeSentAndWritesNothing() {
        join(LI, Optional.empty());
        long line = opened("refusing", "四号茶馆").id();
        assertThat(why(line, "  ", List.of(LI))).isEqualTo(Why.NO_TEXT);
        assertThat(why(line, "长".repeat(SmsNotices.LONGEST + 1), List.of(LI))).isEqualTo(Why.TOO_LONG);
        assertThat(why(line, "好", List.of(LI, STRANGER))).isEqualTo(Why.NO_MEMBER);
        assertThat(why(line + 1_000, "好", List.of(LI))).isEqualTo(Why.NO_LINE);
        assertThat(why(line, "好", many(SmsNotices.MOST_RECEIVERS + 1))).isEqualTo(Why.TOO_MANY);
        assertThat(why(line, "好", many(SmsNotices.MOST_RECEIVERS))).isEqualTo(Why.NO_MEMBER);
        assertThat(notices.list(company, Paging.parse("")).rows()).isEmpty();
        lines.close("refusing");
        assertThat(why(line, "好", List.of(LI))).as("closed").isEqualTo(Why.NO_LINE);
        long empty = Town.done(companies.take(Company.Facts.of("空公司", Town.HANGZHOU), Town.ACTOR))
                .id();
        Opening opening = lines.open("empty", empty, "五号茶馆", Town.HANGZHOU);
        assertThat(notices.send(new SmsNotices.Draft(
                        empty, ((Opening.Opened) opening).line().id(), "好", List.of(), "chen")))
                .isEqualTo(new Sending.Refused(Why.NOBODY));
        lines.close("empty");
    }

    @Test
    void writesToANamedMemberHoweverManyTheCompanyHas() {
        List<Msisdn> crowd = many(SmsNotices.MOST_RECEIVERS + 1);
        Map<Msisdn, Long> ids = subscribers.idsOf(crowd);
        db.sql("insert into party.membership (company_id, subscriber_id, from_day, pays) select ?, unnest(?), ?, '{}'")
                .params(company, ids.values().toArray(Long[]::new), LONG_AGO)
                .update();
        Msisdn last = number(900_001);
        join(last, Optional.empty());
        long line = opened("crowd", "七号茶馆").id();
        assertThat(why(line, "好", List.of())).isEqualTo(Why.TOO_MANY);
        assertThat(send(line, "好", List.of(last))).isInstanceOf(Sending.Sent.class);
        assertThat(why(line, "好", List.of(last, STRANGER))).isEqualTo(Why.NO_MEMBER);
        lines.close("crowd");
        db.sql("delete from party.membership where company_id = ? and subscriber_id = any(?)")
                .params(company, ids.values().toArray(Long[]::new))
                .update(); // or a review of all companies would find a large one that nobody manages
    }

    @Test
    void sendsTheSameOnceAndAnotherTextOfTheSameFormToo() {
        join(LI, Optional.empty());
        long line = opened("again", "八号茶馆").id();
        UUID form = UUID.randomUUID();
        Sending first = notices.send(form, new SmsNotices.Draft(company, line, "九点开门", List.of(LI), "chen"));
        assertThat(notices.send(form, new SmsNotices.Draft(company, line, "九点开门", List.of(LI), "chen")))
                .isEqualTo(first);
        assertThat(notices.send(form, new SmsNotices.Draft(company, line, "十点开门", List.of(LI), "chen")))
                .isNotEqualTo(first);
        assertThat(notices.list(company, Paging.parse("")).rows().stream().map(SmsNotice::text))
                .contains("九点开门", "十点开门");
        lines.close("again");
    }

    @Test
    void tellsWhatGatewaysTookOfNoticesAndNothingElse(ApplicationEvents events) {
        join(LI, Optional.empty());
        long line = opened("charged", "六号茶馆").id();
        UUID notice = ((Sending.Sent) send(line, "好", List.of(LI))).notice();
        MessageId id = new MessageId(db.sql("select id from messaging.message where journey = ?")
                .param(notice)
                .query(UUID.class)
                .single());
        assertThat(events.stream(NoticeTaken.class)).as("no gateway took it").isEmpty();
        Instant now = clock.instant();
        Due due = new Due(id, LI, SmsNotices.TEMPLATE, Locale.CHINESE, Octets.EMPTY, now.plusSeconds(60), 1, 0);
        book.accepted(due, "north", new Answer.Accepted(List.of("n-" + notice, "o-" + notice)), now);
        assertThat(events.stream(NoticeTaken.class)).containsExactly(new NoticeTaken(id, line, 2, now));
        lines.close("charged");
    }

    private void join(Msisdn number, Optional<LocalDate> until) {
        Town.done(memberships.join(
                new Memberships.Draft(company, subscribers.idOf(number), LONG_AGO, until, GroupShare.EVERYTHING),
                Town.ACTOR));
    }

    private SmsLines.Line opened(String key, String signature) {
        return ((Opening.Opened) open(key, signature)).line();
    }

    private Opening open(String key, String signature) {
        return lines.open(key, company, signature, Town.HANGZHOU);
    }

    private Sending send(long line, String text, List<Msisdn> to) {
        return notices.send(new SmsNotices.Draft(company, line, text, to, "chen"));
    }

    private Why why(long line, String text, List<Msisdn> to) {
        return ((Sending.Refused) send(line, text, to)).why();
    }

    private static List<Msisdn> many(int count) {
        List<Msisdn> many = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            many.add(number(100_000 + i));
        }
        return many;
    }

    private static Msisdn number(int last) {
        return Msisdn.parse("13857%06d".formatted(last)).orElseThrow();
    }
}
