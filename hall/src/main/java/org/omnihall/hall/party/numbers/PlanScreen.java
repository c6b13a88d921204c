package org.omnihall.hall.party.numbers;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.party.BadSegments;
import org.omnihall.hall.party.NumberPlans;
import org.omnihall.hall.party.NumberPlans.Version;
import org.omnihall.hall.party.SegmentChange;
import org.omnihall.hall.party.SegmentFile;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.octets.Octets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The versions of the number plan. An upload becomes a version that is not used until somebody has looked at its differences. */
@Controller
class PlanScreen {

    private static final String AGAIN = "redirect:/number-plan";
    private static final int SHOWN = 200;
    private static final int LONGEST_NOTE = 200;

    private final NumberPlans plans;
    private final Pages pages;

    PlanScreen(NumberPlans plans, Pages pages) {
        this.plans = plans;
        this.pages = pages;
    }

    @GetMapping("/number-plan")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    View list(Paging paging) {
        return list(paging, List.of());
    }

    @PostMapping(path = "/number-plan", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Demands(Right.NUMBER_PLAN_CHANGE)
    ModelAndView upload(
            Caller caller, @RequestParam MultipartFile file, @RequestParam String note, RedirectAttributes next)
            throws IOException {
        String actor = caller.whole();
        SegmentFile.Reading read = SegmentFile.read(Octets.of(file.getBytes()));
        if (!read.faults().isEmpty()) {
            return new ModelAndView(list(Paging.first(), read.faults()));
        }
        if (read.ranges().isEmpty()) {
            Flash.bad(next, "party.plan.nothing");
            return new ModelAndView(AGAIN);
        }
        String kept = note.strip().substring(0, Math.min(note.strip().length(), LONGEST_NOTE));
        return new ModelAndView(AGAIN + "/" + plans.prepare(read.ranges(), read.source(), kept, actor));
    }

    @GetMapping("/number-plan/{version}")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    View one(@PathVariable long version) {
        Version found = plans.find(version).orElseThrow(PlanScreen::missing);
        List<SegmentChange> changes = plans.changes(version).orElseThrow(PlanScreen::missing);
        return pages.html(
                "party/plan-version",
                Map.of(
                        "version", found,
                        "segments",
                                changes.stream()
                                        .mapToInt(SegmentChange::segments)
                                        .sum(),
                        "ranges", changes.size(),
                        "changes", changes.subList(0, Math.min(SHOWN, changes.size()))));
    }

    @PostMapping("/number-plan/{version}/use")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    String use(Caller caller, @PathVariable long version, RedirectAttributes next) {
        String actor = caller.whole();
        Version found = plans.find(version).orElseThrow(PlanScreen::missing);
        plans.use(found.version(), actor);
        Flash.good(next, "party.plan.used", version);
        return AGAIN;
    }

    @PostMapping("/number-plan/{version}/discard")
    @Demands(Right.NUMBER_PLAN_CHANGE)
    String discard(Caller caller, @PathVariable long version, RedirectAttributes next) {
        if (plans.discard(version, caller.whole())) {
            Flash.good(next, "party.plan.discarded", version);
        } else {
            Flash.bad(next, "party.plan.wasUsed", version);
        }
        return AGAIN;
    }

    private View list(Paging paging, List<BadSegments> faults) {
        long below = paging.after()
                .map(List::getFirst)
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
        var slice = paging.slice(
                plans.versions(below, paging.limit()), version -> List.of(Long.toString(version.version())));
        return pages.html("party/plan", Map.of("slice", slice, "faults", faults, "started", plans.isStarted()));
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
