package org.omnihall.hall.insight.pyramid;

/** Why a pyramid is not published. Texts are {@code insight.refused.NAME}. */
public enum PyramidFault {
    /** From two to nine tiers. */
    TIERS,
    /** Each has a name of its own in both languages. */
    NAMES,
    /** Every tier but the lowest has a border, and each is beyond that of the tier above it. */
    BORDERS,
    /** A tier above another one is not of a lower class. */
    CLASSES,
    /** With the values of today a tier would not be smaller than the one below it. */
    NO_PYRAMID
}
