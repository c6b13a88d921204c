package org.omnihall.hall.ordering.bill;

import java.time.YearMonth;
import java.util.Optional;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.ordering.Bill;

/** Which bills are looked for; what is not asked for does not matter. */
record BillFilter(
        String areaPath,
        Optional<Long> company,
        Optional<Long> account,
        Optional<YearMonth> month,
        Optional<Bill.State> state) {

    Conditions conditions() {
        return new Conditions()
                .below("b.area_path", areaPath)
                .and("b.company_id = :company", "company", company)
                .and("b.account_id = :account", "account", account)
                .and("b.month = :month", "month", month.map(one -> one.atDay(1)))
                .and("b.state = :state", "state", state.map(Bill.State::name));
    }
}
