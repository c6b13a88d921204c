package org.omnihall.hall.channel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;

/**
 * Reads a channel out of a form or a line of a file. Fields: code, name, englishName, kind, ownership, area, parent (by code), grid (by id or
 * name), hours ({@code always} where none are given), contactsPerHour, contactCost (in yuan).
 */
@Component
class ChannelFields {

    private static final int MOST_CONTACTS = 1_000_000;
    private static final long MOST_FEN = 10_000_000;

    private final Channels channels;
    private final Areas areas;
    private final Grids grids;

    ChannelFields(Channels channels, Areas areas, Grids grids) {
        this.channels = channels;
        this.areas = areas;
        this.grids = grids;
    }

    /** The channel under this id, or nothing where a field is wrong. */
    Optional<Channel> read(Typed in, ChannelId id, ChannelStatus status) {
        String code = in.matching("code", "[a-z0-9][a-z0-9-]{0,39}");
        String name = in.required("name", 60);
        Optional<ChannelKind> kind = in.choice("kind", ChannelKind.class);
        Optional<Ownership> ownership = in.choice("ownership", Ownership.class);
        if (kind.isPresent()
                && ownership.isPresent()
                && !ownership.get().fits(kind.get().ofClass())) {
            in.wrong("ownership", "channel.refused.OWNERSHIP");
        }
        String englishName = in.optional("englishName", 60);
        String grid = grid(in);
        String area = area(in);
        Optional<ChannelId> parent = parent(in);
        ServiceTerms service = service(in);
        return in.isWrong()
                ? Optional.empty()
                : Optional.of(new Channel(
                        id,
                        code,
                        name,
                        kind.orElseThrow(),
                        area,
                        englishName,
                        ownership.orElseThrow(),
                        parent,
                        grid,
                        status,
                        service));
    }

    /** What a form shows of a channel. */
    Typed of(Channel channel) {
        Map<String, String> fields = new HashMap<>();
        fields.put("code", channel.code());
        fields.put("name", channel.name());
        fields.put("englishName", channel.englishName());
        fields.put("kind", channel.kind().name());
        fields.put("ownership", channel.ownership().name());
        fields.put("area", channel.areaPath());
        fields.put("grid", channel.grid());
        fields.put(
                "parent",
                channel.parent().flatMap(channels::find).map(Channel::code).orElse(""));
        fields.put("hours", channel.service().hours().text());
        fields.put(
                "contactsPerHour",
                channel.service().contactsPerHour().map(Object::toString).orElse(""));
        fields.put("contactCost", Amounts.yuan(channel.service().contactCostFen()));
        return new Typed(fields);
    }

    /** A grid by its id, or by the name that it has around the channel's Area. */
    private String grid(Typed in) {
        String typed = in.text("grid");
        if (typed.isEmpty()) {
            return "";
        }
        Optional<Long> id = typed.matches("[0-9]{1,18}")
                ? Optional.of(Long.parseLong(typed))
                        .filter(known -> grids.nameOf(known).isPresent())
                : grids.named(typed, in.text("area"));
        if (id.isEmpty()) {
            in.wrong("grid", "channel.fault.GRID");
        }
        return id.map(Object::toString).orElse("");
    }

    private String area(Typed in) {
        String area = in.text("area");
        if (areas.find(area).isEmpty()) {
            in.wrong("area", "channel.fault.AREA");
        }
        return area;
    }

    private Optional<ChannelId> parent(Typed in) {
        if (!in.has("parent")) {
            return Optional.empty();
        }
        Optional<ChannelId> parent = channels.byCode(in.text("parent")).map(Channel::id);
        if (parent.isEmpty()) {
            in.wrong("parent", "channel.refused.PARENT_UNKNOWN");
        }
        return parent;
    }

    private static ServiceTerms service(Typed in) {
        Optional<OpeningHours> hours = OpeningHours.parse(in.has("hours") ? in.text("hours") : "always");
        if (hours.isEmpty()) {
            in.wrong("hours", "channel.fault.HOURS");
        }
        Optional<Integer> capacity =
                in.maybeNumber("contactsPerHour", 1, MOST_CONTACTS).map(Long::intValue);
        if (!in.has("contactCost")) {
            in.wrong("contactCost", "shell.fault.EMPTY");
        }
        long cost = in.maybeFen("contactCost", MOST_FEN).orElse(0L);
        return new ServiceTerms(hours.orElse(OpeningHours.ALWAYS), capacity, cost);
    }
}
