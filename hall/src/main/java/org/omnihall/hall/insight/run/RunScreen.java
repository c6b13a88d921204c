package org.omnihall.hall.insight.run;

import java.util.Map;
import org.omnihall.hall.insight.InsightSettings;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The computations of everybody's value: how far the one that runs is, how the others ended, and another one now. */
@Controller
class RunScreen {

    private final Runs runs;
    private final ValueRuns values;
    private final InsightSettings settings;
    private final Pages pages;

    RunScreen(Runs runs, ValueRuns values, InsightSettings settings, Pages pages) {
        this.runs = runs;
        this.values = values;
        this.settings = settings;
        this.pages = pages;
    }

    @GetMapping("/pyramid/runs")
    @Demands(Right.INSIGHT_SEE)
    View list(Paging paging) {
        return pages.html("insight/runs", Map.of("slice", runs.list(paging), "inForce", runs.inForce()));
    }

    @PostMapping("/pyramid/compute")
    @Demands(Right.INSIGHT_CHANGE)
    String compute(Caller caller, RedirectAttributes next) {
        switch (values.begin(settings.master(), caller.whole())) {
            case RunStart.Begun begun -> Flash.good(next, "insight.run.begun", begun.run());
            case RunStart.Refused refused -> Flash.bad(next, "insight.run.refused." + refused.reason());
        }
        return "redirect:/pyramid/runs";
    }
}
