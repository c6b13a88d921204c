package org.omnihall.hall.insight.pyramid;

import java.util.List;
import java.util.function.Consumer;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code export customer-values}: everybody's value and tier, with most digits of his number hidden. */
@Component
class ValueExport implements ExportKind {

    private final TierMembers members;
    private final Values values;
    private final Pyramids pyramids;

    ValueExport(TierMembers members, Values values, Pyramids pyramids) {
        this.members = members;
        this.values = values;
        this.pyramids = pyramids;
    }

    @Override
    public String name() {
        return "customer-values";
    }

    @Override
    public List<String> columns() {
        return List.of("number", "area", "tier", "tier_zh", "class", "months", "monthly_fen");
    }

    @Override
    public Right right() {
        return Right.INSIGHT_SEE;
    }

    /** All rows are of the run that is in force at the beginning, and so are the names of their tiers. */
    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        values.inForce().ifPresent(now -> {
            Pyramid pyramid = pyramids.find(now.version()).orElseThrow();
            members.each(now.run(), areaPath, one -> row.accept(line(one, pyramid.tier(one.place()))));
        });
    }

    private static List<String> line(Tiered one, PyramidTier tier) {
        return List.of(
                one.number(),
                one.areaPath(),
                tier.en(),
                tier.zh(),
                tier.of().name(),
                Integer.toString(one.months()),
                Long.toString(one.fen()));
    }
}
