package org.omnihall.hall.messaging;

import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The log of messages. */
@Controller
class MessageScreen {

    /** No message ever went to it, so a text that is no number finds nothing. */
    private static final Msisdn NOBODY = new Msisdn("19999999999");

    private final MessageLog log;
    private final Pages pages;

    MessageScreen(MessageLog log, Pages pages) {
        this.log = log;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry messagesLine() {
        return new NavigationEntry(
                "/messages", "messaging.log.title", "message-2", Right.MESSAGE_SEE, NavigationEntry.Group.MESSAGES, 10);
    }

    @GetMapping("/messages")
    @Demands(Right.MESSAGE_SEE)
    View list(
            Caller caller,
            @RequestParam(defaultValue = "") String number,
            @RequestParam Optional<MessageState> state,
            Paging paging) {
        Optional<Msisdn> to =
                number.isBlank() ? Optional.empty() : Msisdn.parse(number).or(() -> Optional.of(NOBODY));
        return pages.html(
                "messaging/log",
                Map.of("slice", log.list(MessageFilter.all(caller.areaPath()).of(to, state), paging)));
    }
}
