package org.omnihall.hall.party;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code import number-segments}: lays the operator's own table over the number plan in use, as a new version that is used at once. */
@Component
class SegmentImport implements ImportKind {

    private final NumberPlans plans;

    SegmentImport(NumberPlans plans) {
        this.plans = plans;
    }

    @Override
    public String name() {
        return "number-segments";
    }

    @Override
    public List<String> columns() {
        return SegmentCsv.COLUMNS;
    }

    @Override
    public Right right() {
        return Right.NUMBER_PLAN_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return new File(actor);
    }

    private final class File implements Loading {

        private final String actor;
        private final List<SegmentRange> ranges = new ArrayList<>();

        File(String actor) {
            this.actor = actor;
        }

        @Override
        public List<LineFault> take(List<Line> lines) {
            List<LineFault> faults = new ArrayList<>();
            for (Line line : lines) {
                try {
                    ranges.add(SegmentCsv.row((int) line.number(), line.values()));
                } catch (BadSegments bad) {
                    String column = bad.fault().name().toLowerCase(Locale.ROOT);
                    faults.add(line.fault(column, "party.segments.fault." + bad.fault()));
                }
            }
            return faults;
        }

        /** An empty file changes nothing, so it makes no version. */
        @Override
        public List<LineFault> finish() {
            if (!ranges.isEmpty()) {
                plans.take(ranges, "CSV", false, actor);
            }
            return List.of();
        }
    }
}
