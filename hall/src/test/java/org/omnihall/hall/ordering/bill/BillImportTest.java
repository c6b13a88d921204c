package org.omnihall.hall.ordering.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.ordering.Deeds;
import org.omnihall.hall.ordering.Errands;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.PartyRef;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionOperations;

/** What BOSS tells of bills stands in the place of what was computed here, each file once (requirement D12). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = "omnihall.ordering.poll=20ms")
class BillImportTest {

    private final ApplicationContext hall;
    private final World world;
    private final Errands errands;
    private final Bills bills;
    private final BillRound round;
    private final BillMaker maker;
    private final LocalDate today;

    @Autowired
    BillImportTest(ApplicationContext hall) {
        this.hall = hall;
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.bills = hall.getBean(Bills.class);
        this.round = hall.getBean(BillRound.class);
        this.maker = hall.getBean(BillMaker.class);
        this.today = hall.getBean(OperatorDays.class).today();
    }

    @Test
    void isReplacedByWhatBossTells() {
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        errands.completed(world.placed(
                cafe.served(), Wish.add(world.offering(Errands.SIMPLE, 0, 3_000, "test.one"), 1, Map.of())));
        round.round(today);
        LocalDate end = BillingPeriod.holding(today, 1).to();
        maker.close(account, end);
        Bill own = bills.ofAccount(account, 1).getFirst();
        YearMonth month = own.month();
        String key = account + "," + month + ",";
        assertThat(load(key + "13857190777,monthly,4G套餐,1,,88.00", key + ",correction,,1,,-8"))
                .isEmpty();
        Bill told = bills.ofAccount(account, 9).getFirst();
        assertThat(bills.ofAccount(account, 9)).hasSize(1);
        assertThat(told.source()).isEqualTo(Bill.Source.BOSS);
        assertThat(told.totalFen()).isEqualTo(8_000);
        assertThat(bills.find(own.id()).orElseThrow().state()).isEqualTo(Bill.State.REPLACED);
        assertThat(load(key + "13857190777,monthly,4G套餐,1,,88.00", key + ",correction,,1,,-8"))
                .isEmpty();
        assertThat(bills.ofAccount(account, 9)).as("the same file again").containsExactly(told);
        String next = account + "," + month.plusMonths(1) + ",";
        assertThat(load(next + ",usage,流量,12,GB,60")).isEmpty();
        maker.close(account, end.plusMonths(1));
        assertThat(bills.ofAccount(account, 9))
                .extracting(Bill::source, Bill::totalFen)
                .containsExactly(tuple(Bill.Source.BOSS, 6_000L), tuple(Bill.Source.BOSS, 8_000L));
        assertThat(load(
                        "x," + month + ",,monthly,a,1,,1",
                        account + ",2026-13,,monthly,a,1,,1",
                        "999999999," + month + ",,monthly,a,1,,1",
                        key + "123,monthly,a,1,,1",
                        key + ",gift,a,1,,1",
                        key + ",monthly,a,1,,-1",
                        next + ",monthly,a,1,,1",
                        key + ",monthly,a,1,,1"))
                .extracting(LineFault::line, LineFault::column)
                .containsExactly(
                        tuple(1L, "account"),
                        tuple(2L, "month"),
                        tuple(3L, "account"),
                        tuple(4L, "number"),
                        tuple(5L, "kind"),
                        tuple(6L, "yuan"),
                        tuple(8L, "account"));
    }

    @Test
    void keepsByWhatABillWasPaid() {
        Bill own = closed(3_000);
        BillDesk desk = hall.getBean(BillDesk.class);
        desk.settle(own.id(), "R-77", "LI");
        String key = own.account() + "," + own.month() + ",,monthly,wifi,1,,";
        assertThat(load(key + yuan(own.totalFen() + 1)))
                .as("another sum than was paid")
                .extracting(LineFault::line, LineFault::column)
                .containsExactly(tuple(1L, "yuan"));
        assertThat(bills.ofAccount(own.account(), 9)).extracting(Bill::id).containsExactly(own.id());
        assertThat(load(key + yuan(own.totalFen()))).isEmpty();
        assertThat(bills.ofAccount(own.account(), 9))
                .extracting(Bill::source, Bill::state, Bill::receipt)
                .containsExactly(tuple(Bill.Source.BOSS, Bill.State.SETTLED, "R-77"));
        assertThat(bills.find(own.id()).orElseThrow())
                .extracting(Bill::state, Bill::receipt)
                .containsExactly(Bill.State.REPLACED, "R-77");
    }

    @Test
    void leavesACorrectionToTheNextBillThatIsMadeHere() {
        Bill own = closed(3_000);
        long account = own.account();
        correct(account, -500);
        assertThat(load(account + "," + own.month().plusMonths(1) + ",,monthly,wifi,1,,30"))
                .isEmpty();
        maker.close(account, own.to().plusMonths(1));
        maker.close(account, own.to().plusMonths(2));
        assertThat(bills.ofAccount(account, 9))
                .extracting(Bill::source, Bill::totalFen)
                .startsWith(tuple(Bill.Source.OWN, 2_500L), tuple(Bill.Source.BOSS, 3_000L));
    }

    @Test
    void takesBackWhatAReplacedBillDidToOthers() {
        Bill first = closed(3_000);
        long account = first.account();
        correct(account, -10_000);
        maker.close(account, first.to().plusMonths(1));
        assertThat(bills.ofAccount(account, 1).getFirst().lines())
                .extracting(BillLine::kind)
                .containsExactly(BillLine.Kind.MONTHLY, BillLine.Kind.CORRECTION, BillLine.Kind.CARRIED_ON);
        assertThat(load(account + "," + first.month().plusMonths(1) + ",,monthly,wifi,1,,25"))
                .isEmpty();
        maker.close(account, first.to().plusMonths(2));
        Bill third = bills.ofAccount(account, 1).getFirst();
        assertThat(third.lines())
                .as("the correction waits again, and what remained of it is gone")
                .extracting(BillLine::kind, BillLine::fen)
                .contains(tuple(BillLine.Kind.CORRECTION, -10_000L), tuple(BillLine.Kind.CARRIED_ON, 7_000L))
                .hasSize(3);
    }

    @Test
    void takesBackWhatABillOfTheSameSumTookOver() {
        Bill first = closed(3_000);
        long account = first.account();
        correct(account, -500);
        maker.close(account, first.to().plusMonths(1));
        String second = account + "," + first.month().plusMonths(1) + ",,monthly,wifi,1,,";
        assertThat(load(second + "25")).as("the same sum").isEmpty();
        maker.close(account, first.to().plusMonths(2));
        assertThat(bills.ofAccount(account, 1).getFirst().totalFen())
                .as("the correction was in it")
                .isEqualTo(3_000);
        assertThat(load(second + "30")).as("another sum").isEmpty();
        maker.close(account, first.to().plusMonths(3));
        assertThat(bills.ofAccount(account, 1).getFirst().totalFen())
                .as("the correction waited again")
                .isEqualTo(2_500);
    }

    @Test
    void holdsTheAccountsCycleUntilAllIsImported() {
        Bill own = closed(3_000);
        ImportKind.Line line = new ImportKind.Line(
                1, List.of((own.account() + "," + own.month() + ",,monthly,wifi,1,,12").split(",", -1)));
        hall.getBean(TransactionOperations.class).executeWithoutResult(status -> {
            assertThat(hall.getBean(BillImport.class).begin("LI").take(List.of(line)))
                    .isEmpty();
            assertThat(CompletableFuture.supplyAsync(() -> free(own.account())).join())
                    .isEmpty();
        });
        assertThat(free(own.account())).containsExactly(own.account());
    }

    private List<Long> free(long account) {
        return hall.getBean(JdbcClient.class)
                .sql("select account_id from ordering.bill_cycle where account_id = ? for update skip locked")
                .param(account)
                .query((row, number) -> row.getLong("account_id"))
                .list();
    }

    @Test
    void showsTheNewestBillOnACardWhateverIsImportedLater() {
        Msisdn number = new Msisdn("13857190889");
        long li = hall.getBean(Subscribers.class).idOf(number);
        Individual holder = done(hall.getBean(Individuals.class).add(Individual.Draft.of("赵六", "/"), "test"));
        long account = done(hall.getBean(BillingAccounts.class)
                        .open(PartyRef.individual(holder.id()), "own", BillingAccount.Form.PREPAID, "test"))
                .id();
        YearMonth month = YearMonth.from(today).minusMonths(1);
        String rest = number.digits() + ",monthly,4G,1,,";
        assertThat(load(account + "," + month + "," + rest + "88")).isEmpty();
        assertThat(load(account + "," + month.minusMonths(3) + "," + rest + "66"))
                .isEmpty();
        assertThat(billOnCard(li)).containsExactly(month.toString());
        assertThat(load(account + "," + month.plusMonths(1) + "," + rest + "77"))
                .isEmpty();
        assertThat(billOnCard(li)).containsExactly(month.plusMonths(1).toString());
    }

    private List<String> billOnCard(long subscriber) {
        return hall.getBean(Cards.class).of(subscriber, ChannelClass.OWN_STORE, "/").orElseThrow().state().stream()
                .filter(line -> line.kind() == StateLine.Kind.BILL)
                .map(StateLine::product)
                .toList();
    }

    /** The first bill of a company with one product. */
    private Bill closed(long monthlyFen) {
        World.Cafe cafe = world.cafe();
        long account = world.account(cafe, BillingAccount.Form.POSTPAID);
        errands.completed(world.placed(
                cafe.served(), Wish.add(world.offering(Errands.SIMPLE, 0, monthlyFen, "test.one"), 1, Map.of())));
        round.round(today);
        maker.close(account, BillingPeriod.holding(today, 1).to());
        return bills.ofAccount(account, 1).getFirst();
    }

    /** A correction that the bill after the one that was made takes up. */
    private void correct(long account, long fen) {
        BillCycle cycle = hall.getBean(BillCycles.class).find(account).orElseThrow();
        hall.getBean(BillDesk.class).correct(cycle, new BillDesk.Correction(fen, Optional.empty(), "an outage"), "LI");
    }

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }

    private static <T> T done(Change<T> change) {
        assertThat(change).isInstanceOf(Change.Done.class);
        return ((Change.Done<T>) change).value();
    }

    private List<LineFault> load(String... rows) {
        ImportKind kind = hall.getBean(BillImport.class);
        return Objects.requireNonNull(hall.getBean(TransactionOperations.class).execute(status -> {
            ImportKind.Loading loading = kind.begin("LI");
            List<ImportKind.Line> lines = IntStream.range(0, rows.length)
                    .mapToObj(i -> new ImportKind.Line(i + 1L, List.of(rows[i].split(",", -1))))
                    .toList();
            List<LineFault> faults = loading.take(lines);
            if (!faults.isEmpty()) {
                status.setRollbackOnly();
                return faults;
            }
            List<LineFault> last = loading.finish();
            if (!last.isEmpty()) {
                status.setRollbackOnly();
            }
            return last;
        }));
    }
}
