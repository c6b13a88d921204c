package org.omnihall.hall.access.code;

import java.time.Duration;
import java.time.Instant;

/** What became of the wish for a code. */
public sealed interface Issue {

    /** These digits are to be sent now; the one place where they exist outside the seal. */
    record Send(String digits, Instant expiresAt, boolean again) implements Issue {
        @Override
        public String toString() {
            return "Send[••••••, again=" + again + "]";
        }
    }

    /** One was sent a moment ago. */
    record CoolingDown(Duration left) implements Issue {}

    /** All tries for the code in force are used; the next one comes when its life is over. */
    record Spent(Duration left) implements Issue {}
}
