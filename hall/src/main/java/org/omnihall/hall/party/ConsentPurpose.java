package org.omnihall.hall.party;

/** What somebody may allow us to do with what we know of him. Nothing of it is allowed until he says so. */
public enum ConsentPurpose {
    /** To offer him things. */
    MARKETING,
    /** To derive from his use what may interest him, and to decide by it (Personal Information Protection Law, article 24). */
    PROFILING,
    /** To tell partners of him. */
    SHARING,
    /** To ask him how content he is. */
    SURVEY
}
