package org.omnihall.hall.ordering;

import java.util.List;
import java.util.Optional;

/** The door of bills (requirement D12; TMF678): those that were made, and what the period that runs has cost so far. */
public interface Bills {

    Optional<Bill> find(long id);

    /** The newest first; those that were replaced are not among them. */
    List<Bill> ofAccount(long account, int most);

    /** Those of all accounts of a company, the newest first, without their lines. */
    List<Bill> ofCompany(long company, int most);

    /** What the running period of an account has cost until now; nothing for an account that is not known. */
    List<BillLine> running(long account);
}
