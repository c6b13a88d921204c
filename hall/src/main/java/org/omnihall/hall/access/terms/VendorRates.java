package org.omnihall.hall.access.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.dictionary.Dictionary;

/**
 * The rates of a session in the words and units of each vendor (wlan-field-notes.md section 1), as data. Up is what the user sends, which
 * vendors call input; Huawei has the average before the peak, H3C the peak before the average. That ZTE counts in bits per second and the
 * names of Cisco's pairs are from practice, not from their documents: prove them on the platform.
 */
final class VendorRates {

    private static final long MOST = 0xffff_ffffL;

    private VendorRates() {}

    private enum Way {
        UP,
        DOWN
    }

    /** How a number of bits per second is written. */
    private enum Form {
        BITS,
        KILOBITS,
        /** {@code up/down} in one text, the client's upload first. */
        MIKROTIK,
        CISCO_PAIR,
        /** The profile's name: the rate is bound to it on the controller. */
        ROLE
    }

    private record Line(String attribute, Way way, Form form) {}

    private static final List<Line> WISPR = List.of(
            new Line("WISPr-Bandwidth-Max-Up", Way.UP, Form.BITS),
            new Line("WISPr-Bandwidth-Max-Down", Way.DOWN, Form.BITS));

    private static final Map<Vendor, List<Line>> LINES = Map.of(
            Vendor.STANDARD,
            List.of(),
            Vendor.HUAWEI,
            List.of(
                    new Line("Huawei-Input-Average-Rate", Way.UP, Form.BITS),
                    new Line("Huawei-Input-Peak-Rate", Way.UP, Form.BITS),
                    new Line("Huawei-Output-Average-Rate", Way.DOWN, Form.BITS),
                    new Line("Huawei-Output-Peak-Rate", Way.DOWN, Form.BITS)),
            Vendor.H3C,
            List.of(
                    new Line("H3C-Input-Peak-Rate", Way.UP, Form.BITS),
                    new Line("H3C-Input-Average-Rate", Way.UP, Form.BITS),
                    new Line("H3C-Output-Peak-Rate", Way.DOWN, Form.BITS),
                    new Line("H3C-Output-Average-Rate", Way.DOWN, Form.BITS)),
            Vendor.ZTE,
            List.of(
                    new Line("ZTE-Rate-Ctrl-SCR-Up", Way.UP, Form.BITS),
                    new Line("ZTE-Rate-Ctrl-SCR-Down", Way.DOWN, Form.BITS)),
            Vendor.CISCO,
            List.of(new Line("Ingress", Way.UP, Form.CISCO_PAIR), new Line("Egress", Way.DOWN, Form.CISCO_PAIR)),
            Vendor.MIKROTIK,
            List.of(new Line("Mikrotik-Rate-Limit", Way.UP, Form.MIKROTIK)),
            Vendor.RUCKUS,
            WISPR,
            Vendor.ARUBA,
            List.of(new Line("Aruba-User-Role", Way.UP, Form.ROLE)),
            Vendor.WISPR,
            WISPR,
            Vendor.CHILLISPOT,
            List.of(
                    new Line("ChilliSpot-Bandwidth-Max-Up", Way.UP, Form.KILOBITS),
                    new Line("ChilliSpot-Bandwidth-Max-Down", Way.DOWN, Form.KILOBITS)));

    /** The attributes; none for a rate without a limit. Numbers above 32 bits become the greatest that fits. */
    static List<Attribute> of(Vendor vendor, SessionTerms terms) {
        List<Attribute> attributes = new ArrayList<>();
        for (Line line : LINES.getOrDefault(vendor, List.of())) {
            long rate = line.way() == Way.UP ? terms.upBitsPerSecond() : terms.downBitsPerSecond();
            boolean limited = switch (line.form()) {
                case BITS, KILOBITS, CISCO_PAIR -> rate > 0;
                case MIKROTIK -> terms.upBitsPerSecond() > 0 || terms.downBitsPerSecond() > 0;
                case ROLE -> true;
            };
            if (limited) {
                attributes.add(written(line, rate, terms));
            }
        }
        return attributes;
    }

    private static Attribute written(Line line, long rate, SessionTerms terms) {
        return switch (line.form()) {
            case BITS -> attribute(line.attribute(), Long.toString(Math.min(rate, MOST)));
            case KILOBITS -> attribute(line.attribute(), Long.toString(Math.clamp(rate / 1000, 1, MOST)));
            case MIKROTIK ->
                attribute(
                        line.attribute(),
                        mikrotik(terms.upBitsPerSecond()) + "/" + mikrotik(terms.downBitsPerSecond()));
            case CISCO_PAIR ->
                attribute("Cisco-AVPair", "sub:" + line.attribute() + "-Committed-Data-Rate=" + Math.min(rate, MOST));
            case ROLE -> attribute(line.attribute(), terms.profile());
        };
    }

    private static String mikrotik(long rate) {
        return rate > 0 && rate % 1000 == 0 ? rate / 1000 + "k" : Long.toString(rate);
    }

    private static Attribute attribute(String name, String value) {
        return Dictionary.bundled().attribute(name, value);
    }
}
