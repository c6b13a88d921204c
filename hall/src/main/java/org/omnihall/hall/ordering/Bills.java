package org.omnihall.hall.ordering;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The door of bills (requirement D12; TMF678): those that were made, and what the period that runs has cost so far. */
public interface Bills {

    /**
     * What a subscriber's use cost in one month, in fen.
     *
     * @param ownFen what he pays himself
     * @param companyFen what companies pay for him
     */
    record MonthlySum(YearMonth month, long ownFen, long companyFen) {}

    Optional<Bill> find(long id);

    /** The newest first; those that were replaced are not among them. */
    List<Bill> ofAccount(long account, int most);

    /** Those of all accounts of a company, the newest first. */
    List<Bill> ofCompany(long company, int most);

    /** Those with lines of a subscriber, on his holder's accounts, the newest first. */
    List<Bill> ofSubscriber(long subscriber, int most);

    /** What the running period of an account has cost until now; nothing for an account that is not known. */
    List<BillLine> running(long account);

    /** A subscriber's months from one to another, both included, the oldest first; a month without a bill is not among them. */
    List<MonthlySum> monthlySums(long subscriber, YearMonth from, YearMonth to);
}
