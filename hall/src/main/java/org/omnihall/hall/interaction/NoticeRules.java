package org.omnihall.hall.interaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.interaction.NoticeChange.Reason;

/** When a notice cannot be raised as wished. */
final class NoticeRules {

    static final int LONGEST = 200;

    /** A notice lasts no longer, and begins no later than that. */
    static final Duration LONGEST_SPAN = Duration.ofDays(366);

    private NoticeRules() {}

    static Optional<Reason> refuses(Notices.Draft draft, Instant now) {
        if (draft.zh().isBlank() || draft.en().isBlank()) {
            return Optional.of(Reason.NO_TEXT);
        }
        if (draft.zh().strip().length() > LONGEST || draft.en().strip().length() > LONGEST) {
            return Optional.of(Reason.TEXT_TOO_LONG);
        }
        if (!draft.until().isAfter(draft.from())) {
            return Optional.of(Reason.ENDS_BEFORE_IT_BEGINS);
        }
        if (draft.until().isAfter(draft.from().plus(LONGEST_SPAN))
                || draft.from().isAfter(now.plus(LONGEST_SPAN))) {
            return Optional.of(Reason.LASTS_TOO_LONG);
        }
        return draft.until().isAfter(now) ? Optional.empty() : Optional.of(Reason.IS_OVER);
    }
}
