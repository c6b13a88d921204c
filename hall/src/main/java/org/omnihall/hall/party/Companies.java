package org.omnihall.hall.party;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Company.Facts;
import org.omnihall.hall.party.CustomerChanged.Thing;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.omnihall.tmf.Happening;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The companies we serve (requirements D6 and D12). A record that was merged into another leads on to that one. */
@Component
public class Companies {

    private static final String ADD = "company.add";

    private static final String SELECT = """
            select c.*, coalesce(c.manager, g.manager) as looked_after_by
            from party.company c left join party.grid g on g.id = c.grid_id""";

    /** The records that ids stand for today. */
    private static final String FOLLOWED =
            """
            with recursive chain as (
                select id as asked, id, merged_into from party.company where id = any(:ids)
                union all
                select chain.asked, next.id, next.merged_into from party.company next join chain on next.id = chain.merged_into)
            select chain.asked, whole.* from chain join (""" + SELECT + ") whole on whole.id = chain.id where chain.merged_into is null";

    private final JdbcClient db;
    private final CompanyRules rules;
    private final Tiers tiers;
    private final AuditTrail audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Companies(
            JdbcClient db,
            CompanyRules rules,
            Tiers tiers,
            AuditTrail audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.db = db;
        this.rules = rules;
        this.tiers = tiers;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Which companies are looked for. Empty texts ask for nothing.
     *
     * @param name a part of the name
     * @param manager the login of who looks after it
     */
    public record Filter(String areaPath, String name, Optional<Tier> tier, Optional<Long> grid, String manager) {

        public static Filter all(String areaPath) {
            return new Filter(areaPath, "", Optional.empty(), Optional.empty(), "");
        }
    }

    /** The company of an id; where its record was merged, the one that it became part of. */
    public Optional<Company> find(long id) {
        return Optional.ofNullable(find(List.of(id)).get(id));
    }

    /** The companies of several ids, by one statement; what is unknown is left out. */
    public Map<Long, Company> find(Collection<Long> ids) {
        Map<Long, Company> found = new HashMap<>();
        db.sql(FOLLOWED).param("ids", ids.toArray(Long[]::new)).query(row -> {
            found.put(row.getLong("asked"), read(row, 0));
        });
        return found;
    }

    /** All that are registered under a code: one, unless a source of ours doubled it. */
    public List<Company> by(RegistrationCode code) {
        return db.sql(SELECT + " where c.registration_code = ? and c.merged_into is null order by c.id")
                .param(code.text())
                .query(Companies::read)
                .list();
    }

    /** The companies whose name is the same when width, signs and legal form are left aside. */
    public List<Company> like(String name) {
        return db.sql(SELECT + " where c.name_key = ? and c.merged_into is null order by c.id limit 20")
                .param(NormalName.ofCompany(name))
                .query(Companies::read)
                .list();
    }

    /** The company that somebody typed: by its code or else by its whole name, and only where that is no other's too. */
    public Optional<Company> typed(String codeOrName) {
        List<Company> found = RegistrationCode.parse(codeOrName).map(this::by).orElseGet(() -> like(codeOrName));
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /** The company that another source means: of the same name and code, or where it names no code, of the same name and Area. */
    public Optional<Company> same(Facts read) {
        return db.sql(SELECT + " where c.name_key = :key and c.merged_into is null and "
                        + (read.code().isPresent() ? "c.registration_code" : "c.area_path")
                        + " = :other order by c.id limit 1")
                .param("key", NormalName.ofCompany(read.name()))
                .param("other", read.code().map(RegistrationCode::text).orElse(read.areaPath()))
                .query(Companies::read)
                .optional();
    }

    /** Those that a company is made of, one level down. */
    public List<Company> partsOf(long id) {
        return db.sql(SELECT + " where c.parent_id = ? and c.merged_into is null order by c.name collate \"C\", c.id")
                .param(id)
                .query(Companies::read)
                .list();
    }

    /** A page of the companies that were asked for, in the order of names. */
    public Slice<Company> search(Filter filter, Paging paging) {
        Conditions asked = new Conditions()
                .and("c.merged_into is null")
                .below("c.area_path", filter.areaPath())
                .and("c.tier = :tier", "tier", filter.tier().map(Tier::name))
                .and("c.grid_id = :grid", "grid", filter.grid())
                .and(
                        "coalesce(c.manager, g.manager) = :manager",
                        "manager",
                        Optional.of(filter.manager()).filter(login -> !login.isEmpty()))
                .and(
                        "strpos(c.name_key, :key) > 0",
                        "key",
                        Optional.of(NormalName.ofCompany(filter.name())).filter(key -> !key.isEmpty()));
        After.row(
                paging,
                asked,
                "(c.name collate \"C\", c.id) > (select name collate \"C\", id from party.company where id = :after)");
        List<Company> rows = db.sql(SELECT + asked.where() + " order by c.name collate \"C\", c.id limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(Companies::read)
                .list();
        return paging.slice(rows, company -> After.of(company.id()));
    }

    /** Adds a company; the rules of tiers give it its first tier. */
    @Transactional
    public Change<Company> add(Facts wanted, String actor) {
        return add(wanted, rules.refuses(wanted, 0), actor);
    }

    /** Adds a company as a source of ours has it, even where another has its code: the list of duplicates shows the two. */
    @Transactional
    public Change<Company> take(Facts wanted, String actor) {
        return add(wanted, rules.refuses(wanted, 0).filter(reason -> reason != Reason.CODE_TAKEN), actor);
    }

    private Change<Company> add(Facts wanted, Optional<Reason> reason, String actor) {
        if (reason.isPresent()) {
            return Change.refused(reason.get());
        }
        return switch (tiers.placement(wanted)) {
            case Change.Refused<Tiers.Placement> no -> Change.refused(no.reason());
            case Change.Done<Tiers.Placement> begin -> {
                long id = insert(wanted, begin.value());
                tiers.begun(id, begin.value(), actor);
                yield changed(id, ADD, actor);
            }
        };
    }

    /** Changes what is known of a company, and its tier where the rules say so. */
    @Transactional
    public Change<Company> change(long id, Facts wanted, String actor) {
        return change(
                id, wanted, rules.lock(id, wanted) ? rules.refuses(wanted, id) : Optional.of(Reason.UNKNOWN), actor);
    }

    /** The same, where the company still is the one of this version; refused as {@code CHANGED_SINCE} where it is not. */
    @Transactional
    public Change<Company> change(long id, long version, Facts wanted, String actor) {
        if (!rules.lock(id, wanted)) {
            return Change.refused(Reason.UNKNOWN);
        }
        boolean same = db.sql("select version = ? from party.company where id = ?")
                .params(version, id)
                .query(Boolean.class)
                .single();
        return change(id, wanted, same ? rules.refuses(wanted, id) : Optional.of(Reason.CHANGED_SINCE), actor);
    }

    private Change<Company> change(long id, Facts wanted, Optional<Reason> reason, String actor) {
        if (reason.isPresent()) {
            return Change.refused(reason.get());
        }
        facts(db.sql("""
                        update party.company set area_path = :area, name = :name, name_key = :key, registration_code = :code,
                            industry = :industry, size = :size, parent_id = :parent, grid_id = :grid
                        where id = :id"""), wanted).param("id", id).update();
        tiers.review(id, actor);
        return changed(id, "company.change", actor);
    }

    private long insert(Facts wanted, Tiers.Placement begin) {
        return facts(db.sql("""
                        insert into party.company (area_path, name, name_key, registration_code, industry, size, parent_id,
                            grid_id, tier, manager, made_at)
                        values (:area, :name, :key, :code, :industry, :size, :parent, :grid, :tier, :manager, :now)
                        returning id"""), wanted)
                .param("tier", begin.verdict().tier().name())
                .param("manager", begin.manager().orElse(null))
                .param("now", Times.at(clock.instant()))
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec facts(JdbcClient.StatementSpec statement, Facts wanted) {
        return statement
                .param("area", wanted.areaPath())
                .param("name", wanted.name().strip())
                .param("key", NormalName.ofCompany(wanted.name()))
                .param("code", wanted.code().map(RegistrationCode::text).orElse(null))
                .param("industry", wanted.industry().map(Industry::name).orElse(null))
                .param("size", wanted.size().map(Company.Size::name).orElse(null))
                .param("parent", wanted.parent().orElse(null))
                .param("grid", wanted.grid().orElse(null));
    }

    private Change<Company> changed(long id, String act, String actor) {
        Company company = find(id).orElseThrow();
        audit.record(actor, act, "company:" + id, company.facts().toString());
        events.publishEvent(
                new CustomerChanged(Thing.COMPANY, id, act.equals(ADD) ? Happening.CREATE : Happening.CHANGE));
        return Change.done(company);
    }

    static Company read(ResultSet row, int number) throws SQLException {
        Facts facts = new Facts(
                row.getString("name"),
                row.getString("area_path"),
                Optional.ofNullable(row.getString("registration_code")).map(RegistrationCode::new),
                Optional.ofNullable(row.getString("industry")).map(Industry::valueOf),
                Optional.ofNullable(row.getString("size")).map(Company.Size::valueOf),
                Optional.ofNullable(row.getObject("parent_id", Long.class)),
                Optional.ofNullable(row.getObject("grid_id", Long.class)));
        return new Company(
                row.getLong("id"),
                facts,
                Tier.valueOf(row.getString("tier")),
                Optional.ofNullable(row.getString("looked_after_by")));
    }
}
