package org.omnihall.hall.access.network;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.access.network.RedirectMap.Meaning;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists, adds, changes and removes redirect maps. A draft's fields: name, and for each {@link Meaning} its parameter names with blanks
 * between them.
 */
@Component
public class RedirectMaps {

    /** The map of a controller that is told none; it stays empty. */
    private static final String NONE = RedirectMap.EMPTY.name();
    /** Those that the schema brings; {@link ControllerForm} counts on their names. */
    private static final Set<String> BUILT_IN = Set.of(NONE, "CMCC", "HUAWEI", "H3C", "RUIJIE");

    private final NetworkTables tables;
    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;

    RedirectMaps(NetworkTables tables, JdbcClient db, AuditTrail audit, NetworkState state) {
        this.tables = tables;
        this.db = db;
        this.audit = audit;
        this.state = state;
    }

    /** In the order of names. */
    public List<RedirectMap> all() {
        return tables.redirectMaps().values().stream()
                .sorted(Comparator.comparing(RedirectMap::name))
                .toList();
    }

    public Optional<RedirectMap> find(String name) {
        return Optional.ofNullable(tables.redirectMaps().get(name));
    }

    /** How many controllers use each map. */
    public Map<String, Long> uses() {
        Map<String, Long> uses = new HashMap<>();
        db.sql("select redirect_map, count(*) from access.controller group by redirect_map")
                .query((row, number) -> uses.put(row.getString(1), row.getLong(2)))
                .list();
        return uses;
    }

    /** Whether the map came with the house: it may be changed, but not removed. */
    public static boolean isBuiltIn(String name) {
        return BUILT_IN.contains(name);
    }

    /** Whether its parameters may be changed. */
    public static boolean isOpen(String name) {
        return !name.equals(NONE);
    }

    @Transactional
    public Change<RedirectMap> add(Draft draft, String actor) {
        Reading in = new Reading(draft);
        String name = in.text("name", 30).toUpperCase(Locale.ROOT);
        if (!name.isEmpty() && !name.matches("[A-Z0-9][A-Z0-9_-]*")) {
            in.wrong("name", Problem.Fault.MALFORMED, "A-Z 0-9 - _");
        }
        if (find(name).isPresent()) {
            in.wrong("name", Problem.Fault.TAKEN, name);
        }
        RedirectMap wanted = read(in, name, draft);
        if (in.broken()) {
            return Change.refused(in.problems());
        }
        db.sql("insert into access.redirect_map values (?)").param(name).update();
        return write(wanted, "redirect-map.add", actor);
    }

    @Transactional
    public Change<RedirectMap> change(String name, Draft draft, String actor) {
        Reading in = new Reading(draft);
        if (find(name).isEmpty() || !isOpen(name)) {
            return Change.refused("name", Problem.Fault.UNKNOWN, name);
        }
        RedirectMap wanted = read(in, name, draft);
        return in.broken() ? Change.refused(in.problems()) : write(wanted, "redirect-map.change", actor);
    }

    /** Removes a map that no controller uses and that did not come with the house. */
    @Transactional
    public Change<RedirectMap> remove(String name, String actor) {
        Optional<RedirectMap> before = find(name);
        if (before.isEmpty()) {
            return Change.refused("name", Problem.Fault.UNKNOWN, name);
        }
        if (isBuiltIn(name) || uses().containsKey(name)) {
            return Change.refused("name", Problem.Fault.IN_USE, name);
        }
        db.sql("delete from access.redirect_parameter where map_name = ?")
                .param(name)
                .update();
        db.sql("delete from access.redirect_map where name = ?").param(name).update();
        audit.record(
                actor,
                "redirect-map.remove",
                "redirect-map:" + name,
                before.get().parameters().toString());
        state.changed();
        return Change.done(before.get());
    }

    private static RedirectMap read(Reading in, String name, Draft draft) {
        Map<String, Meaning> parameters = new HashMap<>();
        for (Meaning meaning : Meaning.values()) {
            for (String typed :
                    draft.text(meaning.name()).toLowerCase(Locale.ROOT).split("[\\s,]+", -1)) {
                if (typed.isEmpty()) {
                    continue;
                }
                if (!typed.matches("[a-z0-9._-]{1,40}")) {
                    in.wrong(meaning.name(), Problem.Fault.MALFORMED, typed);
                } else if (parameters.putIfAbsent(typed, meaning) != null) {
                    in.wrong(meaning.name(), Problem.Fault.TAKEN, typed);
                }
            }
        }
        return new RedirectMap(name, parameters);
    }

    private Change<RedirectMap> write(RedirectMap map, String act, String actor) {
        db.sql("delete from access.redirect_parameter where map_name = ?")
                .param(map.name())
                .update();
        map.parameters()
                .forEach((parameter, meaning) -> db.sql("insert into access.redirect_parameter values (?, ?, ?)")
                        .params(map.name(), parameter, meaning.name())
                        .update());
        audit.record(actor, act, "redirect-map:" + map.name(), map.parameters().toString());
        state.changed();
        return Change.done(map);
    }
}
