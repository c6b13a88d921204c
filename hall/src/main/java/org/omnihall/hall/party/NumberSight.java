package org.omnihall.hall.party;

import java.util.Optional;

/**
 * How the hall judges one number, with all that it weighed (requirement A2).
 *
 * @param place what the number plan says of its segment
 * @param servedBy the operator it was ported to
 * @param list the list it stands on
 */
public record NumberSight(
        Msisdn msisdn,
        Optional<SegmentPlace> place,
        Optional<Operator> servedBy,
        Optional<NumberList> list,
        BossAnswer boss,
        NumberStanding standing) {}
