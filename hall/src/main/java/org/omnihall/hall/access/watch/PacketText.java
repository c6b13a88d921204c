package org.omnihall.hall.access.watch;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Packet;
import org.omnihall.radius.dictionary.Dictionary;

/** A packet in words that may be kept: the dictionary hides passwords and keys, here go what EAP carries and whole numbers. */
final class PacketText {

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:(?:\\+|00)?86)?(1[3-9][0-9]{9})(?![0-9])");
    private static final Pattern SECRET = Pattern.compile("(?i)(psk|key|password|secret)=[^\"]*");
    private static final String OCTETS = " = 0x";
    private static final String IDENTITY = "Chargeable-User-Identity = 0x";
    private static final String EAP = "EAP-Message = 0x";
    private static final List<String> CODES = List.of("Request", "Response", "Success", "Failure");

    private PacketText() {}

    static String of(Packet packet) {
        return Dictionary.bundled().describe(packet).stream()
                .map(PacketText::withoutEap)
                .map(PacketText::identity)
                .map(line -> SECRET.matcher(line).replaceAll("$1=<hidden>"))
                .map(line -> line.contains(OCTETS) ? line : masked(line))
                .collect(Collectors.joining("\n"));
    }

    /** What EAP carries holds names, and with the weaker methods what passwords can be guessed from: only its kind and length are told. */
    private static String withoutEap(String line) {
        return line.startsWith(EAP) ? "EAP-Message = " + eap(Octets.ofHex(line.substring(EAP.length()))) : line;
    }

    /** Octets by the dictionary, and mostly a name. */
    private static String identity(String line) {
        return line.startsWith(IDENTITY)
                ? "Chargeable-User-Identity = \""
                        + Octets.ofHex(line.substring(IDENTITY.length()))
                                .toText()
                                .replace('\0', '?') + '"'
                : line;
    }

    private static String eap(Octets message) {
        boolean whole = message.length() >= 4 && ((message.at(2) << 8) | message.at(3)) == message.length();
        int code = message.length() > 4 ? message.at(0) : 0;
        if (code < 1 || code > CODES.size() || !(whole || message.length() > 250)) {
            return message.length() + " octets";
        }
        return CODES.get(code - 1) + ", type " + message.at(4) + ", identifier " + message.at(1) + ", "
                + message.length() + " octets";
    }

    private static String masked(String line) {
        return NUMBER.matcher(line).replaceAll(PacketText::masked);
    }

    private static String masked(MatchResult number) {
        return Msisdn.parse(number.group(1)).map(Msisdn::masked).orElse("***");
    }
}
