package org.omnihall.hall.party;

/**
 * The port to the operator's business support system, which knows for certain whose a number is. None is configured by default; a bean of
 * this type is asked for every number that is judged.
 */
public interface BossQuery {

    /** Whether the number is an active one of ours. May block; an answer after the time-out of the settings is not waited for. */
    boolean agrees(Msisdn msisdn);
}
