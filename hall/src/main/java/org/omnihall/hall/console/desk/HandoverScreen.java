package org.omnihall.hall.console.desk;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Businesses;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.console.desk.DeskCounter.Served;
import org.omnihall.hall.console.desk.HandingOver.Subject;
import org.omnihall.hall.decision.Diversion;
import org.omnihall.hall.interaction.HandoverChange;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Hands a customer over to another channel, to those that diversion advises first (requirements B24, B26, B27, D3). */
@Controller
class HandoverScreen {

    private final DeskCounter counter;
    private final HandingOver handing;
    private final Selling selling;
    private final Elsewhere elsewhere;
    private final NextContacts messages;
    private final DeskPages gathered;
    private final Businesses businesses;
    private final Channels channels;
    private final Pages pages;

    HandoverScreen(DeskCounter counter, HandingOver handing, Passing passing, Businesses businesses, Pages pages) {
        this.counter = counter;
        this.handing = handing;
        this.selling = passing.selling();
        this.elsewhere = passing.elsewhere();
        this.messages = passing.messages();
        this.gathered = passing.gathered();
        this.channels = passing.channels();
        this.businesses = businesses;
        this.pages = pages;
    }

    /** What a hand-over needs to know. */
    @Component
    record Passing(
            Selling selling, Elsewhere elsewhere, NextContacts messages, DeskPages gathered, Channels channels) {}

    /** Without a business or an order it asks for the business first. */
    @GetMapping("/desk/visits/{visit}/hand-over")
    @Demands({Right.DESK_SERVE, Right.ORDER_SEE})
    View form(
            Caller caller,
            @PathVariable UUID visit,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String business,
            Locale language) {
        Served served = counter.at(caller, visit);
        Optional<HandoverForm> form = subject(served, order, business)
                .map(subject -> form(served, subject, new HandoverForm.Typed("", "", true, ""), language));
        return view(served, form);
    }

    @PostMapping("/desk/visits/{visit}/hand-over")
    @Demands({Right.DESK_SERVE, Right.ORDER_SEE})
    ModelAndView give(
            Caller caller,
            @PathVariable UUID visit,
            @RequestParam Map<String, String> fields,
            Locale language,
            RedirectAttributes next) {
        Served served = counter.at(caller, visit);
        Optional<Subject> subject =
                subject(served, fields.getOrDefault("order", ""), fields.getOrDefault("business", ""));
        Optional<Channel> to = channels.byCode(fields.getOrDefault("to", ""));
        if (subject.isEmpty()) {
            return new ModelAndView(view(served, Optional.empty()));
        }
        String remark = fields.getOrDefault("remark", "").strip();
        boolean tell = fields.getOrDefault("tell", "").equals("true");
        HandoverChange change = to.isEmpty()
                ? new HandoverChange.Refused(HandoverChange.Reason.UNKNOWN)
                : handing.give(served, subject.get(), to.get(), remark);
        return switch (change) {
            case HandoverChange.Done done -> {
                flash(served, to.orElseThrow(), tell, language, next);
                yield new ModelAndView(page(served.visit()));
            }
            case HandoverChange.Refused refused ->
                new ModelAndView(view(
                        served,
                        Optional.of(form(
                                served,
                                subject.get(),
                                new HandoverForm.Typed(
                                        fields.getOrDefault("to", ""),
                                        remark,
                                        tell,
                                        "interaction.handover.refused." + refused.reason()),
                                language))));
        };
    }

    private void flash(Served served, Channel to, boolean tell, Locale language, RedirectAttributes next) {
        Optional<NextContacts.Sent> sent = tell ? messages.tell(served, to.name(Locale.CHINESE)) : Optional.empty();
        Optional<String> heldBack =
                sent.flatMap(NextContacts.Sent::heldBack).map(reason -> messages.reason(reason, language));
        String name = to.name(language);
        if (heldBack.isPresent()) {
            Flash.good(next, "console.desk.handover.givenUntold", name, heldBack.get());
        } else {
            Flash.good(
                    next, sent.isPresent() ? "console.desk.handover.givenTold" : "console.desk.handover.given", name);
        }
    }

    private Optional<Subject> subject(Served served, String order, String business) {
        Optional<Order> his =
                order.matches("\\d{1,18}") ? selling.his(served, Long.parseLong(order)) : Optional.empty();
        if (his.isPresent()) {
            return his.filter(one -> !one.state().isEnd() && !one.items().isEmpty())
                    .flatMap(this::subject);
        }
        return businesses
                .find(business)
                .map(one -> new Subject(
                        Optional.empty(), one, one.code(), Set.of(one.type().name())));
    }

    private Optional<Subject> subject(Order order) {
        String first = order.items().getFirst().offering();
        Set<String> types = order.items().stream()
                .flatMap(item -> elsewhere.types(item.offering()).stream())
                .collect(Collectors.toSet());
        return elsewhere.business(first).map(business -> new Subject(Optional.of(order), business, first, types));
    }

    private HandoverForm form(Served served, Subject subject, HandoverForm.Typed typed, Locale language) {
        Diversion advice = elsewhere.look(served, subject.business());
        List<HandoverForm.Way> ways = advice.choices().stream()
                .filter(Diversion.Choice::related)
                .flatMap(choice -> channels
                        .find(choice.channel())
                        .map(channel -> new HandoverForm.Way(channel, choice.aimed(), choice.full()))
                        .stream())
                .toList();
        List<String> others = advice.choices().stream()
                .filter(choice -> !choice.related())
                .map(Diversion.Choice::channel)
                .map((ChannelId id) -> elsewhere.name(id, language))
                .limit(5)
                .toList();
        String name = subject.order().isPresent()
                ? gathered.names(language).offering(subject.code())
                : subject.business().name(language);
        return new HandoverForm(
                served.visit(),
                served.here(),
                subject.order(),
                subject.business().code(),
                name,
                advice,
                ways,
                others,
                typed);
    }

    private View view(Served served, Optional<HandoverForm> form) {
        return pages.html(
                "console/hand-over",
                Map.of("visit", served.visit(), "here", served.here(), "form", form, "businesses", businesses.all()));
    }

    private static String page(Visit visit) {
        return "redirect:/desk/visits/" + visit.id();
    }
}
