package org.omnihall.radius.dictionary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.Packet;
import org.omnihall.radius.VendorAttribute;

/** What attribute numbers mean, by number and by name; names are spelled as FreeRADIUS spells them and found in any case. */
public final class Dictionary {

    private static final Dictionary BUNDLED = new Dictionary(Stream.of(
                    "standard",
                    "huawei",
                    "h3c",
                    "zte",
                    "cisco",
                    "mikrotik",
                    "ruckus",
                    "aruba",
                    "wispr",
                    "chillispot",
                    "microsoft")
            .map(name -> DictionaryFile.load(name + ".txt"))
            .toList());

    private final Map<AttributeType, Definition> byType = new HashMap<>();
    private final Map<String, Definition> byName = new HashMap<>();
    private final Map<Integer, String> vendors = new HashMap<>();

    Dictionary(List<DictionaryFile> files) {
        for (DictionaryFile file : files) {
            vendors.put(file.vendor(), file.vendorName());
            for (Definition definition : file.definitions()) {
                if (byType.put(definition.type(), definition) != null
                        || byName.put(key(definition.name()), definition) != null) {
                    throw new IllegalArgumentException("defined twice: " + definition.name());
                }
            }
        }
    }

    /** The dictionaries that come with the library. */
    public static Dictionary bundled() {
        return BUNDLED;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    public Optional<Definition> find(AttributeType type) {
        return Optional.ofNullable(byType.get(type));
    }

    public Optional<Definition> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The attribute type of a name that must exist, such as {@code Huawei-Input-Average-Rate}. */
    public AttributeType type(String name) {
        return required(name).type();
    }

    public Optional<String> vendor(int number) {
        return Optional.ofNullable(vendors.get(number));
    }

    /**
     * An attribute out of text, as profiles and tests write it: {@code attribute("Session-Timeout", "3600")}, {@code
     * attribute("Service-Type", "Framed-User")}, {@code attribute("Tunnel-Type:1", "VLAN")}. Throws {@link IllegalArgumentException} for an
     * unknown name or a value that is not of its type.
     */
    public Attribute attribute(String name, String value) {
        int colon = name.indexOf(':');
        Definition definition = required(colon < 0 ? name : name.substring(0, colon));
        Octets octets = definition.parse(value);
        return Attribute.of(
                definition.type(),
                colon < 0 ? octets : definition.tagged(Integer.parseInt(name.substring(colon + 1)), octets));
    }

    private Definition required(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no such attribute: " + name));
    }

    /** The packet for a trace: its code, then a line for each attribute. Passwords and keys are never shown, nor what they can be guessed from. */
    public List<String> describe(Packet packet) {
        List<String> lines = new ArrayList<>();
        lines.add(packet.code() + " " + packet.identifier());
        for (Attribute attribute : packet.attributes()) {
            List<VendorAttribute> inside = VendorAttribute.in(attribute);
            if (inside.isEmpty() && attribute.type() == VendorAttribute.CARRIER) {
                lines.add("Vendor-Specific = " + attribute.value().length() + " octets that cannot be read");
            } else if (inside.isEmpty()) {
                lines.add(line(AttributeType.standard(attribute.type()), attribute.value()));
            }
            inside.forEach(v -> lines.add(line(AttributeType.vendor(v.vendor(), v.number()), v.value())));
        }
        return List.copyOf(lines);
    }

    private String line(AttributeType type, Octets value) {
        return find(type)
                .map(d -> d.line(value))
                .orElseGet(() -> unknown(type) + " = " + ValueType.OCTETS.format(value));
    }

    private static String unknown(AttributeType type) {
        return type.isVendor()
                ? "Attr-" + VendorAttribute.CARRIER + "." + type.vendor() + "." + type.number()
                : "Attr-" + type.number();
    }
}
