package org.omnihall.hall.channel;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The channels as far as the caller answers for their Areas: list, page, form, opening and closing. */
@Controller
class ChannelScreen {

    private final ChannelTable table;
    private final ChannelBook book;
    private final ChannelFields fields;
    private final ChannelDesk desk;
    private final ChannelPage page;
    private final Pages pages;
    private final Clock clock;

    ChannelScreen(
            ChannelTable table,
            ChannelBook book,
            ChannelFields fields,
            ChannelDesk desk,
            ChannelPage page,
            Pages pages,
            Clock clock) {
        this.table = table;
        this.book = book;
        this.fields = fields;
        this.desk = desk;
        this.page = page;
        this.pages = pages;
        this.clock = clock;
    }

    @Bean
    static NavigationEntry channelsLine() {
        return new NavigationEntry(
                "/channels", "channel.title", "building-store", Right.CHANNEL_SEE, NavigationEntry.Group.CHANNELS, 10);
    }

    @GetMapping("/channels")
    @Demands(Right.CHANNEL_SEE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(name = "class", defaultValue = "") String channelClass,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String ownership,
            @RequestParam(defaultValue = "") String status,
            Paging paging) {
        ChannelFilter filter = ChannelFilter.of(text, channelClass, kind, ownership, status);
        return pages.html(
                "channel/channels",
                Map.of("slice", table.list(caller.areaPath(), filter, paging), "areas", desk.areas(caller)));
    }

    @GetMapping("/channels/new")
    @Demands(Right.CHANNEL_CHANGE)
    View blank(Caller caller) {
        return form(caller, Optional.empty(), new Typed(Map.of("hours", "always", "area", caller.areaPath())));
    }

    @GetMapping("/channels/{id}")
    @Demands(Right.CHANNEL_SEE)
    View one(Caller caller, @PathVariable long id) {
        return page.of(caller, desk.his(caller, id), clock.instant());
    }

    @GetMapping("/channels/{id}/edit")
    @Demands(Right.CHANNEL_CHANGE)
    View edit(Caller caller, @PathVariable long id) {
        Channel channel = desk.his(caller, id);
        return form(caller, Optional.of(channel), fields.of(channel));
    }

    @PostMapping("/channels")
    @Demands(Right.CHANNEL_CHANGE)
    ModelAndView add(Caller caller, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Typed in = new Typed(typed);
        Optional<Channel> read = read(caller, in, new ChannelId(0), ChannelStatus.PLANNED);
        return read.map(wanted -> said(book.add(wanted, caller.login()), in, next, caller, Optional.empty()))
                .orElseGet(() -> new ModelAndView(form(caller, Optional.empty(), in)));
    }

    @PostMapping("/channels/{id}")
    @Demands(Right.CHANNEL_CHANGE)
    ModelAndView change(
            Caller caller, @PathVariable long id, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        Channel before = desk.his(caller, id);
        Typed in = new Typed(typed).with("code", before.code());
        Optional<Channel> read = read(caller, in, before.id(), before.status());
        return read.map(wanted -> said(book.change(wanted, caller.login()), in, next, caller, Optional.of(before)))
                .orElseGet(() -> new ModelAndView(form(caller, Optional.of(before), in)));
    }

    @PostMapping("/channels/{id}/status")
    @Demands(Right.CHANNEL_CHANGE)
    String move(Caller caller, @PathVariable long id, @RequestParam ChannelStatus status, RedirectAttributes next) {
        return ChannelDesk.tell(book.move(desk.his(caller, id).id(), status, caller.login()), id, next);
    }

    private Optional<Channel> read(Caller caller, Typed in, ChannelId id, ChannelStatus status) {
        if (!caller.covers(in.text("area"))) {
            in.wrong("area", "channel.fault.AREA");
        }
        return fields.read(in, id, status);
    }

    private ModelAndView said(
            ChannelChange change, Typed in, RedirectAttributes next, Caller caller, Optional<Channel> before) {
        return switch (change) {
            case ChannelChange.Done now -> {
                Flash.good(next, "channel.saved", now.channel().name(LocaleContextHolder.getLocale()));
                yield new ModelAndView(
                        "redirect:/channels/" + now.channel().id().value());
            }
            case ChannelChange.Refused no -> {
                in.wrong(field(no.reason()), "channel.refused." + no.reason().name());
                yield new ModelAndView(form(caller, before, in));
            }
        };
    }

    /** The field that a refusal is about; there is none for the status. */
    private static String field(ChannelChange.Reason reason) {
        return reason.field().equals("status") ? "code" : reason.field();
    }

    private View form(Caller caller, Optional<Channel> channel, Typed in) {
        return pages.html(
                "channel/channel-form",
                Map.of("channel", channel, "form", in, "areas", desk.areas(caller), "grids", desk.grids(caller)));
    }
}
