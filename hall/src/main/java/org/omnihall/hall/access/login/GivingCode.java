package org.omnihall.hall.access.login;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.omnihall.hall.access.attempt.Act;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Journey;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.attempt.Way;
import org.omnihall.hall.access.code.Codes;
import org.omnihall.hall.access.code.Guess;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.springframework.stereotype.Component;

/** From typed digits to a subscriber who has proved his number. */
@Component
class GivingCode {

    /** Either verified and on the way online, or told why not. */
    record Given(Optional<Attempt> verified, Reply reply) {

        private static Given told(Say say) {
            return new Given(Optional.empty(), Reply.Show.with(say));
        }

        private static Given nothing() {
            return new Given(Optional.empty(), Reply.Show.plain());
        }
    }

    private static final Pattern FORM = Pattern.compile("\\d{6}");

    private final Attempts attempts;
    private final Codes codes;
    private final Funnel funnel;

    GivingCode(Attempts attempts, Codes codes, Funnel funnel) {
        this.attempts = attempts;
        this.codes = codes;
        this.funnel = funnel;
    }

    Given give(Attempt attempt, Ground.Facts here, String typed, Instant now) {
        if (!Journey.allows(attempt, Act.GIVE_CODE, now) || !(attempt.state() instanceof State.Coded coded)) {
            return Given.nothing();
        }
        String digits = typed.length() > 40 ? "" : typed.replaceAll("[\\s\\-\\u3000]", "");
        if (!FORM.matcher(digits).matches()) {
            return Given.told(Say.CODE_UNREADABLE);
        }
        Guess guess = codes.guess(attempt, coded.numberKey(), digits, CodeLimits.rules(here.figures()), now);
        return switch (guess) {
            case RIGHT -> verified(attempt, coded, now);
            case WRONG -> wrong(attempt, Drop.CODE_WRONG, Say.CODE_WRONG, now);
            case TRIES_SPENT -> wrong(attempt, Drop.CODE_TRIES_SPENT, Say.CODE_TRIES_SPENT, now);
            case DAY_SPENT -> wrong(attempt, Drop.CODE_DAY_SPENT, Say.CODE_DAY_SPENT, now);
            case EXPIRED -> wrong(attempt, Drop.CODE_EXPIRED, Say.CODE_EXPIRED, now);
            case USED -> wrong(attempt, Drop.CODE_USED, Say.CODE_EXPIRED, now);
        };
    }

    private Given verified(Attempt attempt, State.Coded coded, Instant now) {
        State.Connecting connecting = new State.Connecting(now, coded.subscriber(), Way.CODE);
        if (!attempts.move(attempt, connecting)) {
            return Given.nothing();
        }
        funnel.reached(attempt.where(), Step.CODE_VERIFIED, now);
        return new Given(Optional.of(attempt.in(connecting)), Reply.Show.plain());
    }

    private Given wrong(Attempt attempt, Drop drop, Say say, Instant now) {
        funnel.dropped(attempt.where(), drop, now);
        return Given.told(say);
    }
}
