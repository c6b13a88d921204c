package org.omnihall.hall.channel;

import java.util.List;
import java.util.Optional;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;

/** {@code import channels}: adds channels and changes those whose code is known, with the fields of {@link ChannelFields} and the status. */
@Component
class ChannelImport implements ImportKind {

    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "englishName",
            "kind",
            "ownership",
            "area",
            "parent",
            "grid",
            "status",
            "hours",
            "contactsPerHour",
            "contactCost");

    private final ChannelBook book;
    private final ChannelFields fields;
    private final ChannelTable table;

    ChannelImport(ChannelBook book, ChannelFields fields, ChannelTable table) {
        this.book = book;
        this.fields = fields;
        this.table = table;
    }

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Right right() {
        return Right.CHANNEL_CHANGE;
    }

    @Override
    public Loading begin(String actor) {
        return Loading.lineByLine(line -> write(line, actor));
    }

    private List<LineFault> write(Line line, String actor) {
        Typed in = new Typed(line.named(COLUMNS));
        Optional<ChannelStatus> status = in.choice("status", ChannelStatus.class);
        Optional<Channel> before = table.byCode(in.text("code"));
        Optional<Channel> wanted =
                fields.read(in, before.map(Channel::id).orElse(new ChannelId(0)), status.orElse(ChannelStatus.PLANNED));
        wanted.flatMap(channel -> refused(channel, before, actor))
                .ifPresent(reason -> in.wrong(reason.field(), "channel.refused." + reason.name()));
        return line.faults(in.faults());
    }

    private Optional<ChannelChange.Reason> refused(Channel wanted, Optional<Channel> before, String actor) {
        if (before.isEmpty()) {
            return reason(book.add(wanted, actor));
        }
        Optional<ChannelChange.Reason> reason = reason(book.change(wanted, actor));
        return reason.isPresent() || before.get().status() == wanted.status()
                ? reason
                : reason(book.move(wanted.id(), wanted.status(), actor));
    }

    private static Optional<ChannelChange.Reason> reason(ChannelChange change) {
        return switch (change) {
            case ChannelChange.Done done -> Optional.empty();
            case ChannelChange.Refused refused -> Optional.of(refused.reason());
        };
    }
}
