package org.omnihall.hall;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.decision.SlotChoices;
import org.omnihall.hall.decision.SlotItem;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.hall.decision.SlotRequest;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A desk in use, with a customer for whom everything can be done; for the {@link Furniture}. */
record DeskFurniture(JdbcClient db, ChannelId hotline, ChannelId portal, long li, Instant now) {

    private static final String BAD_NAME = "\"><script>alert(1)</script>";
    private static final UUID JOURNEY = new UUID(80, 1);

    /** @param login who serves at the desk */
    static void put(ApplicationContext hall, JdbcClient db, String login) {
        Channels channels = hall.getBean(Channels.class);
        DeskFurniture desk = new DeskFurniture(
                db,
                channels.byCode("hotline").orElseThrow().id(),
                channels.byCode("portal").orElseThrow().id(),
                hall.getBean(Subscribers.class).idOf(new Msisdn("13857190160")),
                hall.getBean(Clock.class).instant());
        desk.slot(hall.getBean(SlotChoices.class));
        desk.visits(login);
        desk.handover(desk.portal, desk.hotline, "WAITING", Optional.empty());
        desk.handover(desk.portal, desk.hotline, "TAKEN", Optional.of(login));
        desk.handover(desk.hotline, desk.portal, "WAITING", Optional.empty());
        desk.order("DRAFT");
        desk.order("PENDING_PAYMENT");
    }

    private void slot(SlotChoices slots) {
        slots.holdOut(0, "furniture");
        slots.put(
                new SlotItem(
                        0,
                        "desk-bad",
                        Optional.of("0-bad"),
                        new SlotItem.Words(BAD_NAME, BAD_NAME, BAD_NAME, BAD_NAME),
                        "city",
                        Set.of(SlotPlace.CLERK),
                        Set.of(),
                        "/",
                        1000,
                        SlotItem.State.LIVE,
                        Optional.empty(),
                        Optional.empty()),
                "furniture");
        slots.choose(new SlotRequest(SlotPlace.CLERK, JOURNEY, hotline, Optional.of(li), "/", now));
    }

    /** One that is going on, and one that has ended. */
    private void visits(String login) {
        db.sql("insert into console.work_place (login, channel_id, since) values (?, ?, ?)")
                .params(login, hotline.value(), now.atOffset(ZoneOffset.UTC))
                .update();
        db.sql("""
                        insert into console.visit (id, login, channel_id, area_path, journey, subscriber_id, begun_at, ended_at, outcome)
                        values (gen_random_uuid(), :login, :channel, '/', :journey, :li, :now, null, null),
                            (gen_random_uuid(), :login, :channel, '/', gen_random_uuid(), :li, :now, :now, 'SERVED')""")
                .param("login", login)
                .param("channel", hotline.value())
                .param("journey", JOURNEY)
                .param("li", li)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private void handover(ChannelId from, ChannelId to, String state, Optional<String> taker) {
        db.sql("""
                        insert into interaction.handover (area_path, journey, from_channel_id, to_channel_id, subscriber_id, thing, business,
                            remark, reason, principles, state, given_by, given_at, taken_by, taken_at, changed_at, version)
                        values ('/', :journey, :from, :to, :li, 'WISH', :bad, :bad, 'COST', '{}', :state, :bad, :now, :taker::text,
                            case when :taker::text is null then null else :now end, :now, 1)""")
                .param("journey", UUID.randomUUID()) // one wish of a journey waits at one channel only
                .param("from", from.value())
                .param("to", to.value())
                .param("li", li)
                .param("bad", BAD_NAME)
                .param("state", state)
                .param("taker", taker.orElse(null), java.sql.Types.VARCHAR)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An order of the customer, and a product on trial. */
    private void order(String state) {
        db.sql("""
                        with placed as (
                            insert into ordering.customer_order (area_path, client, client_key, asked, state, subscriber_id, channel_id,
                                journey, due_now_fen, monthly_fen, fault, placed_at, changed_at)
                            values ('/', 'desk', :state, '', :state, :li, :channel, :journey, 100, 100, '', '2026-11-25T00:00:00Z', :now) returning id),
                        owned as (
                            insert into ordering.product (area_path, order_id, offering_code, quantity, subscriber_id, state, one_time_fen,
                                monthly_fen, usage_fen, answers, results, started_at, trial_until, changed_at)
                            select '/', id, '0-bad', 1, :li, 'ACTIVE', 100, 100, '{}', '{}', '{}', :now, :later, :now from placed)
                        insert into ordering.order_item (order_id, place, offering_code, quantity, action, answers, one_time_fen,
                            monthly_fen, usage_fen, open)
                        select id, 0, '0-bad', 1, 'ADD', '{}', 100, 100, '{}', true from placed""")
                .param("state", state)
                .param("li", li)
                .param("channel", portal.value())
                .param("journey", JOURNEY)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("later", now.plusSeconds(86_400_000).atOffset(ZoneOffset.UTC))
                .update();
    }
}
