package org.omnihall.hall.ordering.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.ordering.Deeds;
import org.omnihall.hall.ordering.Errands;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.omnihall.hall.party.BillingAccount;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
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
            return loading.finish();
        }));
    }
}
