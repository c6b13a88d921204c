package org.omnihall.hall;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.network.AccessPoints;
import org.omnihall.hall.access.network.Accounts;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;
import org.omnihall.hall.access.network.RedirectMaps;
import org.omnihall.hall.access.network.Ssids;
import org.omnihall.hall.access.network.Venues;
import org.omnihall.hall.access.roaming.RadSecPeers;
import org.omnihall.hall.access.roaming.Realms;
import org.omnihall.hall.access.watch.PacketWatch;
import org.omnihall.hall.access.watch.PacketWatches;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.interaction.Cards;
import org.omnihall.hall.interaction.Contact;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.Notice;
import org.omnihall.hall.interaction.Notices;
import org.omnihall.hall.interaction.StateLine;
import org.omnihall.hall.interaction.StateSource;
import org.omnihall.hall.messaging.SmsGateway;
import org.omnihall.hall.messaging.SmsGateways;
import org.omnihall.hall.ordering.cashier.Till;
import org.omnihall.hall.ordering.cashier.TillBook;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.NumberList;
import org.omnihall.hall.party.NumberPlans;
import org.omnihall.hall.party.Operator;
import org.omnihall.hall.party.SegmentPlace;
import org.omnihall.hall.party.SegmentRange;
import org.omnihall.hall.party.SpecialNumbers;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.octets.Octets;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One of everything that the console shows, so that each of its forms is there; names are as bad as their doors allow. */
public record Furniture(ApplicationContext hall) {

    private static final String ACTOR = "furniture";
    private static final String BAD_NAME = "\"><script>alert(1)</script>";
    private static final Msisdn LI = new Msisdn("13857190160");

    public void put(JdbcClient db) {
        hall.getBean(Areas.class).add("/", "evil", Hostile.SQL_AND_HTML, ACTOR);
        network();
        packets(db);
        done(hall.getBean(Accounts.class)
                .add(Draft.of("name", "bad-account", "password", "correct horse", "profile", "standard"), ACTOR));
        quota();
        session(db, Hostile.SQL_AND_HTML);
        session(db, LI.digits());
        sweep(db);
        numbers();
        DeskFurniture.put(hall, db, "every-field");
        orders(db);
        bills(db);
        contacts();
        done(hall.getBean(RedirectMaps.class).add(Draft.of("name", "unused", "USER_ADDRESS", "uip"), ACTOR));
        done(hall.getBean(Realms.class).add(Draft.of("name", "roaming.example"), ACTOR));
        done(hall.getBean(RadSecPeers.class)
                .add(Draft.of("name", BAD_NAME, "certificate", "evil.example", "controllers", "bad-ac"), ACTOR));
        SmsGateway gateway = new SmsGateway(
                UUID.randomUUID(), BAD_NAME, SmsGateway.Kind.SMPP, "127.0.0.1", 1, "hall", "10086", 10, 100, 8, false);
        hall.getBean(SmsGateways.class).put(gateway, Octets.ofText("s3cret"), ACTOR);
        new CustomerFurniture(hall).put(db);
        new ShopWindow(hall).put(ACTOR, BAD_NAME);
        InterfaceFurniture.put(hall, db);
        InsightFurniture.put(hall, db);
    }

    private void network() {
        long venue = done(hall.getBean(Venues.class)
                        .add(Draft.of("name", Hostile.SQL_AND_HTML, "area", "/evil/"), ACTOR))
                .id();
        Ssids ssids = hall.getBean(Ssids.class);
        long ssid = done(ssids.add(Draft.of("name", BAD_NAME, "area", "/evil/"), ACTOR))
                .id();
        ssids.putAtVenue(ssid, venue, Optional.empty(), ACTOR);
        Draft device = Draft.of("name", "bad-ac", "addresses", "10.66.0.1", "radiusSecret", "sixteen-octets-at-least");
        long controller =
                done(hall.getBean(ControllerRegistry.class).add(device, ACTOR)).id();
        done(hall.getBean(AccessPoints.class)
                .add(
                        Draft.of(
                                "name",
                                BAD_NAME,
                                "mac",
                                "08:ee:21:66:00:01",
                                "venue",
                                Long.toString(venue),
                                "controller",
                                Long.toString(controller)),
                        ACTOR));
    }

    /** A watch with a packet, and a controller of which the Message-Authenticator can be required. */
    private void packets(JdbcClient db) {
        Draft lax = Draft.of(
                "name",
                "lax-ac",
                "addresses",
                "10.66.0.2",
                "radiusSecret",
                "sixteen-octets-at-least",
                "messageAuthenticator",
                "optional");
        long controller =
                done(hall.getBean(ControllerRegistry.class).add(lax, ACTOR)).id();
        db.sql("insert into access.controller_proof (controller_id, proved_at, unproved) values (?, ?, 0)")
                .params(controller, Times.at(hall.getBean(Clock.class).instant()))
                .update();
        PacketWatch watch = done(hall.getBean(PacketWatches.class)
                .begin(Draft.of("user", Hostile.SQL_AND_HTML, "minutes", "15"), "/", ACTOR));
        db.sql("insert into access.watched_packet (watch_id, at, way, peer, packet) values (?, ?, 'UNANSWERED', ?, ?)")
                .params(watch.id(), Times.at(watch.beganAt()), Hostile.SQL_AND_HTML, BAD_NAME)
                .update();
    }

    /** Of everybody, for whom no other profile is named. */
    private void quota() {
        Profiles profiles = hall.getBean(Profiles.class);
        done(profiles.change(
                profiles.all().getFirst().id(), Draft.of("name", "standard", "monthVolume", "1000000"), ACTOR));
    }

    private void session(JdbcClient db, String user) {
        AnyRow.insert(db, "access.open_session", Hostile.SQL_AND_HTML, "area_path", "/evil/");
        db.sql("""
                        update access.open_session set user_name = ?, ssid = acct_session_id, subscriber_id = ?, account_id = null,
                            controller_id = (select min(id) from access.controller),
                            overdue_at = overdue_at + interval '10 years' where subscriber_id is null""").params(user, hall.getBean(Subscribers.class).idOf(LI)).update();
    }

    /** One that goes on, of sessions whose turn never comes. */
    private void sweep(JdbcClient db) {
        db.sql("""
                        insert into access.sweep (id, kind, area_path, told, actor, state, sessions, begun_at)
                        values (gen_random_uuid(), 'CHANGE', '/evil/', :bad, :bad, 'RUNNING', 1, '2026-11-26T00:00:00Z')""").param("bad", BAD_NAME).update();
        db.sql("insert into access.sweep_session (sweep_id, session_id, controller_id)"
                        + " select id, gen_random_uuid(), 0 from access.sweep where told = ?")
                .param(BAD_NAME)
                .update();
    }

    private void contacts() {
        Instant now = hall.getBean(Clock.class).instant();
        long li = hall.getBean(Subscribers.class).idOf(LI);
        hall.getBean(Contacts.class)
                .write(Contact.inbound(
                                new Contact.Source("test", Hostile.SQL_AND_HTML),
                                UUID.randomUUID(),
                                hall.getBean(Channels.class).all().getFirst().id(),
                                ContactKind.CALL,
                                now)
                        .with(Contact.Whom.subscriber(li))
                        .about(Hostile.SQL_AND_HTML)
                        .ended(BAD_NAME)
                        .saying(Map.of(BAD_NAME, Hostile.SQL_AND_HTML))
                        .in(Contact.Where.area("/evil/")));
        hall.getBean(Cards.class)
                .state(
                        li,
                        StateSource.ORDERING,
                        List.of(new StateLine(StateLine.Kind.ORDER, BAD_NAME, BAD_NAME, now, BAD_NAME, BAD_NAME)));
        hall.getBean(Notices.class)
                .raise(
                        new Notices.Draft(
                                Notice.Kind.OUTAGE, "/evil/", BAD_NAME, BAD_NAME, now, now.plusSeconds(86_400)),
                        ACTOR);
    }

    private void numbers() {
        SpecialNumbers special = hall.getBean(SpecialNumbers.class);
        special.list(LI, NumberList.DENY, Hostile.SQL_AND_HTML, ACTOR);
        special.port(LI, Operator.CHINA_UNICOM, ACTOR);
        List<SegmentRange> ranges =
                List.of(new SegmentRange(1380571, 1380571, new SegmentPlace(Operator.CHINA_MOBILE, "浙江", "杭州")));
        NumberPlans plans = hall.getBean(NumberPlans.class);
        plans.take(ranges, Hostile.SQL_AND_HTML, false, ACTOR);
        plans.prepare(ranges, Hostile.SQL_AND_HTML, Hostile.SQL_AND_HTML, ACTOR);
    }

    /** An order in each state in which something can be done with it, and a product. */
    private void orders(JdbcClient db) {
        for (String state : List.of("PENDING_APPROVAL", "PENDING_PAYMENT", "HELD")) {
            db.sql("""
                            with placed as (
                                insert into ordering.customer_order (area_path, client, client_key, asked, state, company_id, channel_id,
                                    journey, due_now_fen, monthly_fen, fault, placed_at, changed_at)
                                values ('/evil/', 'test', :state, '', :state, 1, 1, gen_random_uuid(), 100, 100, :bad,
                                    '2026-11-26T00:00:00Z', '2026-11-26T00:00:00Z') returning id),
                            owned as (
                                insert into ordering.product (area_path, order_id, offering_code, quantity, company_id, state, one_time_fen,
                                    monthly_fen, usage_fen, answers, results, started_at, changed_at)
                                select '/evil/', id, :bad, 1, 1, 'ACTIVE', 100, 100, '{}', '{}', '{}', '2026-11-26T00:00:00Z',
                                    '2026-11-26T00:00:00Z' from placed)
                            insert into ordering.order_item (order_id, place, offering_code, quantity, action, answers, one_time_fen,
                                monthly_fen, usage_fen, open)
                            select id, 0, :bad, 1, 'ADD', jsonb_build_object('name', :bad::text), 100, 100, '{}', true from placed""").param("state", state).param("bad", BAD_NAME).update();
        }
    }

    /** A cashier, money that has to go back, and an account with a bill. */
    private void bills(JdbcClient db) {
        Till till = Till.sandbox("evil", BAD_NAME, "http://127.0.0.1:9", "x".repeat(40));
        hall.getBean(TillBook.class).put(till, ACTOR);
        OffsetDateTime now = OffsetDateTime.parse("2026-11-26T00:00:00Z");
        db.sql("""
                        insert into ordering.payment_attempt (number, order_id, cashier_code, kind, fen, state, come_back, actor, channel_id,
                            transaction, reason, begun_at, expires_at, changed_at)
                        select 'OHevil', min(id), 'evil', 'SANDBOX', 100, 'TO_REFUND', '/', :bad, 1, :bad, :bad, :now, :now, :now
                        from ordering.customer_order""").param("bad", BAD_NAME).param("now", now).update();
        db.sql("""
                        with account as (
                            insert into ordering.bill_cycle (account_id, area_path, company_id, ours, cycle_day, next_from, next_to)
                            values (1, '/evil/', 1, true, 1, '2199-01-01', '2199-02-01') returning account_id),
                        made as (
                            insert into ordering.bill (area_path, account_id, company_id, month, from_day, to_day, due_day, from_at, to_at,
                                due_at, total_fen, source, state, made_at, changed_at)
                            select '/evil/', account_id, 1, '2026-10-01', '2026-10-01', '2026-11-01', '2026-11-20', :now, :now, :now, 100,
                                'OWN', 'ISSUED', :now, :now from account returning id)
                        insert into ordering.bill_rate (area_path, account_id, bill_id, line_key, place, kind, offering_code, quantity, unit,
                            fen, from_day, to_day, from_at, to_at, remark, changed_at)
                        select '/evil/', 1, id, 'k', 0, 'MONTHLY', :bad, 1, :bad, 100, '2026-10-01', '2026-11-01', :now, :now, :bad, :now
                        from made""").param("bad", BAD_NAME).param("now", now).update();
    }

    private static <T> T done(Change<T> change) {
        return switch (change) {
            case Change.Done<T> done -> done.value();
            case Change.Refused<T> refused -> throw new AssertionError(refused.problems());
        };
    }
}
