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

    /** The form, filled with the newest version or with an older one. */
    @GetMapping(PATH)
    @Demands(Right.INSIGHT_SEE)
    View borders(@RequestParam(defaultValue = "") String version) {
        Pyramid shown = version(version).flatMap(pyramids::find).orElseGet(pyramids::newest);
        return page(DraftForm.of(shown), Optional.empty(), Optional.empty());
    }

    /** What the typed borders would bring; nothing is changed. */
    @PostMapping(PATH + "/preview")
    @Demands(Right.INSIGHT_CHANGE)
    View preview(@RequestParam Map<String, String> typed) {
        Typed form = new Typed(typed);
        Draft draft = DraftForm.read(form);
        if (form.isWrong()) {
            return page(form, Optional.empty(), Optional.empty());
        }
        Optional<PyramidFault> fault = draft.fault();
        return fault.isPresent()
                ? page(form, fault, Optional.empty())
                : page(form, pyramids.judge(draft), facts.preview(draft));
    }

    @PostMapping(PATH)
    @Demands(Right.INSIGHT_CHANGE)
    View publish(Caller caller, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Typed form = new Typed(typed);
        Draft draft = DraftForm.read(form);
        if (form.isWrong()) {
            return page(form, Optional.empty(), Optional.empty());
        }
        return switch (pyramids.publish(draft, caller.login())) {
            case PyramidChange.Refused refused -> page(form, Optional.of(refused.reason()), Optional.empty());
            case PyramidChange.Done done -> {
                Flash.good(next, "insight.published", done.pyramid().version());
                yield new RedirectView(PATH);
            }
        };
    }

    @PostMapping(PATH + "/{version}/again")
    @Demands(Right.INSIGHT_CHANGE)
    View again(Caller caller, @PathVariable long version, RedirectAttributes next) {
        Pyramid pyramid = pyramids.publishAgain(version, caller.login())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Flash.good(next, "insight.published", pyramid.version());
        return new RedirectView(PATH);
    }

    private View page(Typed form, Optional<PyramidFault> fault, Optional<TierPreview> preview) {
        return pages.html(
                "insight/borders",
                Map.of(
                        "form",
                        form,
                        "fault",
                        fault,
                        "preview",
                        preview,
                        "versions",
                        pyramids.latest(VERSIONS),
                        "inForce",
                        facts.inForce().version()));
    }

    private static Optional<Long> version(String typed) {
        return typed.matches("\\d{1,9}") ? Optional.of(Long.parseLong(typed)) : Optional.empty();
    }
}
