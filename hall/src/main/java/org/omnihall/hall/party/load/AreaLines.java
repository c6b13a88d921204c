package org.omnihall.hall.party.load;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Area;
import org.omnihall.hall.party.AreaChange;
import org.omnihall.hall.party.Areas;
import org.springframework.stereotype.Component;

/** {@code import areas}: a line names an Area by its whole path and adds it below one that is there, or gives it another name. */
@Component
class AreaLines implements LineByLine.Lines {

    static final List<String> COLUMNS = List.of("area", "name");

    private static final int AREA = 0;
    private static final int NAME = 1;
    private static final Pattern PATH = Pattern.compile("(/(?:[^/]+/)*)([^/]+)/");

    private final Areas areas;

    AreaLines(Areas areas) {
        this.areas = areas;
    }

    @Override
    public Optional<LineFault> write(Line line, String actor) {
        String path = line.value(AREA);
        String name = line.value(NAME);
        Optional<Area> known = areas.find(path);
        if (known.isPresent()) {
            return known.get().name().equals(name) ? Optional.empty() : fault(line, areas.rename(path, name, actor));
        }
        Matcher parts = PATH.matcher(path);
        return parts.matches()
                ? fault(line, areas.add(parts.group(1), parts.group(2), name, actor))
                : Optional.of(line.fault(COLUMNS.get(AREA), "party.area.refused.UNKNOWN"));
    }

    private static Optional<LineFault> fault(Line line, AreaChange change) {
        return switch (change) {
            case AreaChange.Done done -> Optional.empty();
            case AreaChange.Refused refused ->
                Optional.of(line.fault(
                        COLUMNS.get(refused.reason() == AreaChange.Reason.NO_NAME ? NAME : AREA),
                        "party.area.refused." + refused.reason().name()));
        };
    }
}
