package org.omnihall.hall.interaction;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;

/**
 * What one channel handed over to another, so that the customer goes on there and is asked nothing twice (requirements B24, B29, D3).
 *
 * @param areaPath of the channel where it waits
 * @param taken who took it, and when; nothing where it waits
 * @param changedAt when it came into its state
 */
public record Handover(
        long id,
        Matter matter,
        Way way,
        String areaPath,
        State state,
        Hand given,
        Optional<Hand> taken,
        Instant changedAt) {

    public static final int LONGEST_REMARK = 200;

    /** What is handed over. */
    public enum Thing {
        CART,
        ORDER,
        /** What he wants is in no order yet: the remark tells it. */
        WISH
    }

    /**
     * What it is about.
     *
     * @param whom a subscriber or a company
     * @param order the id of the cart or order; nothing for a wish
     * @param business code of the business or offering, for people to read
     * @param remark what the other one should know, at most 200 characters, without numbers of customers
     */
    public record Matter(
            UUID journey, Contact.Whom whom, Thing thing, Optional<Long> order, String business, String remark) {}

    /**
     * From where to where, and why there.
     *
     * @param reason the name of the reason by which {@code to} was advised
     * @param principles the names of the principles that decided it
     */
    public record Way(ChannelId from, ChannelId to, String reason, List<String> principles) {

        public Way {
            principles = List.copyOf(principles);
        }
    }

    /** Who did it, and when. */
    public record Hand(String login, Instant at) {}

    /** What somebody does with it. */
    public enum Act {
        TAKE,
        FINISH,
        GIVE_BACK,
        WITHDRAW
    }

    /** Where it stands, and what may be done with it there. */
    public enum State {
        WAITING,
        TAKEN,
        DONE,
        WITHDRAWN;

        /** What it becomes by an act; nothing where the act is not allowed. */
        public Optional<State> after(Act act) {
            return switch (this) {
                case WAITING ->
                    switch (act) {
                        case TAKE -> Optional.of(TAKEN);
                        case WITHDRAW -> Optional.of(WITHDRAWN);
                        case FINISH, GIVE_BACK -> Optional.empty();
                    };
                case TAKEN ->
                    switch (act) {
                        case FINISH -> Optional.of(DONE);
                        case GIVE_BACK -> Optional.of(WAITING);
                        case TAKE, WITHDRAW -> Optional.empty();
                    };
                case DONE, WITHDRAWN -> Optional.empty();
            };
        }

        public boolean isOpen() {
            return this == WAITING || this == TAKEN;
        }
    }

    /**
     * A hand-over as somebody wishes it.
     *
     * @param types the codes of the types of business that the other channel must be able to complete
     */
    public record Draft(Matter matter, Set<String> types, Way way) {

        public Draft {
            types = Set.copyOf(types);
        }
    }
}
