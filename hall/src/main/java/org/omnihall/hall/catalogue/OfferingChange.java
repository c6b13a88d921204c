package org.omnihall.hall.catalogue;

import java.util.List;

/** What became of a wish to change an offering or its prices. */
public sealed interface OfferingChange {

    /** The offering as it is now. */
    record Done(ProductOffering offering) implements OfferingChange {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements OfferingChange {}

    /** It cannot be published; here is everything that is in the way. */
    record NotPublished(List<Obstacle> obstacles) implements OfferingChange {
        public NotPublished {
            obstacles = List.copyOf(obstacles);
        }
    }

    /** Why it cannot be as wished; the words are {@code catalogue.refused.NAME}. */
    enum Reason {
        UNKNOWN,
        CODE_TAKEN,
        BUSINESS_UNKNOWN,
        /** The state does not allow this. */
        NOT_IN_THIS_STATE,
        STATE_NOT_NEXT,
        PART_UNKNOWN,
        PART_ITSELF,
        PART_TWICE,
        /** A bundle holds no bundles. */
        PART_IS_BUNDLE,
        /** What is part of a bundle cannot become one. */
        IS_A_PART,
        /** A bundle's price and plan follow from its parts. */
        BUNDLE_HAS_PARTS_ONLY,
        NO_WAY_ON,
        /** The offering to go on with is not sold. */
        WAY_ON_NOT_SOLD,
        /** Another offering still needs it: as a part, or as the way on. */
        STILL_NEEDED,
        PRICE_PAST,
        PRICE_TAKEN,
        QUESTION_TAKEN;

        /** The field of a form that it is about. */
        String field() {
            return switch (this) {
                case BUSINESS_UNKNOWN -> "business";
                case PART_UNKNOWN, PART_ITSELF, PART_TWICE, PART_IS_BUNDLE, IS_A_PART, BUNDLE_HAS_PARTS_ONLY -> "parts";
                case UNKNOWN,
                        CODE_TAKEN,
                        NOT_IN_THIS_STATE,
                        STATE_NOT_NEXT,
                        NO_WAY_ON,
                        WAY_ON_NOT_SOLD,
                        STILL_NEEDED,
                        PRICE_PAST,
                        PRICE_TAKEN,
                        QUESTION_TAKEN -> "code";
            };
        }
    }
}
