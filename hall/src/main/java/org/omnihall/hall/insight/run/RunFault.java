package org.omnihall.hall.insight.run;

/** Why a computation brought nothing; the figures before it stay in force. Texts are {@code insight.run.fault.NAME}. */
public enum RunFault {
    /** The program did not start. */
    NOT_STARTED,
    /** The program ended with a fault, which its file in the node's directory tells. */
    BROKEN,
    /** Nothing was heard of it for a minute. */
    LOST
}
