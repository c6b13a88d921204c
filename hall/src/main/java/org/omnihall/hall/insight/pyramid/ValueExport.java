package org.omnihall.hall.insight.pyramid;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;

/** {@code export customer-values}: everybody's value and tier, with most digits of his number hidden. */
@Component
class ValueExport implements ExportKind {

    private final TierMembers members;
    private final PyramidFacts facts;

    ValueExport(TierMembers members, PyramidFacts facts) {
        this.members = members;
        this.facts = facts;
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

    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        Map<Integer, PyramidTier> tiers =
                facts.inForce().tiers().stream().collect(Collectors.toMap(PyramidTier::place, tier -> tier));
        members.each(areaPath, one -> {
            PyramidTier tier = tiers.get(one.place());
            if (tier != null) {
                row.accept(List.of(
                        one.number(),
                        one.areaPath(),
                        tier.en(),
                        tier.zh(),
                        tier.of().name(),
                        Integer.toString(one.months()),
                        Long.toString(one.fen())));
            }
        });
    }
}
