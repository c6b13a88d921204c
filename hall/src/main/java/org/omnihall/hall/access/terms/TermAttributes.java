package org.omnihall.hall.access.terms;

import java.time.Duration;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.network.VolumeUnit;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.PacketBuilder;

/**
 * The attributes by which a controller is told a session's terms. An Accept and a CoA-Request carry the same ones, all of them: what a CoA-Request
 * leaves out stays as it is (RFC 5176 section 3.6, note 3) or is reset, as the device likes. The rules are those of access-rules.md.
 */
public final class TermAttributes {

    private static final long MOST_SECONDS = 0xffff_ffffL;

    private TermAttributes() {}

    /**
     * @param unit in which the controller counts what is left to a session (rule 16)
     * @param handle the Class attribute (rule 11)
     */
    public static PacketBuilder add(
            PacketBuilder packet, Vendor vendor, VolumeUnit unit, SessionTerms terms, Octets handle) {
        return add(packet.octets(AttributeTypes.CLASS, handle), vendor, unit, terms);
    }

    /** The same for a session whose controller never sent a Class of ours back. */
    public static PacketBuilder add(PacketBuilder packet, Vendor vendor, VolumeUnit unit, SessionTerms terms) {
        seconds(packet, AttributeTypes.ACCT_INTERIM_INTERVAL, terms.interim());
        seconds(packet, AttributeTypes.SESSION_TIMEOUT, terms.time());
        seconds(packet, AttributeTypes.IDLE_TIMEOUT, terms.idle());
        VendorRates.of(vendor, terms).forEach(packet::add);
        VendorVolumes.of(vendor, unit, terms.octets(), terms.spent()).forEach(packet::add);
        return packet;
    }

    private static void seconds(PacketBuilder packet, AttributeType type, Duration time) {
        if (time.isPositive()) {
            packet.integer(type, Math.min(time.toSeconds(), MOST_SECONDS));
        }
    }
}
