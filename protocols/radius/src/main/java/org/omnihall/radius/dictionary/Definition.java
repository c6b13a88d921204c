package org.omnihall.radius.dictionary;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;

/**
 * What one attribute number means.
 *
 * @param name as FreeRADIUS spells it, so that its tools and ours can be compared
 * @param tagged the value starts with a tag octet (RFC 2868 section 3)
 * @param secret the value may never be shown
 * @param names the named values of an integer
 */
public record Definition(
        AttributeType type, String name, ValueType valueType, boolean tagged, boolean secret, Map<Long, String> names) {

    private static final int MAX_TAG = 0x1f;

    public Definition {
        names = Map.copyOf(names);
    }

    /** The number of a named value. */
    public OptionalLong number(String valueName) {
        return names.entrySet().stream()
                .filter(e -> e.getValue().equalsIgnoreCase(valueName))
                .mapToLong(Map.Entry::getKey)
                .findFirst();
    }

    /** The name of a number, for an integer that has named values. */
    public Optional<String> name(long number) {
        return Optional.ofNullable(names.get(number));
    }

    /** The value as text, without a look at {@link #secret}. */
    String format(Octets value) {
        return valueType == ValueType.INTEGER && value.length() == 4
                ? name(Integer.toUnsignedLong(value.toInt())).orElseGet(() -> valueType.format(value))
                : valueType.format(value);
    }

    /** The value out of text: a named value or what the type reads. */
    Octets parse(String text) {
        OptionalLong named = valueType == ValueType.INTEGER ? number(text) : OptionalLong.empty();
        return named.isPresent() ? Octets.ofInt((int) named.getAsLong()) : valueType.parse(text);
    }

    /** One trace line, {@code Name = value}; {@code Name:tag = value} when there is a tag other than 0. */
    String line(Octets value) {
        int tag = tagged && !value.isEmpty() && value.at(0) <= MAX_TAG ? value.at(0) : 0;
        String left = tag == 0 ? name : name + ":" + tag;
        return left + " = " + (secret ? "<hidden>" : format(tagged ? untagged(value) : value));
    }

    private Octets untagged(Octets value) {
        if (value.isEmpty() || value.at(0) > MAX_TAG) {
            return value;
        }
        return valueType == ValueType.INTEGER && value.length() == 4
                ? Octets.ofInt(value.toInt() & 0xffffff)
                : value.slice(1, value.length());
    }

    /** The value with its tag in front: integers give up their first octet (RFC 2868 section 3.1), texts grow by one. */
    Octets tagged(int tag, Octets value) {
        if (!tagged || tag < 0 || tag > MAX_TAG) {
            throw new IllegalArgumentException("no tag " + tag + " for " + name);
        }
        Octets first = Octets.of((byte) tag);
        return valueType == ValueType.INTEGER ? first.plus(value.slice(1, 4)) : first.plus(value);
    }
}
