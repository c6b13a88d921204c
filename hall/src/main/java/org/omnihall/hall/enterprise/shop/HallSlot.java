package org.omnihall.hall.enterprise.shop;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.decision.SlotChoice;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotRequest;
import org.omnihall.hall.enterprise.EnterpriseChannel;
import org.omnihall.hall.enterprise.Member;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.party.Subscribers;
import org.springframework.stereotype.Component;

/** The slot of the hall: one choice a visit, shown and clicked as {@code decision} records it, and told to the contact log. */
@Component
class HallSlot {

    private final SlotChoices choices;
    private final Contacts contacts;
    private final Subscribers subscribers;
    private final EnterpriseChannel channel;
    private final Clock clock;

    HallSlot(SlotChoices choices, Contacts contacts, Subscribers subscribers, EnterpriseChannel channel, Clock clock) {
        this.choices = choices;
        this.contacts = contacts;
        this.subscribers = subscribers;
        this.channel = channel;
        this.clock = clock;
    }

    /** What this visit shows; the same as often as it is looked at. */
    Optional<SlotChoice> shown(Member member, UUID visit) {
        return choices.find(SlotRequest.choice(SlotPlace.HALL, visit)).or(() -> first(member, visit));
    }

    /** He wants to know more; gives the item. */
    Optional<SlotItem> clicked(Member member, UUID visit) {
        Optional<SlotChoice> choice = choices.find(SlotRequest.choice(SlotPlace.HALL, visit));
        choice.flatMap(SlotChoice::item).ifPresent(item -> {
            choices.clicked(choice.get().id(), clock.instant());
            told(member, visit, ContactKind.SLOT_CLICKED, item);
        });
        return choice.flatMap(SlotChoice::item);
    }

    private Optional<SlotChoice> first(Member member, UUID visit) {
        ChannelId here = channel.now().id();
        Optional<SlotChoice> choice = choices.show(new SlotRequest(
                SlotPlace.HALL,
                visit,
                here,
                subscribers.find(member.user().phone()),
                member.company().areaPath(),
                clock.instant()));
        choice.flatMap(SlotChoice::item).ifPresent(item -> told(member, visit, ContactKind.SLOT_SHOWN, item));
        return choice;
    }

    private void told(Member member, UUID visit, ContactKind kind, SlotItem item) {
        Instant now = clock.instant();
        contacts.write(Contact.inbound(
                        new Contact.Source("enterprise.slot", kind + " " + visit),
                        visit,
                        channel.now().id(),
                        kind,
                        now)
                .with(new Contact.Whom(
                        subscribers.find(member.user().phone()),
                        Optional.of(member.company().id()),
                        Optional.of(member.user().login())))
                .about(item.code())
                .in(Contact.Where.area(member.company().areaPath())));
    }
}
