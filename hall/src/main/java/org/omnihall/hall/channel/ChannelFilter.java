package org.omnihall.hall.channel;

import java.util.Optional;
import java.util.stream.Stream;
import org.omnihall.hall.database.Conditions;

/**
 * Which channels are looked for; texts that name nothing ask for nothing.
 *
 * @param text part of the name or the code
 */
record ChannelFilter(
        String text,
        Optional<ChannelClass> channelClass,
        Optional<ChannelKind> kind,
        Optional<Ownership> ownership,
        Optional<ChannelStatus> status) {

    private static final int LONGEST = 100;

    static ChannelFilter of(String text, String channelClass, String kind, String ownership, String status) {
        String stripped = text.strip();
        return new ChannelFilter(
                stripped.substring(0, Math.min(stripped.length(), LONGEST)),
                named(ChannelClass.values(), channelClass),
                named(ChannelKind.values(), kind),
                named(Ownership.values(), ownership),
                named(ChannelStatus.values(), status));
    }

    Conditions conditions() {
        Conditions asked = new Conditions()
                .and("class = :class", "class", channelClass.map(Enum::name))
                .and("kind = :kind", "kind", kind.map(Enum::name))
                .and("ownership = :ownership", "ownership", ownership.map(Enum::name))
                .and("status = :status", "status", status.map(Enum::name));
        return text.isEmpty()
                ? asked
                : asked.and(
                        "strpos(lower(concat_ws(chr(10), code, name, english_name)), lower(:text)) > 0", "text", text);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
    }
}
