package org.omnihall.hall.party;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.party.Change.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who stands behind a number: the person that holds it (requirement D12). */
@Component
public class Parties {

    private final JdbcClient db;
    private final Individuals individuals;
    private final AuditTrail audit;

    Parties(JdbcClient db, Individuals individuals, AuditTrail audit) {
        this.db = db;
        this.individuals = individuals;
        this.audit = audit;
    }

    /** The person that holds a subscriber's number; nothing where nobody knows. */
    public Optional<Individual> holderOf(long subscriberId) {
        return db.sql("select holder_id from party.subscriber where id = ? and holder_id is not null")
                .param(subscriberId)
                .query(Long.class)
                .optional()
                .flatMap(individuals::find);
    }

    /** The persons that hold several subscribers' numbers, by two statements; where nobody knows, there is none. */
    public Map<Long, Individual> holdersOf(Collection<Long> subscriberIds) {
        Map<Long, Long> holders = new HashMap<>();
        db.sql("select id, holder_id from party.subscriber where id = any(?) and holder_id is not null")
                .param(subscriberIds.toArray(Long[]::new))
                .query(row -> {
                    holders.put(row.getLong("id"), row.getLong("holder_id"));
                });
        Map<Long, Individual> persons = individuals.find(Set.copyOf(holders.values()));
        Map<Long, Individual> found = new HashMap<>();
        holders.forEach((subscriber, holder) ->
                Optional.ofNullable(persons.get(holder)).ifPresent(person -> found.put(subscriber, person)));
        return found;
    }

    /** The ids of the subscribers whose numbers a person holds, the first known first. */
    public List<Long> heldBy(long individualId) {
        return heldBy(List.of(individualId)).getOrDefault(individualId, List.of());
    }

    /** The same of several persons, by one statement; who holds none is left out. */
    public Map<Long, List<Long>> heldBy(Collection<Long> individualIds) {
        Map<Long, List<Long>> held = new HashMap<>();
        db.sql("select holder_id, id from party.subscriber where holder_id = any(?) order by id")
                .param(individualIds.toArray(Long[]::new))
                .query(row -> {
                    held.computeIfAbsent(row.getLong("holder_id"), holder -> new ArrayList<>())
                            .add(row.getLong("id"));
                });
        return held;
    }

    /** Says who holds a number; who held it before holds it no more. */
    @Transactional
    public Change<Individual> hold(long subscriberId, long individualId, String actor) {
        Optional<Individual> holder = individuals.find(individualId);
        if (holder.isEmpty()) {
            return Change.refused(Reason.UNKNOWN);
        }
        int changed = db.sql("update party.subscriber set holder_id = ? where id = ?")
                .params(holder.get().id(), subscriberId)
                .update();
        if (changed == 0) {
            return Change.refused(Reason.UNKNOWN);
        }
        audit.record(
                actor,
                "subscriber.hold",
                "subscriber:" + subscriberId,
                "individual:" + holder.get().id());
        return Change.done(holder.get());
    }

    /** Nobody is known to hold the number any more. */
    @Transactional
    public void release(long subscriberId, String actor) {
        int changed = db.sql("update party.subscriber set holder_id = null where id = ? and holder_id is not null")
                .param(subscriberId)
                .update();
        if (changed > 0) {
            audit.record(actor, "subscriber.release", "subscriber:" + subscriberId, "");
        }
    }
}
