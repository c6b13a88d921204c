package org.omnihall.hall.channel;

/** Whose a channel is (渠道归属权, requirement B1). */
public enum Ownership {
    OPERATOR,
    /** An agent's or another company's. */
    PARTNER;

    /** Whether a channel of this class can be his: own stores are the operator's, agents' stores are not, the others are either's. */
    boolean fits(ChannelClass channelClass) {
        return switch (channelClass) {
            case OWN_STORE -> this == OPERATOR;
            case AGENT_STORE -> this == PARTNER;
            case ELECTRONIC, ACCOUNT_MANAGER -> true;
        };
    }
}
