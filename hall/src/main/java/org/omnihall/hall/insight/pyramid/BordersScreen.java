package org.omnihall.hall.insight.pyramid;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The borders of the tiers: thought over with their effect in sight, published, and taken back by publishing an older version again. */
@Controller
class BordersScreen {

    private static final int VERSIONS = 50;
    private static final String PATH = "/pyramid/borders";

    private final Pyramids pyramids;
    private final PyramidFacts facts;
    private final Pages pages;

    BordersScreen(Pyramids pyramids, PyramidFacts facts, Pages pages) {
        this.pyramids = pyramids;
        this.facts = facts;
        this.pages = pages;
    }

    /** The form, filled with the newest version. */
    @GetMapping(PATH)
    @Demands(Right.INSIGHT_SEE)
    View borders() {
        return page(DraftForm.of(pyramids.newest()), Optional.empty(), Optional.empty(), false);
    }

    /** An older version and what it would bring today; for what is none, such as a preview that is asked for again, the form. */
    @GetMapping(PATH + "/{version}")
    @Demands(Right.INSIGHT_SEE)
    View older(@PathVariable String version) {
        return version(version)
                .flatMap(pyramids::find)
                .map(older -> looked(DraftForm.of(older), older.draft()))
                .orElseGet(this::borders);
    }

    /** What the typed borders would bring; nothing is changed. */
    @PostMapping(PATH + "/preview")
    @Demands(Right.INSIGHT_CHANGE)
    View preview(@RequestParam Map<String, String> typed) {
        Typed form = new Typed(typed);
        Draft draft = DraftForm.read(form);
        if (form.isWrong()) {
            return page(form, Optional.empty(), Optional.empty(), false);
        }
        return looked(form, draft);
    }

    @PostMapping(PATH)
    @Demands(Right.INSIGHT_CHANGE)
    View publish(Caller caller, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        String actor = caller.whole();
        Typed form = new Typed(typed);
        Draft draft = DraftForm.read(form);
        if (form.isWrong()) {
            return page(form, Optional.empty(), Optional.empty(), false);
        }
        return switch (pyramids.publish(draft, actor)) {
            case PyramidChange.Refused refused -> page(form, Optional.of(refused.reason()), Optional.empty(), false);
            case PyramidChange.Done done -> {
                Flash.good(next, "insight.published", done.pyramid().version());
                yield new RedirectView(PATH);
            }
        };
    }

    @PostMapping(PATH + "/{version}/again")
    @Demands(Right.INSIGHT_CHANGE)
    View again(Caller caller, @PathVariable long version, RedirectAttributes next) {
        Pyramid pyramid = pyramids.publishAgain(version, caller.whole())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Flash.good(next, "insight.published", pyramid.version());
        return new RedirectView(PATH);
    }

    /** The form with the effect of what stands in it, which may then be published. */
    private View looked(Typed form, Draft draft) {
        Optional<PyramidFault> fault = draft.fault();
        return fault.isPresent()
                ? page(form, fault, Optional.empty(), false)
                : page(form, pyramids.judge(draft), facts.preview(draft), true);
    }

    private View page(Typed form, Optional<PyramidFault> fault, Optional<TierPreview> preview, boolean looked) {
        return pages.html(
                "insight/borders",
                Map.of(
                        "form",
                        form,
                        "fault",
                        fault,
                        "preview",
                        preview,
                        "looked",
                        looked,
                        "lines",
                        DraftForm.LINES,
                        "versions",
                        pyramids.latest(VERSIONS),
                        "inForce",
                        facts.inForce().version()));
    }

    private static Optional<Long> version(String typed) {
        return typed.matches("\\d{1,9}") ? Optional.of(Long.parseLong(typed)) : Optional.empty();
    }
}
