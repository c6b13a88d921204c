package org.omnihall.hall.party;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what was entered for single numbers: portability and lists, both in one statement whatever there is to find. */
@Component
class Overrides {

    private final JdbcClient db;

    Overrides(JdbcClient db) {
        this.db = db;
    }

    NumberFacts.Entered of(Msisdn msisdn) {
        return db.sql("""
                        select (select operator from party.ported_number where msisdn = :msisdn) as operator,
                               (select list from party.listed_number where msisdn = :msisdn) as list""")
                .param("msisdn", msisdn.digits())
                .query((row, number) -> entered(row.getString("operator"), row.getString("list")))
                .single();
    }

    private static NumberFacts.Entered entered(@Nullable String operator, @Nullable String list) {
        return new NumberFacts.Entered(
                Optional.ofNullable(operator).map(Operator::valueOf),
                Optional.ofNullable(list).map(NumberList::valueOf));
    }
}
