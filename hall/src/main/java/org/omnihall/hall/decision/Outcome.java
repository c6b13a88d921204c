package org.omnihall.hall.decision;

/** What came of a choice. */
enum Outcome {
    CLICKED,
    ORDERED
}
