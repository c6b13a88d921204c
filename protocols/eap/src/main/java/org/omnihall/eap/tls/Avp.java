package org.omnihall.eap.tls;

import java.util.ArrayList;
import java.util.List;
import org.omnihall.eap.MalformedEap;
import org.omnihall.octets.Octets;

/**
 * One attribute inside EAP-TTLS, in the form of Diameter (RFC 5281 section 10).
 *
 * @param vendor 0 for none
 * @param mandatory whether who does not know it must refuse
 */
record Avp(int code, int vendor, boolean mandatory, Octets value) {

    private static final int VENDOR = 0x80;
    private static final int MANDATORY = 0x40;
    private static final int HEADER = 8;
    private static final int VENDOR_HEADER = 12;

    /** All of them, each filled up to a multiple of four; the last need not be. */
    static List<Avp> read(Octets in) {
        List<Avp> found = new ArrayList<>();
        int from = 0;
        while (from < in.length()) {
            int left = in.length() - from;
            int header = left >= HEADER && (in.at(from + 4) & VENDOR) != 0 ? VENDOR_HEADER : HEADER;
            int length = left < header ? 0 : in.slice(from + 4, from + 8).toInt() & 0xff_ffff;
            if (length < header || length > left) {
                throw new MalformedEap(MalformedEap.Fault.BAD_INNER);
            }
            found.add(new Avp(
                    in.slice(from, from + 4).toInt(),
                    header == VENDOR_HEADER ? in.slice(from + 8, from + 12).toInt() : 0,
                    (in.at(from + 4) & MANDATORY) != 0,
                    in.slice(from + header, from + length)));
            from += length + 3 & ~3;
        }
        return List.copyOf(found);
    }

    Octets encode() {
        int header = vendor == 0 ? HEADER : VENDOR_HEADER;
        int length = header + value.length();
        int flags = (vendor == 0 ? 0 : VENDOR) | (mandatory ? MANDATORY : 0);
        Octets front = Octets.ofInt(code).plus(Octets.ofInt(flags << 24 | length));
        return (vendor == 0 ? front : front.plus(Octets.ofInt(vendor)))
                .plus(value)
                .plus(Octets.of(new byte[-length & 3]));
    }
}
