package org.omnihall.hall.interaction;

/** What happened in a contact. */
public enum ContactKind {
    /** A page of ours was opened. */
    PAGE_SEEN,
    /** A one-time code was asked for. */
    CODE_ASKED,
    /** A sign-in, on the network or on a page; the outcome says whether it was let in. */
    LOGIN,
    /** An offer or information was shown. */
    SLOT_SHOWN,
    /** What was shown was followed. */
    SLOT_CLICKED,
    SESSION_OPENED,
    SESSION_CLOSED,
    MESSAGE_SENT,
    MESSAGE_RECEIVED,
    CALL,
    VISIT,
    /** The customer wanted to know something. */
    ENQUIRY,
    /** Business was done that is no order, such as a payment. */
    TRANSACTION,
    ORDER,
    COMPLAINT,
    /** The journey goes on in another channel. */
    HANDOVER
}
