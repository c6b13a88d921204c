package org.omnihall.hall.access.network;

import java.time.Duration;
import org.omnihall.hall.channel.OpeningHours;

/**
 * What an access profile gives a person in all, over his devices, in a day and in a month of the operator's calendar, and the hours of the week in
 * which he may be online (requirement A6).
 *
 * @param reached what becomes of his sessions once a day's or a month's amount is used up
 */
public record Quota(Amount day, Amount month, OpeningHours hours, Reached reached) {

    public static final Quota NONE = new Quota(Amount.NONE, Amount.NONE, OpeningHours.ALWAYS, new Reached.Ends());

    /**
     * Time online and what went over the air in both directions. As a bound zero means no limit.
     *
     * @param octets of sending and receiving together
     */
    public record Amount(Duration time, long octets) {

        public static final Amount NONE = new Amount(Duration.ZERO, 0);

        public boolean isNone() {
            return time.isZero() && octets == 0;
        }

        public Amount plus(Amount more) {
            return new Amount(time.plus(more.time), octets + more.octets);
        }

        public Amount minus(Amount less) {
            return new Amount(time.minus(less.time), octets - less.octets);
        }

        /** Whether so much uses this bound up. */
        public boolean isUsedUpBy(Amount used) {
            boolean timeIsUp = !time.isZero() && used.time.compareTo(time) >= 0;
            return timeIsUp || (octets > 0 && used.octets >= octets);
        }
    }

    /** What becomes of a session whose owner has used up his amount. */
    public sealed interface Reached {

        /** It ends, and no other begins before the day or the month is over. */
        record Ends() implements Reached {}

        /** It goes on at these rates until the day or the month is over. */
        record Slows(long upBitsPerSecond, long downBitsPerSecond) implements Reached {}

        /** How it is called in drafts and tables. */
        enum Word {
            ENDS,
            SLOWS
        }

        default Word word() {
            return switch (this) {
                case Ends ends -> Word.ENDS;
                case Slows slows -> Word.SLOWS;
            };
        }
    }

    /** Whether what a person uses has to be counted. */
    public boolean counts() {
        return !day.isNone() || !month.isNone();
    }

    /** Whether it bounds nothing at all. */
    public boolean isNone() {
        return !counts() && hours.equals(OpeningHours.ALWAYS);
    }
}
