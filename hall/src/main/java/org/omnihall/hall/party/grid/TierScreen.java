package org.omnihall.hall.party.grid;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Change;
import org.omnihall.hall.party.Change.Reason;
import org.omnihall.hall.party.Industry;
import org.omnihall.hall.party.Tier;
import org.omnihall.hall.party.TierRule;
import org.omnihall.hall.party.TierRules;
import org.omnihall.hall.party.Tiers;
import org.omnihall.hall.party.customer.CustomerDesk;
import org.omnihall.hall.shell.Amounts;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The rules by which companies come into tiers, and what they would move. They are the whole operator's. */
@Controller
class TierScreen {

    private static final String AGAIN = "redirect:/tier-rules";

    private final TierRules rules;
    private final Tiers tiers;
    private final Pages pages;

    TierScreen(TierRules rules, Tiers tiers, Pages pages) {
        this.rules = rules;
        this.tiers = tiers;
        this.pages = pages;
    }

    @GetMapping("/tier-rules")
    @Demands(Right.CUSTOMER_SEE)
    View list() {
        return pages.html(
                "party/tier-rules", Map.of("rules", rules.all(), "now", tiers.now(), "byRules", tiers.byRules()));
    }

    @PostMapping("/tier-rules")
    @Demands(Right.CUSTOMER_CHANGE)
    String add(
            Caller caller,
            @RequestParam int place,
            @RequestParam Tier tier,
            @RequestParam String spend,
            @RequestParam int members,
            @RequestParam(defaultValue = "") String industry,
            RedirectAttributes next) {
        String actor = caller.whole();
        Optional<Long> fen = Amounts.fen(spend);
        Change<TierRule> change = fen.isEmpty()
                ? Change.refused(Reason.BAD_AMOUNT)
                : rules.add(new TierRule(0, place, tier, fen.get(), members, Industry.named(industry)), actor);
        CustomerDesk.tell(change, "party.tiers.added", next);
        return AGAIN;
    }

    @PostMapping("/tier-rules/{id}/remove")
    @Demands(Right.CUSTOMER_CHANGE)
    String remove(Caller caller, @PathVariable long id, RedirectAttributes next) {
        String actor = caller.whole();
        CustomerDesk.tell(rules.remove(id, actor), "party.removed", next);
        return AGAIN;
    }

    @PostMapping("/tier-rules/review")
    @Demands(Right.CUSTOMER_CHANGE)
    String review(Caller caller, RedirectAttributes next) {
        String actor = caller.whole();
        Tiers.Reviewed reviewed = tiers.reviewAll(actor);
        Flash.good(next, "party.tiers.reviewed", reviewed.moved(), reviewed.left());
        return AGAIN;
    }
}
