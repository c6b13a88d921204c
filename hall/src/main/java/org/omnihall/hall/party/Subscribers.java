package org.omnihall.hall.party;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The people we know by their number: one lasting id each, which other modules keep instead of the number. */
@Component
public class Subscribers {

    private final JdbcClient db;
    private final Clock clock;

    Subscribers(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The id of a number; a number that was never seen gets a new one. */
    public long idOf(Msisdn msisdn) {
        return find(msisdn).or(() -> add(msisdn)).or(() -> find(msisdn)).orElseThrow();
    }

    /** The ids of several numbers by two statements; those that were never seen get new ones. */
    public Map<Msisdn, Long> idsOf(Collection<Msisdn> numbers) {
        String[] digits =
                numbers.stream().map(Msisdn::digits).sorted().distinct().toArray(String[]::new);
        db.sql("""
                insert into party.subscriber (msisdn, first_seen) select told.msisdn, ? from unnest(?::text[]) as told (msisdn)
                where not exists (select 1 from party.subscriber known where known.msisdn = told.msisdn) on conflict do nothing""").params(clock.instant().atOffset(ZoneOffset.UTC), digits).update();
        return find(numbers);
    }

    /** The ids of those of several numbers that were seen before. */
    public Map<Msisdn, Long> find(Collection<Msisdn> numbers) {
        Map<Msisdn, Long> ids = new HashMap<>();
        db.sql("select id, msisdn from party.subscriber where msisdn = any(?::text[])")
                .param(numbers.stream().map(Msisdn::digits).toArray(String[]::new))
                .query(row -> {
                    ids.put(new Msisdn(row.getString("msisdn")), row.getLong("id"));
                });
        return ids;
    }

    /** The id of a number that was seen before. */
    public Optional<Long> find(Msisdn msisdn) {
        return db.sql("select id from party.subscriber where msisdn = ?")
                .param(msisdn.digits())
                .query(Long.class)
                .optional();
    }

    public Optional<Msisdn> numberOf(long id) {
        return db.sql("select msisdn from party.subscriber where id = ?")
                .param(id)
                .query(String.class)
                .optional()
                .map(Msisdn::new);
    }

    /** The numbers of several subscribers; who is unknown is left out. */
    public Map<Long, Msisdn> numbersOf(Collection<Long> ids) {
        Map<Long, Msisdn> numbers = new HashMap<>();
        db.sql("select id, msisdn from party.subscriber where id = any(?::bigint[])")
                .param(ids.toArray(Long[]::new))
                .query(row -> {
                    numbers.put(row.getLong("id"), new Msisdn(row.getString("msisdn")));
                });
        return numbers;
    }

    private Optional<Long> add(Msisdn msisdn) {
        return db.sql(
                        "insert into party.subscriber (msisdn, first_seen) values (?, ?) on conflict do nothing returning id")
                .params(msisdn.digits(), clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional();
    }
}
