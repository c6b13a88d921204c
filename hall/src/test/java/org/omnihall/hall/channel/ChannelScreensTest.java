package org.omnihall.hall.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.ConsoleBrowser.location;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.intake.ImportKind;
import org.omnihall.hall.intake.ImportKind.Line;
import org.omnihall.hall.intake.ImportKind.LineFault;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.shell.Languages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Channels on screens and in files (requirements B1, B9, B25). */
@HallTest
class ChannelScreensTest {

    private final int port;
    private final JdbcClient db;
    private final Channels channels;
    private final Areas areas;
    private final ChannelImport load;
    private final ChannelExport export;
    private final Languages languages;
    private final TransactionTemplate transaction;

    @Autowired
    ChannelScreensTest(
            @LocalServerPort int port,
            JdbcClient db,
            Channels channels,
            Areas areas,
            ChannelImport load,
            ChannelExport export,
            Languages languages,
            PlatformTransactionManager transactions) {
        this.port = port;
        this.db = db;
        this.channels = channels;
        this.areas = areas;
        this.load = load;
        this.export = export;
        this.languages = languages;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Test
    void addsAChannelOnlyWithAKindAndAnOwner() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "channel-admin", "administrator", "/");
        assertThat(admin.get("/channels/new?lang=en").body()).contains("Add channel");
        String refused = admin.post("/channels", "code", "westlake", "name", "西湖厅", "area", "/", "contactCost", "8")
                .body();
        assertThat(refused).contains("is-invalid", "Please fill this in", "西湖厅");
        String mixed = admin.post(
                        "/channels",
                        "code",
                        "westlake",
                        "name",
                        "西湖厅",
                        "area",
                        "/",
                        "contactCost",
                        "8",
                        "kind",
                        "HALL",
                        "ownership",
                        "PARTNER")
                .body();
        assertThat(mixed).contains("Own stores are the operator");
        assertThat(channels.byCode("westlake")).isEmpty();
        String page = location(admin.post(
                "/channels",
                "code",
                "westlake",
                "name",
                "西湖厅",
                "area",
                "/",
                "contactCost",
                "8.50",
                "kind",
                "HALL",
                "ownership",
                "OPERATOR",
                "hours",
                "mon-fri 09:00-18:00",
                "contactsPerHour",
                "40"));
        assertThat(page).matches("/channels/\\d+.*");
        assertThat(admin.get(page).body()).contains("西湖厅", "8.50", "09:00-18:00", "Planned");
        assertThat(channels.byCode("westlake").orElseThrow().status()).isEqualTo(ChannelStatus.PLANNED);
        assertThat(admin.post(
                                "/channels",
                                "code",
                                "westlake",
                                "name",
                                "二",
                                "area",
                                "/",
                                "contactCost",
                                "8",
                                "kind",
                                "APP",
                                "ownership",
                                "OPERATOR")
                        .body())
                .contains("This code is taken");
    }

    @Test
    void leadsAChannelThroughItsLifeOnItsPage() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "channel-life", "administrator", "/");
        String page = added(admin, "life-hall", "/");
        admin.post(page + "/status", "status", "OPEN");
        assertThat(admin.get(page + "?lang=en").body()).contains("Suspend", "Serving now");
        admin.post(page, "name", "新名字", "area", "/", "contactCost", "9", "kind", "HALL", "ownership", "OPERATOR");
        admin.post(page + "/positions", "segment", "HIGH_VALUE", "type", "SENSITIVE", "function", "SERVICE");
        admin.post(
                page + "/positions",
                "segment",
                "LOW_VALUE",
                "type",
                "SALES",
                "function",
                "SALE",
                "from",
                "2099-01-01T00:00");
        assertThat(admin.get(page).body())
                .contains("新名字", "In force", "Persons of high value", "Sensitive", "2099-01-01");
        admin.post(page + "/relations", "other", "app", "kind", "SUBSTITUTE", "type", "SALES");
        assertThat(admin.get(page).body()).contains("Substitute", "Mobile hall");
        admin.post(page + "/relations", "other", "app", "kind", "SUBSTITUTE", "type", "SENSITIVE");
        assertThat(admin.get(page).body()).contains("neither is a substitute");
        admin.post(page + "/status", "status", "CLOSED");
        assertThat(admin.get(page).body()).doesNotContain(page + "/status", page + "/edit");
        admin.post(page + "/status", "status", "OPEN");
        assertThat(admin.get(page).body()).contains("This does not follow from its status");
    }

    @Test
    void showsOnlyChannelsOfTheCallersArea() {
        areas.add("/", "che", "东", "LI");
        areas.add("/", "chw", "西", "LI");
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "channel-all", "administrator", "/");
        String east = added(admin, "east-hall", "/che/");
        String west = added(admin, "west-hall", "/chw/");
        ConsoleBrowser eastern = StaffOnPaper.browser(db, port, "channel-east", "channel-manager", "/che/");
        assertThat(eastern.get("/channels").body()).contains("east-hall").doesNotContain("west-hall");
        assertThat(eastern.get(east).statusCode()).isEqualTo(200);
        assertThat(eastern.get(west).statusCode()).isEqualTo(404);
        assertThat(eastern.post(west + "/status", "status", "OPEN").statusCode())
                .isEqualTo(404);
        assertThat(eastern.post(
                                "/channels",
                                "code",
                                "grab",
                                "name",
                                "抢",
                                "area",
                                "/chw/",
                                "contactCost",
                                "1",
                                "kind",
                                "APP",
                                "ownership",
                                "OPERATOR")
                        .body())
                .contains("is-invalid");
        assertThat(channels.byCode("grab")).isEmpty();
        eastern.post(east + "/relations", "other", "west-hall", "kind", "COMPLEMENT");
        assertThat(eastern.get(east).body()).doesNotContain("west-hall");
    }

    @Test
    void filtersTheList() {
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "channel-auditor", "auditor", "/");
        assertThat(auditor.get("/channels?class=ELECTRONIC").body()).contains("hotline", "sms-hall");
        assertThat(auditor.get("/channels?kind=HOTLINE").body())
                .contains("hotline")
                .doesNotContain("sms-hall");
        assertThat(auditor.get("/channels?text=sms").body())
                .contains("sms-hall")
                .doesNotContain(">hotline<");
        assertThat(auditor.get("/channels?ownership=PARTNER").body()).doesNotContain("sms-hall");
        assertThat(auditor.get("/channels?status=CLOSED").body()).doesNotContain("sms-hall");
        assertThat(auditor.get("/channels/new").statusCode()).isEqualTo(403);
        assertThat(auditor.post("/channels", "code", "x").statusCode()).isEqualTo(403);
    }

    @Test
    void comesInAndGoesOutByFile() {
        assertThat(take(
                        line(2, "file-hall", "OPEN", "HALL", "OPERATOR", ""),
                        line(3, "file-kiosk", "PLANNED", "KIOSK", "OPERATOR", "file-hall")))
                .isEmpty();
        Channel kiosk = channels.byCode("file-kiosk").orElseThrow();
        assertThat(kiosk.parent().flatMap(channels::find).map(Channel::code)).contains("file-hall");
        List<List<String>> out = new ArrayList<>();
        export.rows("/", out::add);
        List<String> row = out.stream()
                .filter(one -> one.getFirst().equals("file-kiosk"))
                .findFirst()
                .orElseThrow();
        assertThat(row)
                .isEqualTo(line(3, "file-kiosk", "PLANNED", "KIOSK", "OPERATOR", "file-hall")
                        .values());
        assertThat(take(line(2, "file-kiosk", "OPEN", "KIOSK", "OPERATOR", ""))).isEmpty();
        assertThat(channels.byCode("file-kiosk").orElseThrow().isOpen()).isTrue();
        assertThat(channels.byCode("file-kiosk").orElseThrow().parent()).isEmpty();
    }

    @Test
    void namesTheColumnsThatAreWrongInAFile() {
        assertThat(take(line(2, "file-bad", "OPENED", "PIGEON", "", "nowhere")))
                .extracting(LineFault::column)
                .containsExactlyInAnyOrder("status", "kind", "ownership", "parent");
        assertThat(take(line(2, "file-mixed", "OPEN", "AGENT_POINT", "OPERATOR", "")))
                .extracting(LineFault::wordKey)
                .containsExactly("channel.refused.OWNERSHIP");
        assertThat(channels.byCode("file-mixed")).isEmpty();
    }

    @Test
    void hasWordsForEveryRefusal() {
        for (Locale language : List.of(Locale.CHINA, Locale.ENGLISH)) {
            Stream.of(ChannelChange.Reason.values())
                    .forEach(reason -> assertThat(languages.in(language).of("channel.refused", reason))
                            .isNotBlank());
        }
    }

    private List<LineFault> take(Line... lines) {
        return Objects.requireNonNull(transaction.execute(status -> {
            ImportKind.Loading loading = load.begin("LI");
            List<LineFault> faults = new ArrayList<>(loading.take(List.of(lines)));
            faults.addAll(loading.finish());
            if (!faults.isEmpty()) {
                status.setRollbackOnly();
            }
            return faults;
        }));
    }

    private static Line line(long number, String code, String status, String kind, String ownership, String parent) {
        return new Line(
                number,
                List.of(
                        code,
                        "渠道",
                        "Channel",
                        kind,
                        ownership,
                        "/",
                        parent,
                        "",
                        status,
                        "mon 09:00-10:00",
                        "20",
                        "1.50"));
    }

    private static String added(ConsoleBrowser admin, String code, String area) {
        admin.get("/channels/new");
        return location(admin.post(
                        "/channels",
                        "code",
                        code,
                        "name",
                        code,
                        "area",
                        area,
                        "contactCost",
                        "8",
                        "kind",
                        "HALL",
                        "ownership",
                        "OPERATOR"))
                .replaceFirst("\\?.*", "");
    }
}
