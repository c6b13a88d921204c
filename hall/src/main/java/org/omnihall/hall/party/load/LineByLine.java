package org.omnihall.hall.party.load;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;

/** An import whose lines are written one after another through the doors, so that each keeps every rule that a form keeps. */
final class LineByLine implements ImportKind {

    /** What a line means. */
    interface Lines {

        /** Writes a line; gives what is wrong with it. */
        Optional<LineFault> write(Line line, String actor);
    }

    private final String name;
    private final List<String> columns;
    private final Right right;
    private final Lines lines;

    LineByLine(String name, List<String> columns, Right right, Lines lines) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.right = right;
        this.lines = lines;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public Right right() {
        return right;
    }

    @Override
    public Loading begin(String actor) {
        return Loading.lineByLine(line -> lines.write(line, actor).stream().toList());
    }
}
