package org.omnihall.hall.enterprise.sms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.omnihall.hall.enterprise.Asks;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.messaging.SmsLines;
import org.omnihall.hall.messaging.SmsNotice;
import org.omnihall.hall.messaging.SmsNotice.Check;
import org.omnihall.hall.messaging.SmsNotice.Sending;
import org.omnihall.hall.messaging.SmsNotices;
import org.omnihall.hall.messaging.SmsPieces;
import org.omnihall.hall.party.UserLogin.Role;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.OpenToAll;
import org.omnihall.hall.shell.Paging;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A company writes to its members: the text is looked at as phones show it before it is sent, and followed after (requirement D10). */
@Controller
@OpenToAll
class CompanySmsScreen {

    private static final String AT = "/enterprise/sms";

    private final SmsLines lines;
    private final SmsNotices notices;
    private final HallPages pages;

    CompanySmsScreen(SmsLines lines, SmsNotices notices, HallPages pages) {
        this.lines = lines;
        this.notices = notices;
        this.pages = pages;
    }

    @GetMapping(AT)
    @Asks({Role.ADMIN, Role.BUYER})
    View begin(Member member, Paging paging) {
        return page(member, SmsForm.begun(), paging);
    }

    /** The form again, as it was typed. */
    @PostMapping(AT)
    @Asks({Role.ADMIN, Role.BUYER})
    View edit(Member member, @RequestParam Map<String, String> fields) {
        return page(member, SmsForm.read(fields), Paging.first());
    }

    /** How long the text is that stands in the form now. */
    @PostMapping(AT + "/length")
    @Asks({Role.ADMIN, Role.BUYER})
    View length(Member member, @RequestParam Map<String, String> fields) {
        SmsForm form = SmsForm.read(fields);
        return pages.html("sms-length", Map.of("pieces", pieces(lines(member), form)));
    }

    @PostMapping(AT + "/check")
    @Asks({Role.ADMIN, Role.BUYER})
    View check(Member member, @RequestParam Map<String, String> fields) {
        SmsForm form = SmsForm.read(fields);
        if (form.isWrong()) {
            return page(member, form, Paging.first());
        }
        return switch (notices.check(draft(member, form))) {
            case Check.Refused refused -> refused(member, form, refused.why());
            case Check.Ready ready ->
                pages.html("sms-check", Map.of("form", form, "ready", ready, "pieces", SmsPieces.of(ready.text())));
        };
    }

    @PostMapping(AT + "/send")
    @Asks({Role.ADMIN, Role.BUYER})
    ModelAndView send(Member member, @RequestParam Map<String, String> fields, RedirectAttributes next) {
        SmsForm form = SmsForm.read(fields);
        if (form.isWrong()) {
            return new ModelAndView(page(member, form, Paging.first()));
        }
        return switch (notices.send(form.key(), draft(member, form))) {
            case Sending.Refused refused -> new ModelAndView(refused(member, form, refused.why()));
            case Sending.Sent sent -> {
                Flash.good(next, "enterprise.sms.sent", sent.receivers());
                yield new ModelAndView("redirect:" + AT);
            }
        };
    }

    private View refused(Member member, SmsForm form, SmsNotice.Why why) {
        form.wrong(why);
        return page(member, form, Paging.first());
    }

    private View page(Member member, SmsForm form, Paging paging) {
        long company = member.company().id();
        List<SmsLines.Line> open = lines(member);
        Map<String, String> signatures = new LinkedHashMap<>();
        open.forEach(line -> signatures.put(Long.toString(line.id()), line.signature()));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("signatures", signatures);
        shown.put("form", form);
        shown.put("members", open.isEmpty() ? 0 : notices.members(company));
        shown.put("pieces", pieces(open, form));
        shown.put("slice", notices.list(company, paging));
        return pages.html("sms", shown);
    }

    /** The text under the signature of the line that is chosen, or of the first; an empty one where there is no line. */
    private SmsPieces pieces(List<SmsLines.Line> open, SmsForm form) {
        String chosen = form.form().text("line");
        return open.stream()
                .filter(line -> Long.toString(line.id()).equals(chosen))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .map(line -> SmsPieces.of(notices.shown(line, form.form().text("text"))))
                .orElseGet(() -> SmsPieces.of(""));
    }

    private List<SmsLines.Line> lines(Member member) {
        return lines.of(member.company().id());
    }

    private static SmsNotices.Draft draft(Member member, SmsForm form) {
        return form.draft(member.company().id(), member.user().login());
    }
}
