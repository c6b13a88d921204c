package org.omnihall.hall.ordering.bill;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.ordering.Bill;
import org.omnihall.hall.ordering.BillLine;
import org.omnihall.hall.ordering.Bills;
import org.omnihall.hall.ordering.Usages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What others read of bills, and tell for them. */
@Component
class BillBook implements Bills, Usages {

    private final BillTable table;
    private final Running running;
    private final JdbcClient db;
    private final OperatorDays days;

    BillBook(BillTable table, Running running, JdbcClient db, OperatorDays days) {
        this.table = table;
        this.running = running;
        this.db = db;
        this.days = days;
    }

    /** What runs, computed when it is asked for: who has just ordered sees it. */
    @Component
    record Running(BillCycles cycles, BillMaker maker, BillRates rates, OperatorDays days) {

        List<BillLine> of(long account) {
            cycles.enrol(account);
            maker.refresh(account, days.today());
            return rates.running(account);
        }
    }

    @Override
    public Optional<Bill> find(long id) {
        return table.find(id);
    }

    @Override
    public List<Bill> ofAccount(long account, int most) {
        return table.ofAccount(account, most);
    }

    @Override
    public List<Bill> ofCompany(long company, int most) {
        return table.ofCompany(company, most);
    }

    @Override
    public List<BillLine> running(long account) {
        return running.of(account);
    }

    @Override
    public boolean tell(Used used) {
        return db.sql("""
                                insert into ordering.usage (usage_key, product_id, unit, quantity, day, told_at)
                                select :key, id, :unit, :quantity, :day, :now from ordering.product where id = :product
                                on conflict (usage_key) do nothing""")
                        .param("key", used.key())
                        .param("unit", used.unit())
                        .param("quantity", used.quantity())
                        .param("day", used.day())
                        .param("now", Times.at(days.now()))
                        .param("product", used.product())
                        .update()
                == 1;
    }
}
