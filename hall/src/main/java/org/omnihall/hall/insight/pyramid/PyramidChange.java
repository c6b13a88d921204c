package org.omnihall.hall.insight.pyramid;

/** What came of publishing a pyramid. */
sealed interface PyramidChange {

    record Done(Pyramid pyramid) implements PyramidChange {}

    record Refused(PyramidFault reason) implements PyramidChange {}
}
