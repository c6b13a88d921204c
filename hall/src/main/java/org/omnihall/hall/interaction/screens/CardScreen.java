package org.omnihall.hall.interaction.screens;

import java.util.Map;
import java.util.stream.Stream;
import org.omnihall.hall.audit.AuditTrail;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.ChannelPreference;
import org.omnihall.hall.interaction.CustomerCard;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** One customer's card, as our own stores see it or as another class of channels does; every look is audited (requirement B23). */
@Controller
class CardScreen {

    private final Cards cards;
    private final Around around;
    private final AuditTrail audit;
    private final Pages pages;

    CardScreen(Cards cards, Around around, AuditTrail audit, Pages pages) {
        this.cards = cards;
        this.around = around;
        this.audit = audit;
        this.pages = pages;
    }

    @GetMapping("/cards/{subscriber}")
    @Demands(Right.CARD_SEE)
    View one(
            Caller caller,
            @PathVariable long subscriber,
            @RequestParam(defaultValue = "OWN_STORE") ChannelClass seenFrom) {
        CustomerCard card = cards.of(subscriber, seenFrom, caller.areaPath())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(caller.login(), "card.see", "subscriber:" + subscriber, seenFrom + " version " + card.version());
        return pages.html(
                "interaction/card-page",
                Map.of(
                        "card",
                        card,
                        "seenFrom",
                        seenFrom,
                        "names",
                        around.names(Stream.concat(
                                card.history().stream().map(row -> row.contact().channel()),
                                card.preference().stream().map(ChannelPreference::channel)))));
    }
}
