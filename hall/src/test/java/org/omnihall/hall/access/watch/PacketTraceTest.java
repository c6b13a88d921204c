package org.omnihall.hall.access.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.aaa.SmallNas;
import org.omnihall.hall.access.dynamic.Disconnects;
import org.omnihall.hall.access.dynamic.EndResult;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Problem;
import org.omnihall.hall.access.session.OpenSession;
import org.omnihall.hall.access.session.Sessions;
import org.omnihall.hall.access.watch.WatchedPacket.Way;
import org.omnihall.hall.shell.Paging;
import org.omnihall.octets.MacAddress;
import org.omnihall.radius.AttributeTypes;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Watches over packets: whose are kept, what of them is shown, and to whom. */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PacketTraceTest {

    private static final String PASSWORD = "correct horse";
    private static final MacAddress PHONE = new MacAddress(0x0211_2277_0001L);

    private final int port;
    private final JdbcClient db;
    private final RadiusListeners hall;
    private final ControllerRegistry registry;
    private final Accounts accounts;
    private final PacketWatches watches;
    private final RunningWatches running;
    private final Sessions sessions;
    private final Disconnects disconnects;
    private final SmallNas nas;
    private final SmallNas other;
    private long controller;

    @Autowired
    PacketTraceTest(
            @LocalServerPort int port,
            JdbcClient db,
            RadiusListeners hall,
            ControllerRegistry registry,
            Accounts accounts,
            PacketWatches watches,
            RunningWatches running,
            Sessions sessions,
            Disconnects disconnects) {
        this.port = port;
        this.db = db;
        this.hall = hall;
        this.registry = registry;
        this.accounts = accounts;
        this.watches = watches;
        this.running = running;
        this.sessions = sessions;
        this.disconnects = disconnects;
        this.nas = new SmallNas("127.0.17.1", hall);
        this.other = new SmallNas("127.0.17.2", hall);
    }

    @BeforeAll
    void register() {
        AccessController registered = nas.register(registry, "watched-ac", "domain", "strip");
        controller = registered.id();
        other.register(registry, "watched-other", "domain", "strip");
        for (String name : List.of("13866660001", "watched-wu")) {
            assertThat(accounts.add(Draft.of("name", name, "password", PASSWORD, "methods", "pap"), "test"))
                    .isInstanceOf(Change.Done.class);
        }
    }

    @AfterAll
    void close() {
        nas.close();
        other.close();
    }

    private PacketWatch begun(String... fields) {
        Change<PacketWatch> change = watches.begin(Draft.of(fields), "/zj/", "watcher");
        running.look();
        return change instanceof Change.Done<PacketWatch> done ? done.value() : refused(change);
    }

    private static PacketWatch refused(Change<PacketWatch> change) {
        throw new AssertionError(change);
    }

    private List<WatchedPacket> caught(PacketWatch watch, int number) {
        Eventually.holds(number + " packets", () -> watches.whole(watch).size() >= number);
        return watches.whole(watch);
    }

    @Test
    void keepsWhatAUserSendsAndGetsWithoutItsPasswordAndWithItsNumberMasked() {
        PacketWatch watch = begun("user", "+86 138 6666 0001", "minutes", "5");
        nas.ask(nas.pap("watched-wu", PASSWORD, PHONE));
        other.ask(other.pap("13866660001@wlan.example", PASSWORD, PHONE));
        List<WatchedPacket> packets = caught(watch, 2);
        assertThat(packets).extracting(WatchedPacket::way).containsExactly(Way.RECEIVED, Way.ANSWERED);
        assertThat(packets.getFirst().text())
                .startsWith("ACCESS_REQUEST")
                .contains(
                        "User-Name = \"138****0001@wlan.example\"",
                        "User-Password = <hidden>",
                        "NAS-IP-Address = 127.0.17.2")
                .doesNotContain("13866660001");
        assertThat(packets.getFirst().peer()).startsWith("127.0.17.2:");
        assertThat(packets.getLast().text()).startsWith("ACCESS_ACCEPT").contains("Session-Timeout");
        watches.end(watch, "watcher");
    }

    @Test
    void keepsWhatAControllerGetsNoAnswerToWithTheReason() {
        PacketWatch watch = begun("controller", Long.toString(controller), "minutes", "5");
        nas.raw(nas.pap("watched-wu", PASSWORD, PHONE), hall.authentication().getFirst(), Duration.ofMillis(200));
        other.ask(other.pap("watched-wu", PASSWORD, PHONE));
        assertThat(caught(watch, 1)).singleElement().satisfies(packet -> {
            assertThat(packet.way()).isEqualTo(Way.UNANSWERED);
            assertThat(packet.head()).isEqualTo("MISSING_MESSAGE_AUTHENTICATOR");
            assertThat(packet.attributes()).contains("ACCESS_REQUEST", "User-Name = \"watched-wu\"");
        });
        watches.end(watch, "watcher");
        running.look();
        nas.ask(nas.pap("watched-wu", PASSWORD, PHONE));
        PacketWatch later = begun("controller", Long.toString(controller), "minutes", "5");
        nas.ask(nas.pap("watched-wu", PASSWORD, PHONE));
        caught(later, 2);
        assertThat(watches.whole(watch)).as("nothing after its end").hasSize(1);
        watches.end(later, "watcher");
    }

    @Test
    void keepsWhatTheControllerIsAskedAndWhatItReplies() {
        nas.ask(nas.accounting(1, "watched-session", PHONE)
                .text(AttributeTypes.USER_NAME, "watched-wu")
                .build());
        OpenSession session = sessions.openFor(controller, Optional.of(PHONE), Optional.empty())
                .orElseThrow();
        PacketWatch watch = begun("user", "watched-wu", "minutes", "5");
        assertThat(disconnects.end(session, "test").join().state()).isEqualTo(EndResult.State.ACKNOWLEDGED);
        List<WatchedPacket> packets = caught(watch, 2);
        assertThat(packets).extracting(WatchedPacket::way).containsExactly(Way.ASKED, Way.REPLIED);
        assertThat(packets.getFirst().head()).isEqualTo("DISCONNECT_REQUEST");
        assertThat(packets.getFirst().attributes()).contains("Acct-Session-Id = \"watched-session\"");
        assertThat(packets.getLast().head()).startsWith("DISCONNECT_ACK");
        watches.end(watch, "watcher");
    }

    @Test
    void keepsNothingOfAnotherAreaAndNotMoreThanItsBound() {
        Change<PacketWatch> change = watches.begin(Draft.of("user", "watched-wu", "minutes", "1"), "/zj/nb/", "ningbo");
        PacketWatch elsewhere = change instanceof Change.Done<PacketWatch> done ? done.value() : refused(change);
        PacketWatch watch = begun("user", "watched-wu", "minutes", "1");
        IntStream.range(0, PacketTap.MOST / 2 + 5).forEach(i -> nas.ask(nas.pap("watched-wu", PASSWORD, PHONE)));
        PacketWatch last = begun("user", "13866660001", "minutes", "1");
        nas.ask(nas.pap("13866660001", PASSWORD, PHONE));
        caught(last, 2);
        assertThat(watches.whole(watch)).hasSize(PacketTap.MOST);
        assertThat(watches.whole(elsewhere)).isEmpty();
        assertThat(watches.packets(watch, Paging.first()).next()).isPresent();
        List.of(elsewhere, watch, last).forEach(one -> watches.end(one, "watcher"));
    }

    @Test
    void refusesWhatNamesNobodyAndWhatLastsTooLong() {
        assertThat(problems("minutes", "5")).containsExactly("user EMPTY");
        assertThat(problems("user", "wu", "minutes", "16")).containsExactly("minutes OUT_OF_BOUNDS");
        assertThat(problems("user", "wu", "minutes", "0")).containsExactly("minutes OUT_OF_BOUNDS");
        assertThat(problems("controller", "999999", "minutes", "5")).containsExactly("controller UNKNOWN");
        assertThat(problems("user", "x".repeat(254), "minutes", "5")).containsExactly("user TOO_LONG");
    }

    private List<String> problems(String... fields) {
        return watches.begin(Draft.of(fields), "/", "watcher") instanceof Change.Refused<PacketWatch> refused
                ? refused.problems().stream().map(PacketTraceTest::text).toList()
                : List.of();
    }

    private static String text(Problem problem) {
        return problem.field() + " " + problem.fault();
    }

    @Test
    void isBegunShownExportedAndEndedAtTheConsoleByWhoMayAndNobodyElse() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "packet-admin", "administrator", "/");
        assertThat(admin.get("/packets?lang=en").body()).contains("Packet trace", "watched-ac");
        assertThat(admin.post("/packets", "controller", "", "user", "", "minutes", "99")
                        .body())
                .contains("is-invalid", "value=\"99\"");
        String page = ConsoleBrowser.location(
                admin.post("/packets", "controller", Long.toString(controller), "user", "13866660001", "minutes", "3"));
        assertThat(page).startsWith("/packets/");
        running.look();
        nas.ask(nas.pap("13866660001", PASSWORD, PHONE));
        Eventually.holds(
                "the page shows the answer", () -> admin.get(page).body().contains("ACCESS_ACCEPT"));
        assertThat(admin.get(page + "?lang=en").body())
                .contains("138****0001", "Running", "hx-trigger=\"every 2s\"")
                .doesNotContain("13866660001");
        assertThat(admin.get(page + ".txt").body())
                .contains("ACCESS_REQUEST", "<hidden>")
                .doesNotContain("13866660001");
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "packet-ningbo", "operator", "/zj/nb/");
        assertThat(ningbo.get(page).statusCode()).isEqualTo(404);
        assertThat(ningbo.get("/packets").body()).doesNotContain("watched-ac", page);
        admin.post(page + "/end");
        assertThat(admin.get(page + "?lang=en").body()).contains("Ended").doesNotContain("every 2s");
        assertThat(db.sql("select act from audit.entry where actor = 'packet-admin' order by id")
                        .query(String.class)
                        .list())
                .contains("packets.begin", "packets.export", "packets.end");
    }
}
