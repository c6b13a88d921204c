package org.omnihall.hall.channel;

import java.util.List;
import java.util.function.Consumer;
import org.omnihall.hall.intake.ExportKind;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.stereotype.Component;

/** {@code export channels}, as the import reads them. */
@Component
class ChannelExport implements ExportKind {

    private final Channels channels;
    private final ChannelFields fields;

    ChannelExport(Channels channels, ChannelFields fields) {
        this.channels = channels;
        this.fields = fields;
    }

    @Override
    public String name() {
        return "channels";
    }

    @Override
    public List<String> columns() {
        return ChannelImport.COLUMNS;
    }

    @Override
    public Right right() {
        return Right.CHANNEL_SEE;
    }

    @Override
    public void rows(String areaPath, Consumer<List<String>> row) {
        channels.all().stream()
                .filter(channel -> channel.areaPath().startsWith(areaPath))
                .forEach(channel -> row.accept(line(channel)));
    }

    private List<String> line(Channel channel) {
        Typed shown = fields.of(channel).with("status", channel.status().name());
        return ChannelImport.COLUMNS.stream().map(shown::text).toList();
    }
}
