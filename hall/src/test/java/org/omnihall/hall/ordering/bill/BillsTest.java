package org.omnihall.hall.ordering.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.BillLine.Kind;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.ordering.Buyer;
import org.omnihall.hall.ordering.By;
import org.omnihall.hall.ordering.Deeds;
import org.omnihall.hall.ordering.Errands;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.Orders;
import org.omnihall.hall.ordering.Payment;
import org.omnihall.hall.ordering.Usages;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.GroupShare;
import org.omnihall.hall.party.GroupShare.ChargeKind;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Memberships;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Parties;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Bills of real orders: made once a month, split, corrected on the next one, and replaced by what BOSS tells (requirement D12). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = "omnihall.ordering.poll=20ms")
class BillsTest {

    private final ApplicationContext hall;
    private final World world;
    private final Errands errands;
    private final Bills bills;
    private final BillRound round;
    private final BillMaker maker;
    private final LocalDate today;

    @Autowired
    BillsTest(ApplicationContext hall) {
        this.hall = hall;
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.bills = hall.getBean(Bills.class);
        this.round = hall.getBean(BillRound.class);
        this.maker = hall.getBean(BillMaker.class);
        this.today = hall.getBean(OperatorDays.class).today();
    }

    @Test
    void billsACompanyForTheDaysAndForWhatWasPaidByTheAccount() {
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        String wifi = world.offering(Errands.SIMPLE, 1_000, 9_900, "test.one");
        Order order = world.placed(cafe.served(), Wish.add(wifi, 1, Map.of()));
        By clerk = By.staff("clerk", order.channel());
        hall.getBean(Orders.class).pay(order.id(), Payment.Method.ACCOUNT, 1_000, "", clerk);
        errands.completed(order);
        long product = hall.getBean(Orders.class)
                .find(order.id())
                .orElseThrow()
                .items()
                .getFirst()
                .product()
                .orElseThrow();
        BillingPeriod first = BillingPeriod.holding(today, 1);
        assertThat(bills.running(account))
                .as("before any round")
                .extracting(BillLine::kind)
                .containsExactly(Kind.MONTHLY, Kind.ONE_TIME);
        round.round(today);
        assertThat(bills.ofAccount(account, 9))
                .as("not before the period is over")
                .isEmpty();
        assertThat(bills.running(account)).extracting(BillLine::kind).containsExactly(Kind.MONTHLY, Kind.ONE_TIME);
        assertThat(bills.running(account).getFirst().quantity()).isEqualTo(1);
        assertThat(hall.getBean(Usages.class).tell(new Usages.Used("late " + product, product, "sms", 1, today)))
                .isTrue();
        assertThat(hall.getBean(Usages.class).tell(new Usages.Used("late " + product, product, "sms", 9, today)))
                .as("told before")
                .isFalse();

        round.round(first.to().plusMonths(1));
        List<Bill> made = bills.ofAccount(account, 9);
        assertThat(made).hasSize(2);
        Bill second = made.getFirst();
        Bill one = made.getLast();
        long days = ChronoUnit.DAYS.between(today, first.to());
        assertThat(one.month()).isEqualTo(first.month());
        assertThat(one.totalFen()).isEqualTo(1_000 + BillRules.prorated(9_900, days, first.cycleDays()));
        assertThat(one.due()).isEqualTo(first.to().plusDays(19));
        assertThat(one.state()).isEqualTo(Bill.State.ISSUED);
        assertThat(one.source()).isEqualTo(Bill.Source.OWN);
        assertThat(second.totalFen()).isEqualTo(9_900);
        assertThat(bills.ofCompany(cafe.id(), 9))
                .extracting(Bill::id)
                .containsExactlyElementsOf(made.stream().map(Bill::id).toList());
        assertThat(made)
                .allSatisfy(bill -> assertThat(
                                bill.lines().stream().mapToLong(BillLine::fen).sum())
                        .isEqualTo(bill.totalFen()));
        assertThat(round.round(first.to().plusMonths(1))).as("once a month").isZero();
        assertThat(bills.ofAccount(account, 9)).isEqualTo(made);
    }

    @Test
    void makesOneBillHoweverManyMakeIt() {
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        errands.completed(world.placed(
                cafe.served(), Wish.add(world.offering(Errands.SIMPLE, 0, 9_900, "test.one"), 1, Map.of())));
        round.round(today);
        LocalDate end = BillingPeriod.holding(today, 1).to();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, 20)
                            .mapToObj(i -> CompletableFuture.runAsync(() -> maker.close(account, end), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        }
        assertThat(bills.ofAccount(account, 9)).hasSize(1);
    }

    @Test
    void splitsAMembersBillWithHisCompanyAndTellsHisCard() {
        World.Cafe cafe = world.cafe();
        long companys = world.account(cafe, BillingAccount.Form.POSTPAID);
        Msisdn number = new Msisdn("13857190888");
        long li = hall.getBean(Subscribers.class).idOf(number);
        Individual holder = done(hall.getBean(Individuals.class).add(Individual.Draft.of("李四", "/"), "test"));
        done(hall.getBean(Parties.class).hold(li, holder.id(), "test"));
        long account = done(hall.getBean(BillingAccounts.class)
                        .open(PartyRef.individual(holder.id()), "own", BillingAccount.Form.POSTPAID, "test"))
                .id();
        done(hall.getBean(Memberships.class)
                .join(
                        new Memberships.Draft(
                                cafe.id(),
                                li,
                                today.minusYears(1),
                                Optional.empty(),
                                new GroupShare(Set.of(ChargeKind.MONTHLY_FEE), Optional.of(2_000L))),
                        "test"));
        errands.completed(world.placed(
                new Buyer.Person(li), Wish.add(world.offering(Errands.SIMPLE, 0, 93_000, "test.one"), 1, Map.of())));
        LocalDate end = BillingPeriod.holding(today, 1).to();
        round.round(end);
        Bill own = bills.ofAccount(account, 1).getFirst();
        assertThat(own.lines()).extracting(BillLine::kind).containsExactly(Kind.MONTHLY, Kind.PAID_BY_COMPANY);
        Bill company = bills.ofAccount(companys, 1).getFirst();
        assertThat(company.month()).as("of the same month").isEqualTo(own.month());
        assertThat(company.totalFen()).isEqualTo(2_000);
        assertThat(company.lines()).extracting(BillLine::subscriber).containsExactly(Optional.of(li));
        long whole = own.lines().getFirst().fen();
        assertThat(own.totalFen() + company.totalFen()).isEqualTo(whole);
        assertThat(hall.getBean(Cards.class).of(li, ChannelClass.OWN_STORE, "/").orElseThrow().state().stream()
                        .filter(line -> line.kind() == StateLine.Kind.BILL)
                        .map(StateLine::product))
                .containsExactly(own.month().toString());
    }

    @Test
    void putsABillRightOnTheNextOneOnly() {
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        errands.completed(world.placed(
                cafe.served(), Wish.add(world.offering(Errands.SIMPLE, 0, 3_000, "test.one"), 1, Map.of())));
        round.round(today);
        LocalDate end = BillingPeriod.holding(today, 1).to();
        maker.close(account, end);
        Bill closed = bills.ofAccount(account, 1).getFirst();
        BillDesk desk = hall.getBean(BillDesk.class);
        BillCycle cycle = hall.getBean(BillCycles.class).find(account).orElseThrow();
        desk.correct(cycle, new BillDesk.Correction(-10_000, Optional.empty(), "an outage"), "LI");
        assertThat(bills.find(closed.id())).contains(closed);
        maker.close(account, end.plusMonths(1));
        Bill next = bills.ofAccount(account, 1).getFirst();
        assertThat(next.totalFen()).isZero();
        assertThat(next.state()).isEqualTo(Bill.State.SETTLED);
        assertThat(next.lines())
                .extracting(BillLine::kind)
                .containsExactly(Kind.MONTHLY, Kind.CORRECTION, Kind.CARRIED_ON);
        maker.close(account, end.plusMonths(2));
        maker.close(account, end.plusMonths(3));
        maker.close(account, end.plusMonths(4));
        assertThat(bills.ofAccount(account, 3)).extracting(Bill::totalFen).containsExactly(2_000L, 0L, 0L);
        assertThat(desk.settle(closed.id(), "R-1", "LI")).isTrue();
        assertThat(desk.settle(closed.id(), "R-2", "LI")).as("once").isFalse();
    }

    @Test
    void losesNoBillWhereTheCycleDayIsMovedLaterInAMonth() {
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        errands.completed(world.placed(
                cafe.served(), Wish.add(world.offering(Errands.SIMPLE, 0, 3_000, "test.one"), 1, Map.of())));
        round.round(today);
        LocalDate first = BillingPeriod.holding(today, 1).to();
        maker.close(account, first);
        BillCycle cycle = hall.getBean(BillCycles.class).find(account).orElseThrow();
        hall.getBean(BillDesk.class).putDay(cycle, 15, "LI");
        LocalDate middle = first.withDayOfMonth(15);
        assertThat(maker.close(account, middle)).isTrue();
        assertThat(maker.close(account, middle.plusMonths(1))).isTrue();
        List<Bill> made = bills.ofAccount(account, 9);
        assertThat(made)
                .extracting(Bill::from, Bill::to)
                .startsWith(tuple(middle, middle.plusMonths(1)), tuple(first, middle))
                .hasSize(3);
        assertThat(made.get(0).totalFen()).isEqualTo(3_000);
        assertThat(made.get(1).totalFen())
                .isEqualTo(BillRules.prorated(3_000, 14, ChronoUnit.DAYS.between(middle.minusMonths(1), middle)));
        assertThat(made.get(0).month())
                .as("two of one month")
                .isEqualTo(made.get(1).month());
    }

    @Test
    void leavesAccountsThatPayBeforehandToBoss() {
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.PREPAID);
        Order order = world.placed(
                cafe.served(), Wish.add(world.offering(Errands.SIMPLE, 0, 3_000, "test.one"), 1, Map.of()));
        hall.getBean(Orders.class)
                .pay(order.id(), Payment.Method.STORE, 3_000, "slip " + order.id(), By.staff("clerk", order.channel()));
        errands.completed(order);
        round.round(today.plusMonths(3));
        assertThat(bills.ofAccount(account, 9)).isEmpty();
        assertThat(bills.running(account)).isEmpty();
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }
}
