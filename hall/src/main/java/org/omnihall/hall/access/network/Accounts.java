package org.omnihall.hall.access.network;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.AccountForm.Wanted;
import org.omnihall.hall.access.network.NetworkAccount.Method;
import org.omnihall.hall.access.network.NetworkAccount.SecretForm;
import org.omnihall.hall.access.network.NetworkAccount.Standing;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Adds, changes, removes and lists network accounts; {@link AccountForm} names a draft's fields. */
@Component
public class Accounts {

    /** Days end where the operator is; a wrong zone here would cut an account's last day. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** A line of the list; nothing in it is secret. */
    public record Row(
            long id,
            String name,
            String areaPath,
            Set<Method> methods,
            String profile,
            Optional<Instant> validUntil,
            Standing standing) {}

    /** Which accounts are wanted: the beginning of their name and, where not empty, a profile's name and a standing. */
    public record Filter(String areaPath, String namePrefix, String profile, String standing) {}

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;
    private final AccountTable table;
    private final AccountView view;
    private final AccountLoad load;
    private final Clock clock;

    Accounts(
            JdbcClient db,
            AuditTrail audit,
            NetworkState state,
            AccountTable table,
            AccountView view,
            AccountLoad load,
            Clock clock) {
        this.db = db;
        this.audit = audit;
        this.state = state;
        this.table = table;
        this.view = view;
        this.load = load;
        this.clock = clock;
    }

    @Transactional
    public Change<NetworkAccount> add(Draft draft, String actor) {
        return switch (form().read(draft, false)) {
            case Change.Refused<Wanted> refused -> Change.refused(refused.problems());
            case Change.Done<Wanted> done -> {
                String name = done.value().name();
                if (table.find(name).isPresent()) {
                    yield Change.refused("name", Problem.Fault.TAKEN, name);
                }
                yield write(done.value(), "account.add", actor);
            }
        };
    }

    /** Changes the account of the draft's name; without a password the old one stays, unless other methods need another form of it. */
    @Transactional
    public Change<NetworkAccount> change(Draft draft, String actor) {
        return switch (form().read(draft, true)) {
            case Change.Refused<Wanted> refused -> Change.refused(refused.problems());
            case Change.Done<Wanted> done -> {
                Wanted wanted = done.value();
                Optional<NetworkAccount> before = table.find(wanted.name());
                if (before.isEmpty()) {
                    yield Change.refused("name", Problem.Fault.UNKNOWN, wanted.name());
                }
                if (!wanted.password().isEmpty()) {
                    yield write(wanted, "account.change", actor);
                }
                if (SecretForm.forMethods(wanted.methods()) != before.get().form()) {
                    yield Change.refused("password", Problem.Fault.EMPTY, "(these methods keep it in another form)");
                }
                yield update(before.get().id(), wanted, actor);
            }
        };
    }

    @Transactional
    public Change<String> remove(long id, String actor) {
        Optional<NetworkAccount> before = table.find(id);
        if (before.isEmpty()) {
            return Change.refused("account", Problem.Fault.UNKNOWN, Long.toString(id));
        }
        db.sql("delete from access.network_account where id = ?").param(id).update();
        String name = before.get().name();
        view.changed(List.of(name));
        audit.record(actor, "account.remove", "account:" + id, name);
        return Change.done(name);
    }

    /** At most {@code limit} accounts behind a name, in the order of names; empty text begins at the first. */
    public List<Row> list(Filter filter, String afterName, int limit) {
        Conditions asked = new Conditions()
                .below("a.area_path", filter.areaPath())
                .and("a.name > :after", "after", afterName)
                .and(
                        "a.name >= :prefix and a.name < :prefix || chr(1114111)",
                        "prefix",
                        NetworkName.of(filter.namePrefix()))
                .and("p.name = :profile", "profile", given(filter.profile()));
        given(filter.standing()).map(Accounts::stands).ifPresent(asked::and);
        return db.sql("""
                        select a.id, a.name, a.area_path, a.methods, p.name profile, a.valid_until, a.standing
                        from access.network_account a join access.access_profile p on p.id = a.profile_id""" + asked.where() + " order by a.name limit :limit")
                .params(asked.with("limit", limit).values())
                .query((row, number) -> new Row(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("area_path"),
                        AccountTable.methods(row),
                        row.getString("profile"),
                        Times.maybeIn(row, "valid_until"),
                        Standing.valueOf(row.getString("standing"))))
                .list();
    }

    /** Reads drafts against the profiles of this moment. */
    AccountForm form() {
        NetworkMap now = state.map();
        return new AccountForm(now.profileIds(), now.standardProfile().id(), ZONE);
    }

    private Change<NetworkAccount> write(Wanted wanted, String act, String actor) {
        load.load(List.of(wanted), clock.instant());
        NetworkAccount written = table.find(wanted.name()).orElseThrow();
        audit.record(actor, act, "account:" + written.id(), wanted.toString());
        return Change.done(written);
    }

    private Change<NetworkAccount> update(long id, Wanted wanted, String actor) {
        db.sql("""
                update access.network_account set area_path = :area, methods = :methods, profile_id = :profile,
                    valid_until = :until, standing = :standing, changed_at = :at where id = :id
                """)
                .param("area", wanted.areaPath())
                .param("methods", wanted.methods().stream().map(Enum::name).toArray(String[]::new))
                .param("profile", wanted.profileId())
                .param("until", Times.at(wanted.validUntil()))
                .param("standing", wanted.standing().name())
                .param("at", Times.at(clock.instant()))
                .param("id", id)
                .update();
        view.changed(List.of(wanted.name()));
        audit.record(actor, "account.change", "account:" + id, wanted.toString());
        return Change.done(table.find(id).orElseThrow());
    }

    /** The standing is written out, so that the plan knows how rare it is. */
    private static String stands(String standing) {
        return Arrays.stream(Standing.values())
                .filter(known -> known.name().equals(standing))
                .findFirst()
                .map(known -> "a.standing = '" + known.name() + "'")
                .orElse("false");
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(asked -> !asked.isEmpty());
    }
}
