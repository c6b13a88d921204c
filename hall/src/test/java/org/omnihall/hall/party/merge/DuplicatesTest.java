package org.omnihall.hall.party.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.HANGZHOU;
import static org.omnihall.hall.party.Town.NINGBO;
import static org.omnihall.hall.party.Town.card;
import static org.omnihall.hall.party.Town.code;
import static org.omnihall.hall.party.Town.done;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Change.Refused;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.Folk;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PersonName;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.party.merge.Duplicate.Sign;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Which two records look like one, and which cannot become one (requirement D12). */
@HallTest
class DuplicatesTest {

    private final Folk folk;
    private final Merges merges;
    private final Duplicates duplicates;
    private final Companies companies;
    private final Individuals individuals;
    private final Parties parties;
    private final Subscribers subscribers;
    private final Areas areas;

    @Autowired
    DuplicatesTest(
            ApplicationContext hall,
            Merges merges,
            Duplicates duplicates,
            Companies companies,
            Individuals individuals,
            Parties parties,
            Subscribers subscribers,
            Areas areas) {
        this.folk = new Folk(hall);
        this.merges = merges;
        this.duplicates = duplicates;
        this.companies = companies;
        this.individuals = individuals;
        this.parties = parties;
        this.subscribers = subscribers;
        this.areas = areas;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void findsCompaniesOfOneCodeAndOfOneNameInOneArea() {
        Company one = folk.company(Facts.of("双胞胎咖啡有限公司", HANGZHOU).withCode(code(101)));
        Company other = done(companies.take(Facts.of("双胞胎茶馆", NINGBO).withCode(code(101)), ACTOR));
        Company third = folk.company(Facts.of("双胞胎咖啡有限责任公司", HANGZHOU));
        Company elsewhere = folk.company(Facts.of("双胞胎咖啡", NINGBO));
        Company differs = folk.company(Facts.of("双胞胎咖啡公司", HANGZHOU).withCode(code(102)));
        assertThat(signs(Kind.COMPANY, one.id(), other.id())).containsExactly(Sign.CODE);
        assertThat(signs(Kind.COMPANY, one.id(), third.id())).containsExactly(Sign.NAME_AND_AREA);
        assertThat(signs(Kind.COMPANY, one.id(), elsewhere.id())).isEmpty();
        assertThat(signs(Kind.COMPANY, one.id(), differs.id()))
                .as("another code")
                .isEmpty();
        assertThat(duplicates.list(Kind.COMPANY, NINGBO, Paging.first()).rows())
                .noneMatch(pair -> pair.first().id() == one.id());
    }

    @Test
    void findsPersonsOfOneCertificateAndOfOneNameAndNumber() {
        Individual wang = folk.person("王双", 101);
        Individual again =
                done(individuals.take(Individual.Draft.of("王霜", HANGZHOU).with(card(101)), ACTOR));
        Msisdn number = new Msisdn("13857192001");
        Individual reached = done(individuals.add(
                new Individual.Draft(PersonName.of("王双"), NINGBO, Optional.of(card(102)), List.of(number)), ACTOR));
        done(parties.hold(subscribers.idOf(number), wang.id(), ACTOR));
        Individual nameless = done(individuals.add(Individual.Draft.of("王双", HANGZHOU), ACTOR));
        Individual namesake = folk.person("王双", 103);
        assertThat(signs(Kind.INDIVIDUAL, wang.id(), again.id())).containsExactly(Sign.CERTIFICATE);
        assertThat(signs(Kind.INDIVIDUAL, wang.id(), reached.id())).containsExactly(Sign.NAME_AND_NUMBER);
        assertThat(signs(Kind.INDIVIDUAL, wang.id(), nameless.id())).containsExactly(Sign.NAME_AND_AREA);
        assertThat(signs(Kind.INDIVIDUAL, wang.id(), namesake.id()))
                .as("another certificate")
                .isEmpty();
    }

    @Test
    void showsAPairNoMoreThatIsKnownToBeTwo() {
        Company one = folk.company(Facts.of("truly two", HANGZHOU));
        Company two = folk.company(Facts.of("Truly Two Ltd.", HANGZHOU));
        assertThat(signs(Kind.COMPANY, one.id(), two.id())).containsExactly(Sign.NAME_AND_AREA);
        duplicates.keepApart(Kind.COMPANY, two.id(), one.id(), ACTOR);
        duplicates.keepApart(Kind.COMPANY, two.id(), one.id(), ACTOR);
        assertThat(signs(Kind.COMPANY, one.id(), two.id())).isEmpty();
    }

    @Test
    void refusesWhatCannotBeOne() {
        Company top = folk.company(Facts.of("merge top", HANGZHOU));
        Company middle = folk.company(Facts.of("merge middle", HANGZHOU).withParent(Optional.of(top.id())));
        Company bottom = folk.company(Facts.of("merge bottom", HANGZHOU).withParent(Optional.of(middle.id())));
        assertThat(merges.merge(Kind.COMPANY, top.id(), top.id(), ACTOR)).isEqualTo(new Refused<>(Reason.SAME));
        assertThat(merges.merge(Kind.COMPANY, bottom.id(), top.id(), ACTOR))
                .isEqualTo(new Refused<>(Reason.KEPT_IS_BELOW));
        assertThat(merges.merge(Kind.COMPANY, top.id(), Long.MAX_VALUE, ACTOR))
                .isEqualTo(new Refused<>(Reason.ALREADY));
        assertThat(merges.preview(Kind.COMPANY, top.id(), Long.MAX_VALUE)).isEmpty();
        done(merges.merge(Kind.COMPANY, top.id(), bottom.id(), ACTOR));
        assertThat(merges.merge(Kind.COMPANY, middle.id(), bottom.id(), ACTOR))
                .isEqualTo(new Refused<>(Reason.ALREADY));
        assertThat(merges.undo(Long.MAX_VALUE, ACTOR)).isEqualTo(new Refused<>(Reason.UNKNOWN));
    }

    @Test
    void mergesOnceWhenTwoMergeOneAnotherAtOnce() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 10; round++) {
            Company one = folk.company(Facts.of("at once kept " + round, HANGZHOU));
            Company two = folk.company(Facts.of("at once gone " + round, HANGZHOU));
            List<Change<Merge>> answers = Town.atOnce(List.of(
                    () -> merges.merge(Kind.COMPANY, one.id(), two.id(), ACTOR),
                    () -> merges.merge(Kind.COMPANY, two.id(), one.id(), ACTOR)));
            assertThat(answers)
                    .filteredOn(answer -> answer instanceof Change.Done)
                    .hasSize(1);
            assertThat(answers).contains(new Refused<>(Reason.ALREADY));
        }
    }

    private Set<Sign> signs(Kind kind, long first, long second) {
        return duplicates.list(kind, "/", Paging.first()).rows().stream()
                .filter(pair -> pair.first().id() == first && pair.second().id() == second)
                .findFirst()
                .map(Duplicate::signs)
                .orElse(Set.of());
    }
}
