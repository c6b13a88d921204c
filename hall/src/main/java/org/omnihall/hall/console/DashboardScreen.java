package org.omnihall.hall.console;

import java.util.List;
import java.util.Map;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** How the wireless city does now, with the way into the details. It refreshes itself. */
@Controller
class DashboardScreen {

    private final DashboardFacts facts;
    private final Pages pages;

    DashboardScreen(DashboardFacts facts, Pages pages) {
        this.facts = facts;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry dashboardLine() {
        return new NavigationEntry(
                "/dashboard", "console.title", "dashboard", Right.SESSION_SEE, NavigationEntry.Group.OVERVIEW, 10);
    }

    @GetMapping("/dashboard")
    @Demands(Right.SESSION_SEE)
    View dashboard(Caller caller) {
        return pages.html("console/dashboard", Map.of("now", facts.of(caller.areaPath())));
    }

    @GetMapping("/dashboard/logins.json")
    @Demands(Right.SESSION_SEE)
    @ResponseBody
    List<DashboardFacts.Point> logins(Caller caller) {
        return facts.logins(caller.areaPath());
    }
}
