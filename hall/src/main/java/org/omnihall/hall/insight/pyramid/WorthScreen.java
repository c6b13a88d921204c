package org.omnihall.hall.insight.pyramid;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.insight.CustomerValues;
import org.omnihall.hall.insight.Worth;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The customers of a tier in the caller's Area, and one customer's value with the bills and the changes that made it. */
@Controller
class WorthScreen {

    private static final int CHANGES = 24;

    private final TierMembers members;
    private final PyramidFacts facts;
    private final Behind behind;
    private final Pages pages;

    WorthScreen(TierMembers members, PyramidFacts facts, Behind behind, Pages pages) {
        this.members = members;
        this.facts = facts;
        this.behind = behind;
        this.pages = pages;
    }

    /** What stands behind one customer's value. */
    @Component
    record Behind(CustomerValues values, Pyramids pyramids, Subscribers subscribers, Areas areas, AuditTrail audit) {}

    @GetMapping("/pyramid/tiers/{place}")
    @Demands(Right.INSIGHT_SEE)
    View tier(Caller caller, @PathVariable int place, @RequestParam(defaultValue = "") String area, Paging paging) {
        Pyramid pyramid = facts.inForce();
        if (place < 1 || place > pyramid.tiers().size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        String within = area.startsWith(caller.areaPath()) ? area : caller.areaPath();
        return pages.html(
                "insight/tier",
                Map.of(
                        "pyramid",
                        pyramid,
                        "tier",
                        pyramid.tier(place),
                        "areas",
                        behind.areas().all().stream()
                                .filter(one -> caller.covers(one.path()))
                                .toList(),
                        "slice",
                        members.list(place, within, paging)));
    }

    /** Leads to the customer of a number; the number stands in no address. */
    @PostMapping("/pyramid/customers")
    @Demands(Right.INSIGHT_SEE)
    String find(Caller caller, @RequestParam(defaultValue = "") String number, RedirectAttributes next) {
        Optional<Long> found = Msisdn.parse(number)
                .flatMap(behind.subscribers()::find)
                .filter(subscriber -> his(caller, subscriber).isPresent());
        if (found.isEmpty()) {
            Flash.bad(next, "insight.customer.unknown");
            return "redirect:/pyramid";
        }
        return "redirect:/pyramid/customers/" + found.get();
    }

    @GetMapping("/pyramid/customers/{subscriber}")
    @Demands(Right.INSIGHT_SEE)
    View customer(Caller caller, @PathVariable long subscriber) {
        Worth worth = his(caller, subscriber).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        behind.audit().record(caller.login(), "value.see", "subscriber:" + subscriber, "");
        List<TierChange> history = members.history(subscriber, CHANGES);
        Map<Long, Pyramid> versions = Stream.concat(
                        Stream.of(facts.inForce().version()),
                        history.stream().flatMap(change -> Stream.of(change.version(), change.fromVersion())))
                .distinct()
                .flatMap(version -> behind.pyramids().find(version).stream())
                .collect(Collectors.toMap(Pyramid::version, Function.identity()));
        return pages.html(
                "insight/customer",
                Map.of(
                        "subscriber",
                        subscriber,
                        "number",
                        behind.subscribers()
                                .numberOf(subscriber)
                                .map(Msisdn::masked)
                                .orElse("–"),
                        "worth",
                        worth,
                        "window",
                        behind.values().window(),
                        "computed",
                        members.find(subscriber),
                        "pyramid",
                        facts.inForce(),
                        "history",
                        history,
                        "versions",
                        versions));
    }

    private Optional<Worth> his(Caller caller, long subscriber) {
        return behind.values().of(subscriber).filter(worth -> caller.covers(worth.areaPath()));
    }
}
