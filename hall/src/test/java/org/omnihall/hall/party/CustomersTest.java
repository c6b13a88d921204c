package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.card;
import static org.omnihall.hall.party.Town.done;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Persons, the numbers they hold and billing accounts, on a real database (requirement D12). */
@HallTest
class CustomersTest {

    private final Folk folk;
    private final Individuals individuals;
    private final Parties parties;
    private final BillingAccounts accounts;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    CustomersTest(
            ApplicationContext hall,
            Individuals individuals,
            Parties parties,
            BillingAccounts accounts,
            Areas areas,
            JdbcClient db) {
        this.folk = new Folk(hall);
        this.individuals = individuals;
        this.parties = parties;
        this.accounts = accounts;
        this.areas = areas;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void findsAPersonByHisCertificateAndShowsItOnlyUnderAudit() {
        Individual li = folk.person("李雷", 1);
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
        Individual li = folk.person("李封", 3);
        Individual han = folk.person("韩梅梅", 4);
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
        folk.person("王芳", 5);
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
        Individual zhao = folk.person("赵一", 6);
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
        Individual sun = folk.person("孙七", 7);
        long one = folk.subscriber("13857190701");
        long two = folk.subscriber("13857190702");
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
    void opensSuspendsAndClosesABillingAccount() {
        Company shop = folk.company("has an account");
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
        Individual qian = folk.person("钱八", 8);
        BillingAccount own =
                done(accounts.open(PartyRef.individual(qian.id()), "own", BillingAccount.Form.PREPAID, ACTOR));
        assertThat(own.owner()).isEqualTo(PartyRef.individual(qian.id()));
    }
}
