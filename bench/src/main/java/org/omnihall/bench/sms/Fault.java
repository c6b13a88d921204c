package org.omnihall.bench.sms;

/** What may go wrong with one submission. */
public enum Fault {
    /** Refused with ESME_RTHROTTLED. */
    THROTTLED,
    /** Refused with ESME_RMSGQFUL. */
    QUEUE_FULL,
    /** Refused with ESME_RINVDSTADR. */
    INVALID_DESTINATION,
    /** Never answered, nothing delivered. */
    SILENT,
    /** Delivered to the phone and never answered. */
    SILENT_BUT_DELIVERED,
    /** The connection is closed instead of an answer. */
    DROP_CONNECTION,
    /** Taken, then reported as undeliverable. */
    UNDELIVERABLE
}
