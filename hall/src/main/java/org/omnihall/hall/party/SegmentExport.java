package org.omnihall.hall.party;

import java.util.List;
import java.util.function.Consumer;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code export number-segments}: the number plan in use, one segment a line, as the import reads it. It belongs to the whole operator. */
@Component
class SegmentExport implements ExportKind {

    private final NumberPlans plans;

    SegmentExport(NumberPlans plans) {
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
    public void rows(String areaPath, Consumer<List<String>> row) {
        for (SegmentRange range : plans.ranges()) {
            SegmentPlace place = range.place();
            for (int segment = range.first(); segment <= range.last(); segment++) {
                row.accept(
                        List.of(Integer.toString(segment), place.operator().english(), place.province(), place.city()));
            }
        }
    }
}
