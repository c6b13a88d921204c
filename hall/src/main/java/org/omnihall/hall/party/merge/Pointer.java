package org.omnihall.hall.party.merge;

import java.util.List;
import org.omnihall.hall.party.merge.Duplicate.Kind;

/** The columns that name a person or company, and that a merge turns to the record that stays. */
public enum Pointer {
    NUMBERS(Kind.INDIVIDUAL, "party.subscriber", "holder_id", ""),
    PERSONS_ACCOUNTS(Kind.INDIVIDUAL, "party.billing_account", "individual_id", ""),
    /** A membership stays where it is when the member is one of the other company on the same days too. */
    MEMBERSHIPS(
            Kind.COMPANY,
            "party.membership",
            "company_id",
            " and not exists (select 1 from party.membership k where k.company_id = :kept and k.subscriber_id = r.subscriber_id"
                    + " and daterange(k.from_day, k.to_day, '[]') && daterange(r.from_day, r.to_day, '[]'))"),
    COMPANYS_ACCOUNTS(Kind.COMPANY, "party.billing_account", "company_id", ""),
    LOGINS(Kind.COMPANY, "party.user_login", "company_id", ""),
    PARTS(Kind.COMPANY, "party.company", "parent_id", "");

    private final Kind kind;
    private final String table;
    private final String column;
    private final String butNot;

    Pointer(Kind kind, String table, String column, String butNot) {
        this.kind = kind;
        this.table = table;
        this.column = column;
        this.butNot = butNot;
    }

    static List<Pointer> of(Kind kind) {
        return List.of(values()).stream()
                .filter(pointer -> pointer.kind == kind)
                .toList();
    }

    String table() {
        return table;
    }

    String column() {
        return column;
    }

    /** The rows that point to {@code :gone}. */
    String all() {
        return " from " + table + " r where r." + column + " = :gone";
    }

    /** Those of them that move to {@code :kept}. */
    String moving() {
        return all() + butNot;
    }
}
