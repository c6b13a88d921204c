package org.omnihall.hall.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.omnihall.hall.party.Town.ACTOR;
import static org.omnihall.hall.party.Town.done;

import java.time.Clock;
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
import org.omnihall.hall.party.GroupShare.ChargeKind;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members of companies: who pays what of their bills, and from when to when (requirement D12). */
@HallTest
class MembershipsTest {

    private static final LocalDate MAY = LocalDate.of(2026, 5, 1);

    private final Folk folk;
    private final Companies companies;
    private final Memberships memberships;
    private final Areas areas;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    MembershipsTest(
            ApplicationContext hall,
            Companies companies,
            Memberships memberships,
            Areas areas,
            JdbcClient db,
            Clock clock) {
        this.folk = new Folk(hall);
        this.companies = companies;
        this.memberships = memberships;
        this.areas = areas;
        this.db = db;
        this.clock = clock;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void splitsAMembersBillBetweenHisCompaniesAndHimself() {
        Company shop = folk.company("pays fees");
        Company club = folk.company("pays data");
        long wu = folk.subscriber("13857190801");
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
        Company shop = folk.company("no doubles");
        long wu = folk.subscriber("13857190802");
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
        Company shop = folk.company("crowded door");
        long wu = folk.subscriber("13857190803");
        Memberships.Draft draft = new Memberships.Draft(shop.id(), wu, MAY, Optional.empty(), GroupShare.NOTHING);
        List<Change<Membership>> answers = Town.atOnce(IntStream.range(0, 20)
                .<Callable<Change<Membership>>>mapToObj(i -> () -> memberships.join(draft, ACTOR))
                .toList());
        assertThat(answers).filteredOn(answer -> answer instanceof Change.Done).hasSize(1);
    }

    @Test
    void countsTodaysMembersForTheTier() {
        Company club = folk.company("grows to ten");
        LocalDate today = clock.instant().atZone(ZoneId.of("Asia/Shanghai")).toLocalDate();
        for (int i = 0; i < 9; i++) {
            join(club, folk.subscriber("1385719091" + i), today, Optional.empty(), GroupShare.NOTHING);
        }
        join(club, folk.subscriber("13857190920"), today.plusDays(1), Optional.empty(), GroupShare.NOTHING);
        assertThat(companies.find(club.id())).map(Company::tier).contains(Tier.MICRO);
        Membership tenth = join(club, folk.subscriber("13857190919"), today, Optional.empty(), GroupShare.NOTHING);
        assertThat(companies.find(club.id())).map(Company::tier).contains(Tier.C);
        assertThat(memberships.isOnToday(tenth)).isTrue();
        assertThat(memberships.of(club.id(), Paging.first()).rows())
                .hasSize(11)
                .first()
                .isEqualTo(tenth);
    }

    private Membership join(
            Company company, long subscriber, LocalDate from, Optional<LocalDate> to, GroupShare share) {
        return done(memberships.join(new Memberships.Draft(company.id(), subscriber, from, to, share), ACTOR));
    }
}
