package org.omnihall.hall.access.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.audit.AuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets business figures at a scope and shows where each value comes from. */
@Component
public class FigureSettings {

    /**
     * One figure as it holds at a scope.
     *
     * @param origin the scope that sets it; empty where it is the catalogue's own
     */
    public record Line(Figure figure, FigureValue value, Optional<Scope> origin) {}

    private final JdbcClient db;
    private final AuditTrail audit;
    private final NetworkState state;

    FigureSettings(JdbcClient db, AuditTrail audit, NetworkState state) {
        this.db = db;
        this.audit = audit;
        this.state = state;
    }

    /** Every figure along a chain of scopes, outermost first; {@link #areaChain} gives its beginning. */
    public List<Line> lines(List<Scope> chain) {
        NetworkMap now = state.map();
        return Arrays.stream(Figure.values())
                .map(figure -> line(now, figure, chain))
                .toList();
    }

    /** The operator and each Area down to this path. */
    public List<Scope> areaChain(String areaPath) {
        return NetworkMap.areaChain(areaPath);
    }

    /**
     * Sets a figure at a scope; an empty text lets it inherit again.
     *
     * @param areaPath of the Area that the scope belongs to
     */
    @Transactional
    public Change<Figure> set(Scope scope, String areaPath, Draft draft, String actor) {
        Optional<Figure> figure = Figure.of(draft.text("figure"));
        if (figure.isEmpty()) {
            return Change.refused("figure", Problem.Fault.UNKNOWN, draft.text("figure"));
        }
        Figure known = figure.get();
        if (!known.setsAt(scope.kind())) {
            return Change.refused(known.key(), Problem.Fault.OUT_OF_BOUNDS, Scope.Kind.OPERATOR.name());
        }
        String value = draft.text("value");
        if (!value.isEmpty() && known.shape().read(value).isEmpty()) {
            return Change.refused(
                    known.key(), Problem.Fault.OUT_OF_BOUNDS, known.shape().bounds());
        }
        write(scope, areaPath, known, value);
        audit.record(
                actor,
                "figure.set",
                scope.kind() + ":" + scope.key(),
                known.key() + " = " + (value.isEmpty() ? "(inherited)" : value));
        state.changed();
        return Change.done(known);
    }

    private void write(Scope scope, String areaPath, Figure figure, String value) {
        if (value.isEmpty()) {
            db.sql("delete from access.figure where scope_kind = ? and scope_key = ? and name = ?")
                    .params(scope.kind().name(), scope.key(), figure.key())
                    .update();
            return;
        }
        db.sql("""
                insert into access.figure (scope_kind, scope_key, name, value, area_path) values (?, ?, ?, ?, ?)
                on conflict (scope_kind, scope_key, name) do update set value = excluded.value, area_path = excluded.area_path
                """)
                .params(scope.kind().name(), scope.key(), figure.key(), value, areaPath)
                .update();
    }

    private static Line line(NetworkMap now, Figure figure, List<Scope> chain) {
        for (Scope scope : chain.reversed()) {
            FigureValue value = now.figuresAt(scope).get(figure);
            if (value != null) {
                return new Line(figure, value, Optional.of(scope));
            }
        }
        return new Line(figure, figure.standard(), Optional.empty());
    }
}
