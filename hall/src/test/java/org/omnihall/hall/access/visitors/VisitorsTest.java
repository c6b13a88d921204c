package org.omnihall.hall.access.visitors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.access.Headcount;
import org.omnihall.hall.access.VisitorReport;
import org.omnihall.hall.access.VisitorReports;
import org.omnihall.hall.database.Times;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The report counts people, not sessions, in the operator's days, at one SSID of one Venue (requirement A14). */
@HallTest
class VisitorsTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String CAFE = "Cafe";

    private final VisitorReports reports;
    private final JdbcClient db;

    @Autowired
    VisitorsTest(VisitorReports reports, JdbcClient db) {
        this.reports = reports;
        this.db = db;
    }

    @Test
    void countsPeopleNewAndReturning() {
        long venue = 901;
        for (int who = 1; who <= 12; who++) {
            session(venue, CAFE, who, at(MONDAY, 9));
            session(venue, CAFE, who, at(MONDAY, 15));
        }
        for (int who = 1; who <= 6; who++) {
            session(venue, CAFE, who, at(MONDAY.minusDays(10), 9));
        }
        session(venue, "Operator", 77, at(MONDAY, 9));
        session(venue + 1, CAFE, 78, at(MONDAY, 9));
        VisitorReport report = reports.of(new VisitorReports.Spot(venue, CAFE), MONDAY, MONDAY);
        assertThat(report.visitors().text()).isEqualTo("12");
        assertThat(report.fresh().text()).isEqualTo("6");
        assertThat(report.returning().text()).isEqualTo("6");
        assertThat(report.stay()).contains(Duration.ofMinutes(30));
        assertThat(report.octets()).contains(24 * 1_500L);
        assertThat(report.hours().get(9).text()).isEqualTo("12");
        assertThat(report.hours().get(10).text()).isEqualTo("0");
        assertThat(report.days()).hasSize(1);
    }

    @Test
    void dividesTimeIntoTheOperatorsDays() {
        long venue = 911;
        for (int who = 1; who <= 5; who++) {
            session(venue, CAFE, who, at(MONDAY, 23).plusSeconds(3599));
            session(venue, CAFE, who + 10, at(MONDAY.plusDays(1), 0));
        }
        VisitorReports.Spot spot = new VisitorReports.Spot(venue, CAFE);
        assertThat(reports.of(spot, MONDAY, MONDAY).visitors().text()).isEqualTo("5");
        assertThat(reports.of(spot, MONDAY, MONDAY.plusDays(1)).days())
                .extracting(day -> day.day() + " " + day.visitors().text())
                .containsExactly(MONDAY + " 5", MONDAY.plusDays(1) + " 5");
    }

    @Test
    void hidesFourAndTellsFive() {
        long venue = 921;
        for (int who = 1; who <= 4; who++) {
            session(venue, CAFE, who, at(MONDAY, 9));
        }
        VisitorReports.Spot spot = new VisitorReports.Spot(venue, CAFE);
        assertThat(reports.of(spot, MONDAY, MONDAY).visitors()).isEqualTo(Headcount.of(4));
        assertThat(reports.of(spot, MONDAY, MONDAY).toString()).doesNotContain("[4]", "=4");
        session(venue, CAFE, 5, at(MONDAY, 9));
        assertThat(reports.of(spot, MONDAY, MONDAY).visitors().text()).isEqualTo("5");
        assertThat(reports.online(spot).text()).isEqualTo("0");
    }

    @Test
    void tellsNothingOfOneByAReportOfADayMore() {
        long venue = 951;
        for (int who = 1; who <= 6; who++) {
            session(venue, CAFE, who, at(MONDAY, 9));
        }
        session(venue, CAFE, 7, at(MONDAY.plusDays(1), 9));
        VisitorReports.Spot spot = new VisitorReports.Spot(venue, CAFE);
        VisitorReport one = reports.of(spot, MONDAY, MONDAY);
        VisitorReport both = reports.of(spot, MONDAY, MONDAY.plusDays(1));
        assertThat(one.octets()).contains(9_000L);
        assertThat(both.octets()).isEqualTo(one.octets());
        assertThat(both.stay()).isEqualTo(one.stay());
    }

    @Test
    void countsLoginsAndStopsOfTheFunnel() {
        long venue = 931;
        hour(venue, at(MONDAY, 8), "ACCOUNTING_STARTED", "", 9);
        hour(venue, at(MONDAY, 8), "REDIRECTED", "", 40);
        hour(venue, at(MONDAY, 9), "NUMBER_GIVEN", "CODE_WRONG", 6);
        hour(venue, at(MONDAY.plusDays(1), 0), "ACCOUNTING_STARTED", "", 2);
        VisitorReport report = reports.of(new VisitorReports.Spot(venue, CAFE), MONDAY, MONDAY.plusDays(1));
        assertThat(report.days()).extracting(VisitorReport.Day::day).containsExactly(MONDAY, MONDAY.plusDays(1));
        assertThat(report.days().getFirst().logins().text()).isEqualTo("9");
        assertThat(report.days().getFirst().stops().text()).isEqualTo("6");
        assertThat(report.days().getLast().logins().text()).isEqualTo("<5");
    }

    @Test
    void coversFourHundredDaysAndNoMore() {
        VisitorReports.Spot spot = new VisitorReports.Spot(941, CAFE);
        assertThat(reports.of(spot, MONDAY.minusDays(399), MONDAY).days()).isEmpty();
        assertThatThrownBy(() -> reports.of(spot, MONDAY.minusDays(400), MONDAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> reports.of(spot, MONDAY, MONDAY.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void session(long venue, String ssid, long who, Instant start) {
        db.sql("""
                        insert into access.closed_session (id, controller_id, acct_session_id, user_name, subscriber_id, area_path,
                            venue_id, ssid, ssid_group, started_at, start_seen, interim_seconds, wlan, up_octets, down_octets,
                            up_packets, down_packets, seconds, heard_at, closed_at, cause, closers)
                        values (:id, 1, :acct, 'u', :who, '/', :venue, :ssid, :ssid, :start, true, 600, true, 500, 1000, 1, 1, 1800,
                            :end, :end, 'USER_REQUEST', '')""")
                .param("id", UUID.randomUUID())
                .param("acct", UUID.randomUUID().toString())
                .param("who", who)
                .param("venue", venue)
                .param("ssid", ssid)
                .param("start", Times.at(start))
                .param("end", Times.at(start.plus(Duration.ofMinutes(30))))
                .update();
    }

    private void hour(long venue, Instant hour, String step, String reason, long times) {
        db.sql("insert into access.funnel_hour values (?, '/', ?, 1, ?, '', 'OTHER', ?, ?, ?)")
                .params(Times.at(hour), venue, CAFE, step, reason, times)
                .update();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(SHANGHAI).toInstant();
    }
}
