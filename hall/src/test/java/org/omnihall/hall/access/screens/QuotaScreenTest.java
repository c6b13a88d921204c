package org.omnihall.hall.access.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Ssids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Quotas on the console: in a profile's form, on a session's page, and more of them by right. */
@HallTest
class QuotaScreenTest {

    private static final String[] MONTHLY = {
        "name",
        "monthly",
        "down",
        "8000",
        "monthVolume",
        "1024",
        "dayTime",
        "2h",
        "hours",
        "mon-sun 00:00-24:00",
        "reached",
        "slows",
        "slowDown",
        "512",
        "slowUp",
        "128"
    };

    private final int port;
    private final JdbcClient db;
    private final City city;
    private final Profiles profiles;
    private final Ssids ssids;
    private final ControllerRegistry controllers;

    @Autowired
    QuotaScreenTest(
            @LocalServerPort int port, JdbcClient db, Profiles profiles, Ssids ssids, ControllerRegistry controllers) {
        this.port = port;
        this.db = db;
        this.city = new City(db);
        this.profiles = profiles;
        this.ssids = ssids;
        this.controllers = controllers;
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> it -> it.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    /** A session at an SSID whose profile has a quota. */
    private UUID metered(String name, String number, long mac) {
        long profile = done(profiles.add(
                        Draft.of("name", name, "monthVolume", "100", "reached", "slows", "slowDown", "512"), "test"))
                .id();
        done(ssids.add(Draft.of("name", name, "group", name, "profile", Long.toString(profile)), "test"));
        AccessController controller = done(controllers.add(
                Draft.of(
                        "name",
                        name,
                        "addresses",
                        "127.0.77." + number.charAt(number.length() - 1),
                        "radiusSecret",
                        "a-secret-for-the-quota-screen"),
                "test"));
        UUID session = city.session(city.subscriber(number), name, mac, Instant.now());
        db.sql("update access.open_session set controller_id = ?, ssid = ? where id = ?")
                .params(controller.id(), name, session)
                .update();
        return session;
    }

    @Test
    void aProfileSaysWhatItGivesInADayAMonthAndAWeek() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "quota-admin", "administrator", "/");
        admin.get("/profiles");
        admin.post("/profiles", MONTHLY);
        assertThat(admin.get("/profiles?lang=en").body())
                .contains("1.00 GB a month", "2:00:00 a day", "Go on slowly", "512 kbit/s", "value=\"1024\"");
        admin.post("/profiles", "name", "no-hours", "hours", "mon 25:00-26:00");
        assertThat(admin.get("/profiles?lang=en").body()).contains("mon-fri 08:00-22:00");
        admin.post("/profiles", "name", "no-rate", "dayTime", "1h", "reached", "slows");
        assertThat(profiles.all()).noneMatch(profile -> profile.name().startsWith("no-"));
    }

    @Test
    void aSessionsPageTellsWhatIsUsedAndMoreIsGivenByRight() {
        UUID session = metered("quota-page", "13800007101", 0x0011_2233_7701L);
        db.sql(
                        "insert into access.quota_use (owner, period, begins, ends_at, seconds, octets, bound_seconds, bound_octets, reached_at)"
                                + " select 'subscriber:' || subscriber_id, 'MONTH', date_trunc('month', ?::timestamptz at time zone 'Asia/Shanghai')::date,"
                                + " '2099-01-01Z', 0, 157286400, 0, 104857600, ? from access.open_session where id = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC), OffsetDateTime.now(ZoneOffset.UTC), session)
                .update();
        String page = "/sessions/" + session;
        ConsoleBrowser auditor = StaffOnPaper.browser(db, port, "quota-auditor", "auditor", "/");
        assertThat(auditor.get(page + "?lang=en").body())
                .contains("150 MB of 100 MB", "Go on slowly")
                .doesNotContain("Give more");
        assertThat(auditor.post(page + "/quota", "volume", "100").statusCode()).isEqualTo(403);
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "quota-ningbo", "operator", "/zj/nb/");
        ningbo.get("/online");
        assertThat(ningbo.post(page + "/quota", "volume", "100").statusCode()).isEqualTo(404);
        ConsoleBrowser operator = StaffOnPaper.browser(db, port, "quota-operator", "operator", "/");
        assertThat(operator.get(page + "?lang=en").body()).contains("Give more");
        operator.post(page + "/quota", "period", "MONTH", "volume", "");
        assertThat(operator.get(page + "?lang=en").body()).contains("150 MB of 100 MB");
        operator.post(page + "/quota", "period", "MONTH", "volume", "100");
        assertThat(operator.get(page + "?lang=en").body()).contains("150 MB of 200 MB");
        operator.post(page + "/quota", "period", "MONTH", "volume", "24");
        assertThat(operator.get(page + "?lang=en").body()).contains("150 MB of 224 MB");
        assertThat(db.sql(
                                "select count(*) from audit.entry where actor = 'quota-operator' and act = 'quota.give' and subject = ?")
                        .param("session:" + session)
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
        assertThat(db.sql("select count(*) from access.quota_use where octets = 157286400 and reached_at is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
