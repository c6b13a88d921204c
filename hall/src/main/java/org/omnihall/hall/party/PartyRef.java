package org.omnihall.hall.party;

/** Names a subscriber, a person or a company by its id (TMF's PartyRef). */
public record PartyRef(Kind kind, long id) {

    /** What the id belongs to. */
    public enum Kind {
        SUBSCRIBER,
        INDIVIDUAL,
        COMPANY
    }

    public static PartyRef subscriber(long id) {
        return new PartyRef(Kind.SUBSCRIBER, id);
    }

    public static PartyRef individual(long id) {
        return new PartyRef(Kind.INDIVIDUAL, id);
    }

    public static PartyRef company(long id) {
        return new PartyRef(Kind.COMPANY, id);
    }
}
