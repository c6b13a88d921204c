package org.omnihall.hall.access.aaa;

/** Why an Access-Request is refused: the metric's label, the report's row and the Reply-Message. */
public enum Refusal {
    /** Neither a login of our pages nor a network account. */
    NOT_OUR_SUBSCRIBER,
    /** The account may not use this way of proving its password, or the request holds none that we speak. */
    METHOD_NOT_ALLOWED,
    /** The password, or the login token, is wrong or too old. */
    BAD_PASSWORD,
    /** The device is not the one that went through the login page (access-rules.md rule 1). */
    MISMATCH,
    /** The login token was used before (rule 3). */
    TOKEN_SPENT,
    /** The account is held back by the operator. */
    SUSPENDED,
    /** The account's validity is over. */
    EXPIRED,
    /** The access profile lets people in at other hours. */
    OUT_OF_HOURS,
    /** What the access profile gives in the day or the month is used up. */
    USED_UP,
    /** As many devices as the access profile allows are online already. */
    TOO_MANY_DEVICES
}
