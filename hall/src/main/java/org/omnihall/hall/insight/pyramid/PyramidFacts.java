package org.omnihall.hall.insight.pyramid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;

/** Gathers what the pyramid's pages show. */
@Component
class PyramidFacts {

    private final Pyramids pyramids;
    private final Values values;
    private final AtomicReference<Optional<PyramidPage>> drawn = new AtomicReference<>(Optional.empty());

    PyramidFacts(Pyramids pyramids, Values values) {
        this.pyramids = pyramids;
        this.values = values;
    }

    /** Nothing before the first computation, or where nobody has a value. Drawn once for a run, whose figures stay, and a newest version. */
    Optional<PyramidPage> page() {
        Optional<InForce> now = values.inForce();
        long newest = pyramids.newest().version();
        Optional<PyramidPage> known =
                drawn.get().filter(page -> now.equals(Optional.of(page.now()))).filter(page -> page.newest() == newest);
        return known.or(() -> {
            Optional<PyramidPage> fresh = now.flatMap(
                    run -> PyramidPage.of(run, with(run), newest, values.tiering(run.run()), values.bars(run.run())));
            drawn.set(fresh);
            return fresh;
        });
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
