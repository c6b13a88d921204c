package org.omnihall.hall.party;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.party.SpecialNumbers.Listed;
import org.omnihall.hall.party.SpecialNumbers.Ported;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The {@link SpecialNumbers} for people to look through, the newest entry first. They search by a whole number: a part would betray masked ones. */
@Component
public class SpecialNumberLists {

    private final JdbcClient db;

    SpecialNumberLists(JdbcClient db) {
        this.db = db;
    }

    public Slice<Ported> ported(Optional<Msisdn> number, Optional<Operator> operator, Paging paging) {
        Conditions asked = new Conditions()
                .and("msisdn = :msisdn", "msisdn", number.map(Msisdn::digits))
                .and("operator = :operator", "operator", operator.map(Operator::name));
        return page("select * from party.ported_number", asked, SpecialNumbers::ported, Ported::id, paging);
    }

    public Slice<Listed> listed(Optional<Msisdn> number, Optional<NumberList> list, Paging paging) {
        Conditions asked = new Conditions()
                .and("msisdn = :msisdn", "msisdn", number.map(Msisdn::digits))
                .and("list = :list", "list", list.map(NumberList::name));
        return page("select * from party.listed_number", asked, SpecialNumbers::listed, Listed::id, paging);
    }

    /** The entry of a ported number. */
    public Optional<Ported> ported(long id) {
        return db.sql("select * from party.ported_number where id = ?")
                .param(id)
                .query(SpecialNumbers::ported)
                .optional();
    }

    /** The entry of a number on a list. */
    public Optional<Listed> listed(long id) {
        return db.sql("select * from party.listed_number where id = ?")
                .param(id)
                .query(SpecialNumbers::listed)
                .optional();
    }

    private <T> Slice<T> page(
            String select, Conditions asked, RowMapper<T> mapper, ToLongFunction<T> id, Paging paging) {
        paging.after()
                .map(List::getFirst)
                .filter(text -> text.matches("\\d{1,18}"))
                .ifPresent(text -> asked.and("id < :after", "after", Long.parseLong(text)));
        List<T> rows = db.sql(select + asked.where() + " order by id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(mapper)
                .list();
        return paging.slice(rows, row -> List.of(Long.toString(id.applyAsLong(row))));
    }
}
