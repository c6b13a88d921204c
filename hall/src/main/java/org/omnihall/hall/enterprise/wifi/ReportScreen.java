package org.omnihall.hall.enterprise.wifi;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.VisitorReport;
import org.omnihall.hall.access.VisitorReports;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who came to an own Wi-Fi: counts that give nobody away, on a page and as a file (requirement A14). */
@Controller
@OpenToAll
class ReportScreen {

    private static final int USUAL_DAYS = 30;

    private final OwnWifis wifis;
    private final VisitorReports reports;
    private final HallPages pages;
    private final Clock clock;
    private final ShellSettings settings;

    ReportScreen(OwnWifis wifis, VisitorReports reports, HallPages pages, Clock clock, ShellSettings settings) {
        this.wifis = wifis;
        this.reports = reports;
        this.pages = pages;
        this.clock = clock;
        this.settings = settings;
    }

    /** @param asked whether these are the days that were asked for */
    private record Days(LocalDate from, LocalDate to, boolean asked) {}

    @GetMapping("/enterprise/wifi/{id}/visitors")
    @Asks({Role.ADMIN, Role.BUYER})
    View report(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to) {
        OwnWifi wifi = wifis.find(member, id);
        Days days = days(from, to);
        return pages.html(
                "visitors",
                Map.of(
                        "wifi", wifi,
                        "report", reports.of(wifi.spot(), days.from(), days.to()),
                        "from", days.from(),
                        "to", days.to(),
                        "asked", days.asked()));
    }

    @GetMapping("/enterprise/wifi/{id}/visitors.csv")
    @Asks({Role.ADMIN, Role.BUYER})
    void csv(
            Member member,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            HttpServletResponse response)
            throws IOException {
        OwnWifi wifi = wifis.find(member, id);
        Days days = days(from, to);
        VisitorReport report = reports.of(wifi.spot(), days.from(), days.to());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"visitors.csv\"");
        PrintWriter out = response.getWriter();
        out.print(VisitorCsv.of(report));
    }

    private Days days(String from, String to) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        if (from.isEmpty() && to.isEmpty()) {
            return new Days(today.minusDays(USUAL_DAYS - 1L), today, true);
        }
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = day(to);
        if (first.isPresent() && last.isPresent()) {
            long length = ChronoUnit.DAYS.between(first.get(), last.get()) + 1;
            if (length >= 1 && length <= VisitorReports.LONGEST && !last.get().isAfter(today)) {
                return new Days(first.get(), last.get(), true);
            }
        }
        return new Days(today.minusDays(USUAL_DAYS - 1L), today, false);
    }

    private static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed)).filter(day -> day.getYear() > 1900);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
