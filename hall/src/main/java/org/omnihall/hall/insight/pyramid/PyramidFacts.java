package org.omnihall.hall.insight.pyramid;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gathers what the pyramid's pages show. */
@Component
class PyramidFacts {

    private final Pyramids pyramids;
    private final Values values;

    PyramidFacts(Pyramids pyramids, Values values) {
        this.pyramids = pyramids;
        this.values = values;
    }

    /** Nothing before the first computation, or where nobody has a value. */
    Optional<PyramidPage> page() {
        return values.inForce()
                .flatMap(now -> PyramidPage.of(
                        now,
                        with(now),
                        pyramids.newest().version(),
                        values.tiering(now.run()),
                        values.bars(now.run())));
    }

    /** The version that the figures in force were computed with; the newest before there are any. */
    Pyramid inForce() {
        return values.inForce().map(this::with).orElseGet(pyramids::newest);
    }

    /** What a draft would bring. */
    Optional<TierPreview> preview(Draft draft) {
        return values.inForce().flatMap(now -> {
            List<Bar> bars = values.bars(now.run());
            if (bars.isEmpty()) {
                return Optional.empty();
            }
            Tiering tiering = values.tiering(now.run(), draft);
            return Optional.of(new TierPreview(
                    TierLine.of(draft.tiers(), tiering.figures(bars)),
                    values.tiering(now.run()).movesTo(tiering, bars)));
        });
    }

    private Pyramid with(InForce now) {
        return pyramids.find(now.version()).orElseThrow();
    }
}
