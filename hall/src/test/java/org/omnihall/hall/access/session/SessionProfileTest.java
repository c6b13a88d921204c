package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venues;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which profile holds for an open session is the same in SQL, by which lists are filtered, as where admissions are decided. */
@HallTest
class SessionProfileTest {

    private static final String ACTOR = "test";

    private final JdbcClient db;
    private final Profiles profiles;
    private final Ssids ssids;
    private final Venues venues;
    private final Accounts accounts;
    private final Places places;
    private final AccessController controller;

    @Autowired
    SessionProfileTest(
            JdbcClient db,
            Profiles profiles,
            Ssids ssids,
            Venues venues,
            Accounts accounts,
            Places places,
            ControllerRegistry registry) {
        this.db = db;
        this.profiles = profiles;
        this.ssids = ssids;
        this.venues = venues;
        this.accounts = accounts;
        this.places = places;
        this.controller = done(registry.add(
                Draft.of("name", "profiled", "addresses", "10.67.0.1", "radiusSecret", "sixteen-octets-at-least"),
                ACTOR));
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> it -> it.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }

    private AccessProfile profile(String name) {
        return done(profiles.add(Draft.of("name", name, "session", "2h", "devices", "3"), ACTOR));
    }

    @Test
    void isThePlacesOneOrTheAccountsOne() {
        AccessProfile everywhere = profile("hold-everywhere");
        AccessProfile here = profile("hold-here");
        AccessProfile his = profile("hold-his");
        long venue = done(venues.add(Draft.of("name", "Hold", "area", "/zj/hz/"), ACTOR))
                .id();
        long plain = done(venues.add(Draft.of("name", "Plain", "area", "/zj/hz/"), ACTOR))
                .id();
        long ssid = done(ssids.add(
                        Draft.of("name", "HOLD", "area", "/zj/hz/", "profile", Long.toString(everywhere.id())), ACTOR))
                .id();
        done(ssids.putAtVenue(ssid, venue, Optional.of(here.id()), ACTOR));
        done(ssids.putAtVenue(ssid, plain, Optional.empty(), ACTOR));
        long account = done(accounts.add(
                        Draft.of("name", "hold-his", "password", "correct horse", "profile", "hold-his"), ACTOR))
                .id();
        holds(here, OptionalLong.of(venue), "HOLD", OptionalLong.empty());
        holds(everywhere, OptionalLong.of(plain), "HOLD", OptionalLong.empty());
        holds(everywhere, OptionalLong.empty(), "HOLD", OptionalLong.empty());
        holds(profiles.all().getFirst(), OptionalLong.of(venue), "NOT-REGISTERED", OptionalLong.empty());
        holds(his, OptionalLong.of(venue), "HOLD", OptionalLong.of(account));
    }

    private void holds(AccessProfile profile, OptionalLong venue, String ssid, OptionalLong account) {
        if (account.isEmpty()) {
            assertThat(places.at(controller, ssid, venue).profile().name()).isEqualTo(profile.name());
        }
        UUID session = UUID.randomUUID();
        db.sql("""
                        insert into access.open_session (id, controller_id, acct_session_id, user_name, account_id, area_path, venue_id,
                            ssid, ssid_group, wlan, started_at, start_seen, last_heard, heard_at, overdue_at, interim_seconds, up_octets,
                            down_octets, up_packets, down_packets, seconds)
                        values (:id, :ac, 'hold', 'hold', :account::bigint, '/zj/hz/', :venue::bigint, :ssid, 'H', true,
                            '2026-11-22T04:00:00Z', true, '2026-11-22T04:00:00Z', '2026-11-22T04:00:00Z', '2100-01-01T00:00:00Z', 600,
                            0, 0, 0, 0, 0)""")
                .param("id", session)
                .param("ac", controller.id())
                .param("account", account.isPresent() ? account.getAsLong() : null)
                .param("venue", venue.isPresent() ? venue.getAsLong() : null)
                .param("ssid", ssid)
                .update();
        assertThat(db.sql("select " + Profiles.OF_OPEN_SESSION + " from access.open_session where id = ?")
                        .param(session)
                        .query(Long.class)
                        .single())
                .isEqualTo(profile.id());
    }
}
