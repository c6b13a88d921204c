package org.omnihall.hall.access.terms;

import java.util.List;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.network.VolumeUnit;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.dictionary.Dictionary;

/**
 * What a session may still send and receive, in each vendor's words (access-rules.md rule 16). Huawei's and H3C's number has 32 bits in a unit that
 * differs by device; MikroTik has a second number for what is above. ChilliSpot's and MikroTik's are totals of the session, from its start. The other vendors have no such attribute: their sessions are ended by us.
 */
final class VendorVolumes {

    /** All ones mean no limit at Huawei. */
    private static final long MOST = 0xffff_fffeL;

    private static final int GIGAWORD = 32;

    private VendorVolumes() {}

    /**
     * The attributes; none without a limit. What does not fit into the number is not said: a controller would end the session too early.
     *
     * @param octets zero for no limit; less than a unit is one
     * @param spent what the session has used already
     */
    static List<Attribute> of(Vendor vendor, VolumeUnit unit, long octets, long spent) {
        if (octets == 0) {
            return List.of();
        }
        return switch (vendor) {
            case HUAWEI -> one("Huawei-Remanent-Volume", units(octets, unit));
            case H3C -> one("H3C-Remanent-Volume", units(octets, unit));
            case CHILLISPOT -> one("ChilliSpot-Max-Total-Octets", octets + spent);
            case MIKROTIK ->
                List.of(
                        attribute("Mikrotik-Total-Limit", (octets + spent) & 0xffff_ffffL),
                        attribute("Mikrotik-Total-Limit-Gigawords", (octets + spent) >>> GIGAWORD));
            case STANDARD, ZTE, CISCO, RUCKUS, ARUBA, WISPR -> List.of();
        };
    }

    private static long units(long octets, VolumeUnit unit) {
        return Math.max(1, octets / unit.octets());
    }

    private static List<Attribute> one(String name, long value) {
        return value <= MOST ? List.of(attribute(name, value)) : List.of();
    }

    private static Attribute attribute(String name, long value) {
        return Dictionary.bundled().attribute(name, Long.toString(value));
    }
}
