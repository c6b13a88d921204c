package org.omnihall.hall.insight.pyramid;

/** The figures of a run were dropped while they were read: two others came into force meanwhile. What was read of them is not whole. */
final class FiguresGone extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FiguresGone(long run) {
        super("the figures of run " + run + " were dropped while they were read");
    }
}
