package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.card;
import static org.omnihall.hall.party.Town.done;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.BillSplit.Charge;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Consent.Medium;
import org.omnihall.hall.party.GroupShare.ChargeKind;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons, the numbers they hold, memberships, billing accounts and consent, on a real database (requirement D12). */
@HallTest
class CustomersTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final Individuals individuals;
    private final Parties parties;
    private final Subscribers subscribers;
    private final Companies companies;
    private final Memberships memberships;
    private final BillingAccounts accounts;
    private final Consents consents;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    CustomersTest(
            Individuals individuals,
            Parties parties,
            Subscribers subscribers,
            Companies companies,
            Memberships memberships,
            BillingAccounts accounts,
            Consents consents,
            Areas areas,
            JdbcClient db,
            Clock clock) {
        this.individuals = individuals;
        this.parties = parties;
        this.subscribers = subscribers;
        this.companies = companies;
        this.memberships = memberships;
        this.accounts = accounts;
        this.consents = consents;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void findsAPersonByHisCertificateAndShowsItOnlyUnderAudit() {
        Individual li = person("李雷", 1);
        assertThat(li.name()).isEqualTo("李雷");
        assertThat(li.certificate()).contains(card(1).hint());
        assertThat(individuals.by(card(1))).containsExactly(li);
        assertThat(individuals.by(card(2))).isEmpty();
        assertThat(individuals.certificateOf(li.id(), "looker")).contains(card(1));
        assertThat(db.sql("select detail from audit.entry where actor = 'looker' and act = 'certificate.see'")
                        .query(String.class)
                        .list())
                .containsExactly("ID_CARD ****" + card(1).hint().ending());
    }

    @Test
    void keepsNoCertificateInTheClearAndOpensItInItsOwnRowOnly() {
        Individual li = person("李封", 3);
        Individual han = person("韩梅梅", 4);
        byte[] sealed = db.sql("select certificate_sealed from party.individual where id = ?")
                .param(li.id())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain(card(3).number());
        assertThat(db.sql("select string_agg(detail, ' ') from audit.entry")
                        .query(String.class)
                        .single())
                .doesNotContain(card(3).number());
        db.sql("update party.individual set certificate_sealed = ? where id = ?")
                .params(sealed, han.id())
                .update();
        assertThatThrownBy(() -> individuals.find(han.id())).hasMessageContaining("cannot be opened");
        db.sql("update party.individual set certificate_sealed = null, certificate_hash = null where id = ?")
                .param(han.id())
                .update();
    }

    @Test
    void refusesWhatNoPersonCanBe() {
        person("王芳", 5);
        assertThat(individuals.add(Individual.Draft.of("王方", HANGZHOU).with(card(5)), ACTOR))
                .isEqualTo(new Refused<>(Reason.CERTIFICATE_TAKEN));
        assertThat(individuals.add(Individual.Draft.of(" ", HANGZHOU), ACTOR)).isEqualTo(new Refused<>(Reason.NO_NAME));
        assertThat(individuals.add(Individual.Draft.of("x".repeat(61), HANGZHOU), ACTOR))
                .isEqualTo(new Refused<>(Reason.TOO_LONG));
        assertThat(individuals.add(Individual.Draft.of("x".repeat(60), HANGZHOU), ACTOR))
                .isInstanceOf(Change.Done.class);
        assertThat(individuals.add(Individual.Draft.of("nowhere", "/zz/"), ACTOR))
                .isEqualTo(new Refused<>(Reason.UNKNOWN_AREA));
        List<Msisdn> six = IntStream.range(0, 6)
                .mapToObj(i -> new Msisdn("1380571000" + i))
                .toList();
        PersonName name = PersonName.of("has six");
        assertThat(individuals.add(new Individual.Draft(name, HANGZHOU, Optional.empty(), six), ACTOR))
                .isEqualTo(new Refused<>(Reason.TOO_MANY_NUMBERS));
        assertThat(done(individuals.add(
                                new Individual.Draft(name, HANGZHOU, Optional.empty(), six.subList(0, 5)), ACTOR))
                        .contacts())
                .hasSize(5);
    }

    @Test
    void changesAPersonAndKeepsTheCertificateThatIsNotGivenAgain() {
        Individual zhao = person("赵一", 6);
        Individual changed = done(individuals.change(zhao.id(), Individual.Draft.of("赵二", NINGBO), ACTOR));
        assertThat(changed.name()).isEqualTo("赵二");
        assertThat(changed.areaPath()).isEqualTo(NINGBO);
        assertThat(changed.certificate()).contains(card(6).hint());
        assertThat(individuals.search(NINGBO, "赵", Paging.first()).rows()).containsExactly(changed);
        assertThat(individuals.search(HANGZHOU, "赵二", Paging.first()).rows()).isEmpty();
    }

    @Test
    void turnsThePagesOfPersons() {
        for (int i = 0; i < 60; i++) {
            done(individuals.add(Individual.Draft.of("Smith Paged%02d".formatted(i), HANGZHOU), ACTOR));
        }
        var first = individuals.search(HANGZHOU, "smithpaged", Paging.first());
        assertThat(first.rows()).hasSize(50);
        assertThat(individuals
                        .search(
                                HANGZHOU,
                                "smithpaged",
                                Paging.parse(first.next().orElseThrow()))
                        .rows())
                .hasSize(10)
                .extracting(Individual::familyName)
                .startsWith("Paged50");
    }

    @Test
    void knowsWhoHoldsANumber() {
        Individual sun = person("孙七", 7);
        long one = subscriber("13857190701");
        long two = subscriber("13857190702");
        assertThat(parties.holderOf(one)).isEmpty();
        done(parties.hold(one, sun.id(), ACTOR));
        done(parties.hold(two, sun.id(), ACTOR));
        assertThat(parties.holderOf(one)).contains(sun);
        assertThat(parties.heldBy(sun.id())).containsExactly(one, two);
        parties.release(one, ACTOR);
        assertThat(parties.holderOf(one)).isEmpty();
        assertThat(parties.hold(one, Long.MAX_VALUE, ACTOR)).isEqualTo(new Refused<>(Reason.UNKNOWN));
        assertThat(parties.hold(Long.MAX_VALUE, sun.id(), ACTOR)).isEqualTo(new Refused<>(Reason.UNKNOWN));
    }

    @Test
    void splitsAMembersBillBetweenHisCompaniesAndHimself() {
        Company shop = company("pays fees");
        Company club = company("pays data");
        long wu = subscriber("13857190801");
        join(shop, wu, MAY, Optional.empty(), new GroupShare(Set.of(ChargeKind.MONTHLY_FEE), Optional.of(3_000L)));
        join(club, wu, MAY.plusDays(9), Optional.of(MAY.plusDays(19)), GroupShare.EVERYTHING);
        List<Charge> month = List.of(new Charge(ChargeKind.MONTHLY_FEE, 5_000), new Charge(ChargeKind.DATA, 777));
        BillSplit between = BillSplit.of(month, memberships.payersFor(wu, MAY.plusDays(9)));
        assertThat(between.paidBy(shop.id())).isEqualTo(3_000);
        assertThat(between.paidBy(club.id())).isEqualTo(2_777);
        assertThat(between.paidByMember()).isZero();
        assertThat(BillSplit.of(month, memberships.payersFor(wu, MAY.plusDays(8)))
                        .paidByMember())
                .isEqualTo(2_777);
        assertThat(memberships.payersFor(wu, MAY.plusDays(19))).hasSize(2);
        assertThat(memberships.payersFor(wu, MAY.plusDays(20))).hasSize(1);
        assertThat(memberships.payersFor(wu, MAY.minusDays(1))).isEmpty();
    }

    @Test
    void letsNobodyBeAMemberTwiceOnTheSameDay() {
        Company shop = company("no doubles");
        long wu = subscriber("13857190802");
        Membership first = join(shop, wu, MAY, Optional.of(MAY.plusDays(9)), GroupShare.NOTHING);
        Memberships.Draft again =
                new Memberships.Draft(shop.id(), wu, MAY.plusDays(9), Optional.empty(), GroupShare.NOTHING);
        assertThat(memberships.join(again, ACTOR)).isEqualTo(new Refused<>(Reason.OVERLAPS));
        join(shop, wu, MAY.plusDays(10), Optional.empty(), GroupShare.NOTHING);
        assertThat(memberships.end(first.id(), Optional.empty(), ACTOR)).isEqualTo(new Refused<>(Reason.OVERLAPS));
        assertThat(memberships.end(first.id(), Optional.of(MAY.minusDays(1)), ACTOR))
                .isEqualTo(new Refused<>(Reason.BAD_DAYS));
        assertThat(done(memberships.end(first.id(), Optional.of(MAY), ACTOR)).to())
                .contains(MAY);
        assertThatThrownBy(() -> db.sql("update party.membership set to_day = null where id = ?")
                        .param(first.id())
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void takesOneOfTwentyWhoJoinHimAtOnce() throws InterruptedException, ExecutionException {
        Company shop = company("crowded door");
        long wu = subscriber("13857190803");
        Memberships.Draft draft = new Memberships.Draft(shop.id(), wu, MAY, Optional.empty(), GroupShare.NOTHING);
        List<Change<Membership>> answers = Town.atOnce(IntStream.range(0, 20)
                .<Callable<Change<Membership>>>mapToObj(i -> () -> memberships.join(draft, ACTOR))
                .toList());
        assertThat(answers).filteredOn(answer -> answer instanceof Change.Done).hasSize(1);
    }

    @Test
    void countsTodaysMembersForTheTier() {
        Company club = company("grows to ten");
        LocalDate today = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        for (int i = 0; i < 9; i++) {
            join(club, subscriber("1385719091" + i), today, Optional.empty(), GroupShare.NOTHING);
        }
        join(club, subscriber("13857190920"), today.plusDays(1), Optional.empty(), GroupShare.NOTHING);
        assertThat(companies.find(club.id())).map(Company::tier).contains(Tier.MICRO);
        Membership tenth = join(club, subscriber("13857190919"), today, Optional.empty(), GroupShare.NOTHING);
        assertThat(companies.find(club.id())).map(Company::tier).contains(Tier.C);
        assertThat(memberships.isOnToday(tenth)).isTrue();
        assertThat(memberships.of(club.id(), Paging.first()).rows())
                .hasSize(11)
                .first()
                .isEqualTo(tenth);
    }

    @Test
    void opensSuspendsAndClosesABillingAccount() {
        Company shop = company("has an account");
        BillingAccount account =
                done(accounts.open(PartyRef.company(shop.id()), "main", BillingAccount.Form.POSTPAID, ACTOR));
        assertThat(accounts.of(PartyRef.company(shop.id()))).containsExactly(account);
        assertThat(done(accounts.put(account.id(), BillingAccount.State.SUSPENDED, ACTOR))
                        .state())
                .isEqualTo(BillingAccount.State.SUSPENDED);
        done(accounts.put(account.id(), BillingAccount.State.CLOSED, ACTOR));
        assertThat(accounts.put(account.id(), BillingAccount.State.ACTIVE, ACTOR))
                .isEqualTo(new Refused<>(Reason.CLOSED));
        assertThat(accounts.open(PartyRef.subscriber(1), "x", BillingAccount.Form.PREPAID, ACTOR))
                .isEqualTo(new Refused<>(Reason.UNKNOWN));
        Individual qian = person("钱八", 8);
        BillingAccount own =
                done(accounts.open(PartyRef.individual(qian.id()), "own", BillingAccount.Form.PREPAID, ACTOR));
        assertThat(own.owner()).isEqualTo(PartyRef.individual(qian.id()));
    }

    @Test
    void takesTheNewestWordOfConsentAndNothingForNo() {
        long zhou = subscriber("13857191001");
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isFalse();
        say(PartyRef.subscriber(zhou), Medium.ALL, true, 60);
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isTrue();
        assertThat(consents.allows(zhou, ConsentPurpose.PROFILING)).isFalse();
        say(PartyRef.subscriber(zhou), Medium.SMS, false, 50);
        assertThat(sms(zhou)).isFalse();
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isTrue();
        say(PartyRef.subscriber(zhou), Medium.ALL, true, 40);
        assertThat(sms(zhou)).isTrue();
        say(PartyRef.subscriber(zhou), Medium.ALL, false, 45);
        assertThat(sms(zhou))
                .as("a word that was said earlier and written down later")
                .isTrue();
        assertThat(consents.history(PartyRef.subscriber(zhou))).hasSize(4);
    }

    @Test
    void takesTheHoldersWordForAllHisNumbers() {
        Individual zheng = person("郑九", 9);
        long one = subscriber("13857191002");
        done(parties.hold(one, zheng.id(), ACTOR));
        say(PartyRef.subscriber(one), Medium.ALL, true, 60);
        say(PartyRef.individual(zheng.id()), Medium.ALL, false, 30);
        assertThat(consents.allows(one, ConsentPurpose.MARKETING)).isFalse();
        say(PartyRef.subscriber(one), Medium.ALL, true, 10);
        assertThat(consents.allows(one, ConsentPurpose.MARKETING)).isTrue();
        assertThat(consents.allows(PartyRef.individual(zheng.id()), ConsentPurpose.MARKETING, Medium.ALL))
                .isFalse();
    }

    @Test
    void refusesAWordFromTheFutureFromNowhereAndOfNobody() {
        long zhou = subscriber("13857191003");
        assertThat(consents.record(word(PartyRef.subscriber(zhou), Medium.ALL, true, -60, "form")))
                .isEqualTo(new Refused<>(Reason.BAD_DAYS));
        assertThat(consents.record(word(PartyRef.subscriber(zhou), Medium.ALL, true, 60, " ")))
                .isEqualTo(new Refused<>(Reason.NO_REASON));
        assertThat(consents.record(word(PartyRef.company(Long.MAX_VALUE), Medium.ALL, true, 60, "form")))
                .isEqualTo(new Refused<>(Reason.UNKNOWN));
    }

    @Test
    void letsNobodyChangeOrRemoveAWord() {
        long zhou = subscriber("13857191004");
        say(PartyRef.subscriber(zhou), Medium.ALL, true, 60);
        for (String change : List.of(
                "update party.consent_entry set given = false",
                "delete from party.consent_entry",
                "truncate party.consent_entry")) {
            assertThatThrownBy(() -> db.sql(change).update())
                    .as(change)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("only ever added");
        }
        assertThat(consents.allows(zhou, ConsentPurpose.MARKETING)).isTrue();
    }

    private boolean sms(long subscriber) {
        return consents.allows(PartyRef.subscriber(subscriber), ConsentPurpose.MARKETING, Medium.SMS);
    }

    private void say(PartyRef who, Medium medium, boolean given, long minutesAgo) {
        done(consents.record(word(who, medium, given, minutesAgo, "form")));
    }

    private Consent word(PartyRef who, Medium medium, boolean given, long minutesAgo, String source) {
        Instant at = clock.instant().minus(Duration.ofMinutes(minutesAgo));
        return new Consent(who, ConsentPurpose.MARKETING, medium, given, at, source, ACTOR);
    }

    private Individual person(String name, int card) {
        return done(individuals.add(Individual.Draft.of(name, HANGZHOU).with(card(card)), ACTOR));
    }

    private Company company(String name) {
        return done(companies.add(Company.Facts.of(name, HANGZHOU), ACTOR));
    }

    private long subscriber(String number) {
        return subscribers.idOf(new Msisdn(number));
    }

    private Membership join(
            Company company, long subscriber, LocalDate from, Optional<LocalDate> to, GroupShare share) {
        return done(memberships.join(new Memberships.Draft(company.id(), subscriber, from, to, share), ACTOR));
    }
}
