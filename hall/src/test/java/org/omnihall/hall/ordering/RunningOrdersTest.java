package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.ChannelKind;
import org.omnihall.hall.channel.SomeChannel;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The card of a subscriber with a long history (requirement B23). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class RunningOrdersTest {

    private final World world;
    private final Subscribers subscribers;
    private final CardLines lines;
    private final Cards cards;
    private final JdbcClient db;

    @Autowired
    RunningOrdersTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.subscribers = hall.getBean(Subscribers.class);
        this.lines = hall.getBean(CardLines.class);
        this.cards = hall.getBean(Cards.class);
        this.db = hall.getBean(JdbcClient.class);
    }

    @Test
    void areOnTheCardBehindHoweverManyThatEnded() {
        long li = subscribers.idOf(new Msisdn("13957190198"));
        String plan = world.offering(Errands.SIMPLE, 500, 0, "test.one");
        Order order = world.placed(new Buyer.Person(li), Wish.add(plan, 1, Map.of()));
        db.sql("""
                        insert into ordering.customer_order (area_path, client, client_key, asked, state, subscriber_id, channel_id,
                            journey, due_now_fen, monthly_fen, placed_at, changed_at)
                        select '/', 'LI', 'ended ' || n, '', 'CANCELLED', :li, :channel, gen_random_uuid(), 0, 0, :at, :at
                        from generate_series(1, 60) n""")
                .param("li", li)
                .param("channel", order.channel().value())
                .param("at", Times.at(order.placedAt().plusSeconds(1)))
                .update();
        lines.push(new Buyer.Person(li));
        assertThat(cards.of(li, SomeChannel.of("some", ChannelKind.HALL, "/"))
                        .orElseThrow()
                        .state())
                .extracting(StateLine::kind, StateLine::product, StateLine::state)
                .containsExactly(tuple(StateLine.Kind.ORDER, plan, "PENDING_PAYMENT"));
    }
}
