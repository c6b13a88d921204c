package org.omnihall.hall.party;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Which numbers a file has named already: a bit a number, so that a file of millions fits. */
final class NumbersSeen {

    private final Map<Integer, BitSet> bySegment = new HashMap<>();

    /** Whether it is the first time. */
    boolean isNew(Msisdn msisdn) {
        BitSet numbers = bySegment.computeIfAbsent(msisdn.segment(), segment -> new BitSet());
        int last = Integer.parseInt(msisdn.digits().substring(7));
        boolean first = !numbers.get(last);
        numbers.set(last);
        return first;
    }
}
