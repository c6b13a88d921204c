package org.omnihall.hall.access.eap;

/** Why a message of EAP gets no answer, or an end before its conversation came to one; the metric's label. */
public enum Lost {
    /** As many conversations as are allowed are under way. */
    EAP_FULL,
    /** No certificate could be read, so there is no method to offer. */
    EAP_NO_CERTIFICATE,
    /** The octets are no EAP. */
    EAP_MALFORMED,
    /** Another message of the same conversation is being answered. */
    EAP_BUSY,
    /** Not what was asked for. */
    EAP_UNEXPECTED,
    /** A State of ours whose conversation is over or took too long. */
    EAP_NO_CONVERSATION,
    /** A State of another node, or of one that is no more. */
    EAP_OTHER_NODE
}
