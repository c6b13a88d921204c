package org.omnihall.hall.decision;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Something that a slot may show.
 *
 * @param code how programs call it
 * @param offering what is offered; nothing for a piece of information
 * @param picture the name of one of the built-in pictures
 * @param bands the customers that it is for; empty for all
 * @param weight from 1 to 1000: twice the weight is shown twice as often
 */
public record SlotItem(
        long id,
        String code,
        Optional<String> offering,
        Words words,
        String picture,
        Set<SlotPlace> places,
        Set<CustomerBand> bands,
        String areaPath,
        int weight,
        State state,
        Optional<Instant> from,
        Optional<Instant> until) {

    /** Its texts in both languages. */
    public record Words(String titleZh, String titleEn, String textZh, String textEn) {

        public String title(Locale language) {
            return isEnglish(language) ? titleEn : titleZh;
        }

        public String text(Locale language) {
            return isEnglish(language) ? textEn : textZh;
        }

        private static boolean isEnglish(Locale language) {
            return language.getLanguage().equals("en");
        }
    }

    /** How far it is on its way. */
    public enum State {
        DRAFT,
        LIVE,
        STOPPED
    }

    public SlotItem {
        places = Set.copyOf(places);
        bands = Set.copyOf(bands);
    }

    /** Whether it is an offer and no mere information. */
    public boolean isOffer() {
        return offering.isPresent();
    }

    /** The same in another state. */
    SlotItem in(State other) {
        return new SlotItem(id, code, offering, words, picture, places, bands, areaPath, weight, other, from, until);
    }

    /** Whether it may be shown there, then, to such a customer; of an unknown band only what is for all. */
    boolean fits(SlotRequest request, Optional<CustomerBand> band) {
        return state == State.LIVE
                && places.contains(request.place())
                && request.areaPath().startsWith(areaPath)
                && (bands.isEmpty() || band.filter(bands::contains).isPresent())
                && from.filter(request.at()::isBefore).isEmpty()
                && until.filter(end -> !request.at().isBefore(end)).isEmpty();
    }
}
