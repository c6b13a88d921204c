package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.omnihall.hall.interaction.OnCards.line;
import static org.omnihall.hall.interaction.OnCards.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;

/** The card at the touchpoints: by class of channel, after contacts and with notices (requirement B23). */
@HallTest
class CardTouchpointsTest {

    private static final long STRANGER = 1L << 40;

    private final Cards cards;
    private final Contacts contacts;
    private final GroupShares shares;
    private final Notices notices;
    private final Areas areas;
    private final Channels channels;
    private final Channel hotline;
    private final Channel portal;
    private final long li;
    private final long wang;
    private final Instant now;

    @Autowired
    CardTouchpointsTest(
            Cards cards,
            Contacts contacts,
            GroupShares shares,
            Notices notices,
            Areas areas,
            Channels channels,
            Subscribers subscribers,
            Clock clock) {
        this.cards = cards;
        this.contacts = contacts;
        this.shares = shares;
        this.notices = notices;
        this.areas = areas;
        this.channels = channels;
        this.hotline = channels.byCode("hotline").orElseThrow();
        this.portal = channels.byCode("portal").orElseThrow();
        this.li = OnCards.anybody(subscribers);
        this.wang = OnCards.anybody(subscribers);
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Requirement B23: the touchpoints differ by the table of rights and by nothing else. */
    @Test
    void isTheSameVersionAtEveryTouchpoint() {
        cards.recommend(li, List.of(recommendation("a", 1, now.plusSeconds(60))));
        cards.state(
                li,
                StateSource.ORDERING,
                List.of(line(StateLine.Kind.BILL, "b", now), line(StateLine.Kind.PRODUCT, "p", now)));
        cards.value(li, new CustomerValue("GOLD", 1, Optional.of(0.5), now));
        contacts.write(contact(li, portal, UUID.randomUUID(), "/"));
        CustomerCard whole = cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow();

        for (Channel channel : channels.all()) {
            assertThat(cards.of(li, channel))
                    .as(channel.code())
                    .contains(CardView.of(whole, channel.kind().ofClass()));
        }
        for (ChannelClass seenFrom : ChannelClass.values()) {
            assertThat(cards.of(li, seenFrom, "/")).as(seenFrom.name()).contains(CardView.of(whole, seenFrom));
        }
        assertThat(whole.version()).isEqualTo(3);
    }

    @Test
    void showsAContactAndPrefersItsChannelAtOnce() {
        everybodyUsesThePortalToo();
        double before = preference(li, hotline);
        UUID visit = UUID.randomUUID();
        contacts.write(contact(li, hotline, visit, "/zj/"));
        double once = preference(li, hotline);
        contacts.write(contact(li, hotline, visit, "/zj/"));
        double sameVisit = preference(li, hotline);
        contacts.write(contact(li, portal, UUID.randomUUID(), "/zj/").outbound());

        assertThat(once).isGreaterThan(before);
        assertThat(sameVisit).isEqualTo(once);
        assertThat(preference(li, hotline)).isEqualTo(once);
        assertThat(cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow().history())
                .hasSize(3);
    }

    @Test
    void prefersWhatEverybodyDoesBeforeTheFirstContact() {
        for (int i = 0; i < 3; i++) {
            contacts.write(contact(wang, hotline, UUID.randomUUID(), "/"));
        }
        everybodyUsesThePortalToo();

        List<ChannelPreference> everybody =
                cards.of(li, ChannelClass.OWN_STORE, "/").orElseThrow().preference();
        assertThat(everybody).isNotEmpty();
        assertThat(everybody.stream().mapToDouble(ChannelPreference::share).sum())
                .isCloseTo(1, within(1e-9));
        assertThat(preference(wang, hotline)).isGreaterThan(preference(li, hotline));
    }

    private void everybodyUsesThePortalToo() {
        contacts.write(contact(STRANGER, portal, UUID.randomUUID(), "/"));
        shares.sum(1);
    }

    @Test
    void showsTheNoticesOfTheTouchpointAndOfWhereTheCustomerWas() {
        String hangzhou = "/hz" + li + "/";
        areas.add("/", "hz" + li, "杭州", "test");
        Notice outage = raise(hangzhou);

        assertThat(noticesAt("/")).doesNotContain(outage);
        assertThat(noticesAt(hangzhou + "west/")).contains(outage);
        contacts.write(contact(li, portal, UUID.randomUUID(), hangzhou + "east/"));
        assertThat(noticesAt("/")).contains(outage);
    }

    private List<Notice> noticesAt(String areaPath) {
        return cards.of(li, ChannelClass.OWN_STORE, areaPath).orElseThrow().notices();
    }

    private Notice raise(String areaPath) {
        Notices.Draft draft = new Notices.Draft(
                Notice.Kind.OUTAGE, areaPath, "故障", "Outage", now.minusSeconds(60), now.plusSeconds(600));
        return ((NoticeChange.Done) notices.raise(draft, "test")).notice();
    }

    private double preference(long subscriber, Channel channel) {
        return cards.of(subscriber, ChannelClass.OWN_STORE, "/").orElseThrow().preference().stream()
                .filter(one -> one.channel().equals(channel.id()))
                .mapToDouble(ChannelPreference::share)
                .sum();
    }

    private Contact contact(long subscriber, Channel channel, UUID journey, String areaPath) {
        Contact.Source source = new Contact.Source("test", UUID.randomUUID().toString());
        return Contact.inbound(source, journey, channel.id(), ContactKind.ENQUIRY, now)
                .with(Contact.Whom.subscriber(subscriber))
                .in(Contact.Where.area(areaPath));
    }
}
