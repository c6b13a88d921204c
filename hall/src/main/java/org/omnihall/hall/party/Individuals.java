package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.CustomerChanged.Thing;
import org.omnihall.hall.party.Individual.Draft;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.omnihall.tmf.Happening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The persons we know (requirement D12). A record that was merged into another leads on to that one. */
@Component
public class Individuals {

    static final int LONGEST_NAME = 60;
    private static final String ADD = "individual.add";
    static final int MOST_CONTACTS = 5;

    private static final String SELECT = "select * from party.individual";

    /** The records that ids stand for today. */
    private static final String FOLLOWED = """
            with recursive chain as (
                select id as asked, id, merged_into from party.individual where id = any(:ids)
                union all
                select chain.asked, next.id, next.merged_into from party.individual next join chain on next.id = chain.merged_into)
            select chain.asked, i.* from chain join party.individual i on i.id = chain.id where chain.merged_into is null""";

    private final JdbcClient db;
    private final Certificates certificates;
    private final Areas areas;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Individuals(
            JdbcClient db,
            Certificates certificates,
            Areas areas,
            AuditTrail audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.certificates = certificates;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /** The person of an id; where his record was merged, the one that it became part of. */
    public Optional<Individual> find(long id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** The persons of several ids, by one statement; who is unknown is left out. */
    public Map<Long, Individual> find(Collection<Long> ids) {
        Map<Long, Individual> found = new HashMap<>();
        db.sql(FOLLOWED).param("ids", ids.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("asked"), read(row, 0));
        });
        return found;
    }

    /** All who were identified by this certificate: one, unless a source of ours doubled him. */
    public List<Individual> by(Certificate certificate) {
        return db.sql(SELECT + " where certificate_hash = ? and merged_into is null order by id")
                .param(certificates.hash(certificate))
                .query(this::read)
                .list();
    }

    /** The persons of an Area whose name begins so, in the order of names; an empty text asks for all. */
    public Slice<Individual> search(String areaPath, String name, Paging paging) {
        Conditions asked = new Conditions().and("merged_into is null").below("area_path", areaPath);
        String key = NormalName.ofPerson(name);
        if (!key.isEmpty()) {
            asked.and("name_key >= :key and name_key < :keyEnd", "key", key).with("keyEnd", key + "\uffff");
        }
        After.row(paging, asked, "(name_key, id) > (select name_key, id from party.individual where id = :after)");
        List<Individual> rows = db.sql(SELECT + asked.where() + " order by name_key, id limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(this::read)
                .list();
        return paging.slice(rows, row -> After.of(row.id()));
    }

    /** Refused are a certificate that somebody has already, and what is no name, Area or certificate. */
    @Transactional
    public Change<Individual> add(Draft draft, String actor) {
        return add(draft, refuses(draft, 0), actor);
    }

    /** Adds a person as a source of ours has him, even where another has his certificate: the list of duplicates shows the two. */
    @Transactional
    public Change<Individual> take(Draft draft, String actor) {
        return add(draft, refuses(draft, 0).filter(reason -> reason != Reason.CERTIFICATE_TAKEN), actor);
    }

    private Change<Individual> add(Draft draft, Optional<Reason> reason, String actor) {
        if (reason.isPresent()) {
            return Change.refused(reason.get());
        }
        long id = db.sql("select nextval(pg_get_serial_sequence('party.individual', 'id'))")
                .query(Long.class)
                .single();
        db.sql("""
                        insert into party.individual (id, area_path, family_name, given_name, name_key, certificate_sealed,
                            certificate_hash, contact_numbers, made_at) overriding system value
                        values (:id, :area, :family, :given, :key, :sealed, :hash, :contacts, :now)""")
                .param("id", id)
                .param("area", draft.areaPath())
                .param("family", draft.name().family())
                .param("given", draft.name().given())
                .param("key", NormalName.ofPerson(draft.name().whole()))
                .param(
                        "sealed",
                        draft.certificate()
                                .map(known -> certificates.seal(id, known))
                                .orElse(null))
                .param("hash", draft.certificate().map(certificates::hash).orElse(null))
                .param("contacts", digits(draft.contacts()))
                .param("now", Times.at(clock.instant()))
                .update();
        return changed(id, ADD, draft, actor);
    }

    @Transactional
    public Change<Individual> change(long id, Draft draft, String actor) {
        Optional<Long> there = db.sql("select id from party.individual where id = ? and merged_into is null for update")
                .param(id)
                .query(Long.class)
                .optional();
        Optional<Reason> reason = there.isEmpty() ? Optional.of(Reason.UNKNOWN) : refuses(draft, id);
        if (reason.isPresent()) {
            return Change.refused(reason.get());
        }
        db.sql("""
                        update party.individual set area_path = :area, family_name = :family, given_name = :given, name_key = :key,
                            certificate_sealed = coalesce(:sealed, certificate_sealed),
                            certificate_hash = coalesce(:hash, certificate_hash), contact_numbers = :contacts
                        where id = :id""")
                .param("id", id)
                .param("area", draft.areaPath())
                .param("family", draft.name().family())
                .param("given", draft.name().given())
                .param("key", NormalName.ofPerson(draft.name().whole()))
                .param(
                        "sealed",
                        draft.certificate()
                                .map(known -> certificates.seal(id, known))
                                .orElse(null))
                .param("hash", draft.certificate().map(certificates::hash).orElse(null))
                .param("contacts", digits(draft.contacts()))
                .update();
        return changed(id, "individual.change", draft, actor);
    }

    /** The whole certificate of a person; that somebody looked is written down (requirement A13). */
    @Transactional
    public Optional<Certificate> certificateOf(long id, String actor) {
        Optional<Certificate> certificate = db.sql(SELECT + " where id = ? and certificate_sealed is not null")
                .param(id)
                .query((row, number) -> certificates.open(id, row.getBytes("certificate_sealed")))
                .optional();
        certificate.ifPresent(seen -> audit.record(actor, "certificate.see", "individual:" + id, seen.toString()));
        return certificate;
    }

    private Optional<Reason> refuses(Draft draft, long self) {
        if (draft.name().family().isEmpty()) {
            return Optional.of(Reason.NO_NAME);
        }
        if (Stream.of(draft.name().family(), draft.name().given()).anyMatch(name -> name.length() > LONGEST_NAME)) {
            return Optional.of(Reason.TOO_LONG);
        }
        if (areas.find(draft.areaPath()).isEmpty()) {
            return Optional.of(Reason.UNKNOWN_AREA);
        }
        if (draft.contacts().size() > MOST_CONTACTS) {
            return Optional.of(Reason.TOO_MANY_NUMBERS);
        }
        return draft.certificate()
                .flatMap(known ->
                        by(known).stream().filter(other -> other.id() != self).findFirst())
                .map(other -> Reason.CERTIFICATE_TAKEN);
    }

    private Change<Individual> changed(long id, String act, Draft draft, String actor) {
        audit.record(
                actor,
                act,
                "individual:" + id,
                draft.areaPath() + draft.certificate().map(known -> " " + known).orElse(""));
        events.publishEvent(
                new CustomerChanged(Thing.INDIVIDUAL, id, act.equals(ADD) ? Happening.CREATE : Happening.CHANGE));
        return Change.done(find(id).orElseThrow());
    }

    private static String[] digits(List<Msisdn> numbers) {
        return numbers.stream().map(Msisdn::digits).distinct().toArray(String[]::new);
    }

    Individual read(ResultSet row, int number) throws SQLException {
        long id = row.getLong("id");
        byte[] sealed = row.getBytes("certificate_sealed");
        return new Individual(
                id,
                row.getString("family_name"),
                row.getString("given_name"),
                row.getString("area_path"),
                sealed == null
                        ? Optional.empty()
                        : Optional.of(certificates.open(id, sealed).hint()),
                Stream.of((String[]) row.getArray("contact_numbers").getArray())
                        .map(Msisdn::new)
                        .toList());
    }
}
