package org.omnihall.hall.party.merge;

import java.util.Map;
import org.omnihall.hall.party.customer.CustomerDesk;
import org.omnihall.hall.party.merge.Duplicate.Kind;
import org.omnihall.hall.party.merge.Merge.Preview;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Doubled records: the list, what making two one would move, doing it and undoing it. */
@Controller
class MergeScreen {

    private final Duplicates duplicates;
    private final Merges merges;
    private final MergeBook book;
    private final Pages pages;

    MergeScreen(Duplicates duplicates, Merges merges, MergeBook book, Pages pages) {
        this.duplicates = duplicates;
        this.merges = merges;
        this.book = book;
        this.pages = pages;
    }

    @GetMapping("/duplicates")
    @Demands(Right.CUSTOMER_CHANGE)
    View list(Caller caller, @RequestParam(defaultValue = "COMPANY") Kind kind, Paging paging) {
        return pages.html(
                "party/duplicates", Map.of("slice", duplicates.list(kind, caller.areaPath(), paging), "kind", kind));
    }

    @GetMapping("/duplicates/compare")
    @Demands(Right.CUSTOMER_CHANGE)
    View compare(Caller caller, @RequestParam Kind kind, @RequestParam long kept, @RequestParam long gone) {
        return pages.html("party/compare", Map.of("preview", his(caller, kind, kept, gone)));
    }

    @PostMapping("/duplicates/apart")
    @Demands(Right.CUSTOMER_CHANGE)
    String apart(
            Caller caller,
            @RequestParam Kind kind,
            @RequestParam long kept,
            @RequestParam long gone,
            RedirectAttributes next) {
        his(caller, kind, kept, gone);
        if (kept != gone) {
            duplicates.keepApart(kind, kept, gone, caller.login());
        }
        Flash.good(next, "party.duplicates.keptApart");
        return "redirect:/duplicates?kind=" + kind;
    }

    @GetMapping("/merges")
    @Demands(Right.CUSTOMER_CHANGE)
    View done(Caller caller, Paging paging) {
        return pages.html("party/merges", Map.of("slice", book.list(caller.areaPath(), paging)));
    }

    @PostMapping("/merges")
    @Demands(Right.CUSTOMER_CHANGE)
    String merge(
            Caller caller,
            @RequestParam Kind kind,
            @RequestParam long kept,
            @RequestParam long gone,
            RedirectAttributes next) {
        his(caller, kind, kept, gone);
        CustomerDesk.tell(merges.merge(kind, kept, gone, caller.login()), "party.merges.merged", next);
        return "redirect:/merges";
    }

    @PostMapping("/merges/{id}/undo")
    @Demands(Right.CUSTOMER_CHANGE)
    String undo(Caller caller, @PathVariable long id, RedirectAttributes next) {
        Merge merge = book.find(id).orElseThrow(CustomerDesk::missing);
        his(caller, merge.kind(), merge.kept().id(), merge.gone().id());
        CustomerDesk.tell(merges.undo(id, caller.login()), "party.merges.undone", next);
        return "redirect:/merges";
    }

    /** Both must be the caller's business. */
    private Preview his(Caller caller, Kind kind, long kept, long gone) {
        return merges.preview(kind, kept, gone)
                .filter(pair -> caller.covers(pair.kept().areaPath())
                        && caller.covers(pair.gone().areaPath()))
                .orElseThrow(CustomerDesk::missing);
    }
}
