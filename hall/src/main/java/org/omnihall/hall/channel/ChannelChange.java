package org.omnihall.hall.channel;

/** What became of a wish to change a channel, its positions or its relations. */
public sealed interface ChannelChange {

    /** The channel as it is now. */
    record Done(Channel channel) implements ChannelChange {}

    /** Nothing was changed. */
    record Refused(Reason reason) implements ChannelChange {}

    /** Why it cannot be as wished; the words are {@code channel.refused.NAME}. */
    enum Reason {
        UNKNOWN,
        CODE_TAKEN,
        /** The class of the kind and the ownership exclude each other. */
        OWNERSHIP,
        PARENT_UNKNOWN,
        PARENT_BELOW,
        STATUS,
        CLOSED,
        POSITION_EMPTY,
        POSITION_PAST,
        POSITION_TAKEN,
        TYPE_UNKNOWN,
        SAME_CHANNEL,
        RELATION_TAKEN,
        /** One of the two may not complete the business, so it is no substitute. */
        NO_SUBSTITUTE;

        /** The field that it is about, of a form or a line of a file. */
        String field() {
            return switch (this) {
                case OWNERSHIP -> "ownership";
                case PARENT_UNKNOWN, PARENT_BELOW -> "parent";
                case STATUS, CLOSED -> "status";
                case UNKNOWN,
                        CODE_TAKEN,
                        POSITION_EMPTY,
                        POSITION_PAST,
                        POSITION_TAKEN,
                        TYPE_UNKNOWN,
                        SAME_CHANNEL,
                        RELATION_TAKEN,
                        NO_SUBSTITUTE -> "code";
            };
        }
    }
}
