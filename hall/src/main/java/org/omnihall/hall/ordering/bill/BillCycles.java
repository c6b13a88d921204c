package org.omnihall.hall.ordering.bill;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.BillingAccounts;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Individual;
import org.omnihall.hall.party.Individuals;
import org.omnihall.hall.party.PartyRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of which period of which account is billed next. */
@Component
class BillCycles {

    private static final String SELECT = "select * from ordering.bill_cycle";

    private final JdbcClient db;
    private final Owners owners;
    private final BillSettings settings;
    private final OperatorDays days;

    BillCycles(JdbcClient db, Owners owners, BillSettings settings, OperatorDays days) {
        this.db = db;
        this.owners = owners;
        this.settings = settings;
        this.days = days;
    }

    /** Whose an account is, and where he lives. */
    @Component
    record Owners(BillingAccounts accounts, Companies companies, Individuals individuals) {

        String areaPath(PartyRef owner) {
            return switch (owner.kind()) {
                case COMPANY ->
                    companies.find(owner.id()).map(Company::areaPath).orElse("/");
                case INDIVIDUAL ->
                    individuals.find(owner.id()).map(Individual::areaPath).orElse("/");
                case SUBSCRIBER -> "/";
            };
        }
    }

    Optional<BillCycle> find(long account) {
        return db.sql(SELECT + " where account_id = ?")
                .param(account)
                .query(BillCycles::read)
                .optional();
    }

    /** Those of several accounts, by account. */
    Map<Long, BillCycle> find(Collection<Long> accounts) {
        return db
                .sql(SELECT + " where account_id = any(?)")
                .param(accounts.toArray(Long[]::new))
                .query(BillCycles::read)
                .list()
                .stream()
                .collect(Collectors.toMap(BillCycle::account, Function.identity()));
    }

    /** The cycle, held against other changes of it and of the account's running lines until the transaction ends. */
    Optional<BillCycle> locked(long account) {
        return db.sql(SELECT + " where account_id = ? for update")
                .param(account)
                .query(BillCycles::read)
                .optional();
    }

    /** Accounts that pay for products and are not among the cycles yet; behind this one, so many at most. */
    List<Long> strangers(long after, int most) {
        return db.sql("""
                        select distinct p.account_id from ordering.product p where p.account_id > ?
                            and not exists (select from ordering.bill_cycle c where c.account_id = p.account_id)
                        order by p.account_id limit ?""")
                .params(after, most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    Optional<BillCycle> enrol(long account) {
        return enrol(account, days.today());
    }

    /**
     * Takes an account among the cycles; nothing where there is no such account.
     *
     * @param day its first period holds this day, or an earlier one on which a product began that it pays
     */
    Optional<BillCycle> enrol(long account, LocalDate day) {
        Optional<BillCycle> known = find(account);
        if (known.isPresent()) {
            return known;
        }
        Optional<BillingAccount> found = owners.accounts().find(account);
        found.ifPresent(one -> insert(one, day));
        return found.flatMap(one -> find(account));
    }

    private void insert(BillingAccount account, LocalDate day) {
        Optional<LocalDate> began = db.sql("""
                        select min(p.started_at) from ordering.product p
                            join ordering.order_item i on i.product_id = p.id join ordering.customer_order o on o.id = i.order_id
                        where o.account_id = ?""")
                .param(account.id())
                .query((row, number) -> days.maybeOn(row, "min"))
                .single();
        BillingPeriod first = BillingPeriod.holding(began.filter(day::isAfter).orElse(day), settings.cycleDay());
        db.sql("""
                        insert into ordering.bill_cycle (account_id, area_path, company_id, individual_id, ours, cycle_day, next_from, next_to)
                        values (:account, :area, :company, :individual, :ours, :day, :from, :to) on conflict do nothing""")
                .param("account", account.id())
                .param("area", owners.areaPath(account.owner()))
                .param(
                        "company",
                        account.owner().kind() == PartyRef.Kind.COMPANY
                                ? account.owner().id()
                                : null)
                .param(
                        "individual",
                        account.owner().kind() == PartyRef.Kind.COMPANY
                                ? null
                                : account.owner().id())
                .param("ours", account.form() == BillingAccount.Form.POSTPAID)
                .param("day", settings.cycleDay())
                .param("from", first.from())
                .param("to", first.to())
                .update();
    }

    /** Persons' or companies' accounts with a period that is over; behind this account, so many at most. */
    List<Long> due(LocalDate today, boolean companies, long after, int most) {
        return db.sql("""
                        select account_id from ordering.bill_cycle where ours and next_to <= ? and (company_id is not null) = ?
                            and account_id > ? order by account_id limit ?""")
                .params(today, companies, after, most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Accounts whose running period was not computed today; behind this one, so many at most. */
    List<Long> stale(LocalDate today, long after, int most) {
        return db.sql("""
                        select account_id from ordering.bill_cycle where ours and computed_on < ? and account_id > ?
                        order by account_id limit ?""")
                .params(today, after, most)
                .query((row, number) -> row.getLong(1))
                .list();
    }

    /** Goes on to the period that follows; an owner who moved takes his account along. */
    void advance(BillCycle cycle) {
        BillingPeriod next = cycle.next().next(cycle.cycleDay());
        db.sql("""
                        update ordering.bill_cycle set next_from = ?, next_to = ?, area_path = ?, version = version + 1
                        where account_id = ?""")
                .params(next.from(), next.to(), owners.areaPath(cycle.owner()), cycle.account())
                .update();
    }

    void computed(long account, LocalDate today) {
        db.sql("update ordering.bill_cycle set computed_on = ? where account_id = ?")
                .params(today, account)
                .update();
    }

    /** What ran is computed anew in the next round. */
    void forget(long account) {
        db.sql("update ordering.bill_cycle set computed_on = '2000-01-01' where account_id = ?")
                .param(account)
                .update();
    }

    /** The running period ends on the next such day, and those that follow begin on it. */
    void putDay(BillCycle cycle, int day) {
        LocalDate from = cycle.next().from();
        db.sql(
                        "update ordering.bill_cycle set cycle_day = ?, next_to = ?, computed_on = '2000-01-01' where account_id = ?")
                .params(day, BillingPeriod.holding(from, day).to(), cycle.account())
                .update();
    }

    /** The account by which a company pays for its members: the first that is billed. */
    Optional<Long> payingAccount(long company) {
        return owners.accounts().of(PartyRef.company(company)).stream()
                .filter(account -> account.form() == BillingAccount.Form.POSTPAID
                        && account.state() != BillingAccount.State.CLOSED)
                .map(BillingAccount::id)
                .findFirst();
    }

    private static BillCycle read(ResultSet row, int number) throws SQLException {
        Long company = row.getObject("company_id", Long.class);
        return new BillCycle(
                row.getLong("account_id"),
                row.getString("area_path"),
                company == null ? PartyRef.individual(row.getLong("individual_id")) : PartyRef.company(company),
                row.getBoolean("ours"),
                row.getInt("cycle_day"),
                new BillingPeriod(
                        row.getObject("next_from", LocalDate.class), row.getObject("next_to", LocalDate.class)));
    }
}
