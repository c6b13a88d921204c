package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Grids;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Typed;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How channels are found by a text, and how their fields are read. */
@HallTest
class ChannelSearchTest {

    private final ChannelTable table;
    private final ChannelBook book;
    private final ChannelFields fields;
    private final ChannelImport load;
    private final Grids grids;
    private final JdbcClient db;

    @Autowired
    ChannelSearchTest(
            ChannelTable table,
            ChannelBook book,
            ChannelFields fields,
            ChannelImport load,
            Grids grids,
            JdbcClient db) {
        this.table = table;
        this.book = book;
        this.fields = fields;
        this.load = load;
        this.grids = grids;
        this.db = db;
    }

    @Test
    void findsAChannelWhateverTheCaseOfItsNamesAndCode() {
        Channel corner = fields.read(
                        new Typed(values("search-corner", "name", "WiFi 角", "englishName", "Lake Corner")),
                        new ChannelId(0),
                        ChannelStatus.OPEN)
                .orElseThrow();
        assertThat(book.add(corner, "LI")).isInstanceOf(ChannelChange.Done.class);
        for (String typed : List.of("wifi 角", "WIFI 角", "lake corner", "LAKE CORNER", "Search-Corner")) {
            assertThat(table.list("/", ChannelFilter.of(typed, "", "", "", ""), Paging.first())
                            .rows())
                    .as(typed)
                    .extracting(Channel::code)
                    .containsExactly("search-corner");
        }
    }

    @Test
    void keepsAGridAsItWasReadNotAsItWasTyped() {
        Town.staff(db, "grid-mei", "/");
        long grid = Town.done(grids.add(new Grids.Draft("/", "of channels", "grid-mei"), "LI"))
                .id();
        Typed padded = new Typed(values("grid-hall", "grid", "000" + grid));
        assertThat(fields.read(padded, new ChannelId(0), ChannelStatus.OPEN))
                .map(Channel::grid)
                .contains(Long.toString(grid));
        assertThat(fields.read(
                        new Typed(values("grid-hall", "grid", "of channels")), new ChannelId(0), ChannelStatus.OPEN))
                .as("by its name")
                .map(Channel::grid)
                .contains(Long.toString(grid));
        Typed unknown = new Typed(values("grid-hall", "grid", "999999999999999"));
        assertThat(fields.read(unknown, new ChannelId(0), ChannelStatus.OPEN)).isEmpty();
        assertThat(unknown.faults()).containsOnly(Map.entry("grid", "channel.fault.GRID"));
    }

    @Test
    void blamesTheColumnThatARefusalIsAbout() {
        Channel closed = fields.read(new Typed(values("closed-hall")), new ChannelId(0), ChannelStatus.OPEN)
                .orElseThrow();
        assertThat(book.add(closed, "LI")).isInstanceOf(ChannelChange.Done.class);
        book.move(table.byCode("closed-hall").orElseThrow().id(), ChannelStatus.CLOSED, "LI");
        Map<String, String> values = values("closed-hall", "status", "OPEN");
        Line line = new Line(
                2,
                ChannelImport.COLUMNS.stream()
                        .map(column -> values.getOrDefault(column, ""))
                        .toList());
        assertThat(load.begin("LI").take(List.of(line)))
                .containsExactly(new LineFault(2, "status", "channel.refused.CLOSED"));
    }

    private static Map<String, String> values(String code, String... more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "code", code, "name", code, "kind", "HALL", "ownership", "OPERATOR", "area", "/", "contactCost", "8"));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return values;
    }
}
