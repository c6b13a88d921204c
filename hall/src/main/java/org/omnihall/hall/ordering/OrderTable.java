package org.omnihall.hall.ordering;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.NamedLocks;
import org.omnihall.hall.database.Place;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.shell.Paging;
import org.omnihall.hall.shell.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of orders and their items. */
@Component
class OrderTable {

    private static final String SELECT = "select o.* from ordering.customer_order o";

    private record Item(long order, OrderItem item) {}

    private final JdbcClient db;
    private final NamedLocks locks;

    OrderTable(JdbcClient db, NamedLocks locks) {
        this.db = db;
        this.locks = locks;
    }

    Optional<Order> find(long id) {
        return whole(db.sql(SELECT + " where id = ?")
                        .param(id)
                        .query(OrderTable::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** The order, held against other changes until the transaction ends. */
    Optional<Order> locked(long id) {
        return whole(db.sql(SELECT + " where id = ? for update")
                        .param(id)
                        .query(OrderTable::row)
                        .list())
                .stream()
                .findFirst();
    }

    /** Holds off who comes with the same key until the transaction ends. */
    void holdKey(Placing.Client client) {
        locks.take(List.of("ordering.key\n" + client.actor() + "\n" + client.key()));
    }

    /** Holds off other orders of the same buyer until the transaction ends. */
    void holdBuyer(Buyer buyer) {
        locks.take(List.of("ordering.buyer\n" + Buyers.name(buyer)));
    }

    /** The order of this key. */
    Optional<Long> byKey(Placing.Client client) {
        return db.sql("select id from ordering.customer_order where client = ? and client_key = ?")
                .params(client.actor(), client.key())
                .query(Long.class)
                .optional();
    }

    /** What was asked for under this order's key. */
    String asked(long id) {
        return db.sql("select asked from ordering.customer_order where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    /** The newest first. */
    Slice<Order> list(OrderFilter filter, Paging paging) {
        Conditions asked = filter.conditions();
        Place.parse(paging.after())
                .ifPresent(after -> asked.and("(placed_at, id) < (:afterAt, :afterId)")
                        .with("afterAt", Times.at(after.at()))
                        .with("afterId", after.id()));
        List<Order> rows = whole(db.sql(SELECT + asked.where() + " order by placed_at desc, id desc limit :limit")
                .params(asked.with("limit", paging.limit()).values())
                .query(OrderTable::row)
                .list());
        return paging.slice(rows, order -> new Place(order.placedAt(), order.id()).texts());
    }

    /** Those of a buyer that have not ended and are about something, the newest first; at most so many. */
    List<Order> running(Buyer buyer, int most) {
        return whole(db.sql(SELECT + " where " + Buyers.his(buyer) + """
                             and state <> all(:ends) and exists (select from ordering.order_item i where i.order_id = o.id)
                        order by placed_at desc, id desc limit :most""")
                .param("his", Buyers.id(buyer))
                .param(
                        "ends",
                        Arrays.stream(OrderState.values())
                                .filter(OrderState::isEnd)
                                .map(OrderState::name)
                                .toArray(String[]::new))
                .param("most", most)
                .query(OrderTable::row)
                .list());
    }

    /** Writes a new order in a state that nothing led to; its items are written by {@link #putItems}. */
    long insert(Placing placing, String areaPath, OrderState state, Instant now) {
        Buyers.Columns buyer = Buyers.columns(placing.buyer());
        return db.sql("""
                        insert into ordering.customer_order (area_path, client, client_key, asked, state, subscriber_id, company_id,
                            user_login_id, account_id, channel_id, journey, due_now_fen, monthly_fen, placed_at, changed_at)
                        values (:area, :client, :key, :asked, :state, :subscriber, :company, :user, :account, :channel, :journey, 0, 0,
                            :now, :now) returning id""")
                .param("area", areaPath)
                .param("client", placing.client().actor())
                .param("key", placing.client().key())
                .param("asked", placing.canonical())
                .param("state", state.name())
                .param("subscriber", buyer.subscriber())
                .param("company", buyer.company())
                .param("user", buyer.user())
                .param("account", placing.account().orElse(null))
                .param("channel", placing.channel().value())
                .param("journey", placing.journey())
                .param("now", Times.at(now))
                .query(Long.class)
                .single();
    }

    /** Puts these items in the place of those before, with the sums that follow; an item with an id keeps it. */
    void putItems(long id, List<OrderItem> items, long dueNowFen, boolean open) {
        db.sql("delete from ordering.order_item where order_id = ?").param(id).update();
        int place = 0;
        for (OrderItem item : items) {
            insert(id, place++, item, open);
        }
        db.sql("update ordering.customer_order set due_now_fen = ?, monthly_fen = ? where id = ?")
                .params(
                        dueNowFen,
                        items.stream()
                                .mapToLong(item -> item.charges().monthlyFen())
                                .reduce(0, Math::addExact),
                        id)
                .update();
    }

    private void insert(long order, int place, OrderItem item, boolean open) {
        db.sql("""
                        insert into ordering.order_item (id, order_id, place, offering_code, quantity, action, answers, trial_days,
                            product_id, one_time_fen, monthly_fen, usage_fen, open)
                        overriding system value
                        values (coalesce(nullif(:id, 0), nextval(pg_get_serial_sequence('ordering.order_item', 'id'))), :order, :place, :offering, :quantity, :action, :answers::jsonb, :trial, :product, :once, :monthly,
                            :usage::jsonb, :open)""")
                .param("id", item.id())
                .param("order", order)
                .param("place", place)
                .param("offering", item.offering())
                .param("quantity", item.quantity())
                .param("action", item.action().name())
                .param("answers", JsonMaps.of(item.answers()))
                .param("trial", item.trialDays().orElse(null))
                .param("product", item.product().orElse(null))
                .param("once", item.charges().oneTimeFen())
                .param("monthly", item.charges().monthlyFen())
                .param("usage", JsonMaps.of(item.charges().usageFen()))
                .param("open", open)
                .update();
    }

    void putState(long id, OrderState state, Instant now) {
        db.sql("update ordering.customer_order set state = ?, changed_at = ?, version = version + 1 where id = ?")
                .params(state.name(), Times.at(now), id)
                .update();
    }

    void putFault(long id, String fault) {
        db.sql("update ordering.customer_order set fault = ? where id = ? and fault = ''")
                .params(fault, id)
                .update();
    }

    /** A cart that is placed, or touched on another channel. */
    void putChannel(long id, Placing placing, Optional<Instant> quotedUntil, Instant now) {
        Buyers.Columns buyer = Buyers.columns(placing.buyer());
        db.sql("""
                        update ordering.customer_order set channel_id = :channel, user_login_id = :user, account_id = :account,
                            quoted_until = :until, changed_at = :now, version = version + 1 where id = :id""")
                .param("channel", placing.channel().value())
                .param("user", buyer.user())
                .param("account", placing.account().orElse(null))
                .param("until", Times.at(quotedUntil))
                .param("now", Times.at(now))
                .param("id", id)
                .update();
    }

    /** The order's products are free for another order. */
    void close(long id) {
        db.sql("update ordering.order_item set open = false where order_id = ?")
                .param(id)
                .update();
    }

    void putProduct(long item, long product) {
        db.sql("update ordering.order_item set product_id = ? where id = ?")
                .params(product, item)
                .update();
    }

    private List<Order> whole(List<Order> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        Map<Long, List<OrderItem>> items = db
                .sql("select * from ordering.order_item where order_id = any(:ids) order by order_id, place")
                .param("ids", bare.stream().map(Order::id).toArray(Long[]::new))
                .query((row, number) -> new Item(row.getLong("order_id"), item(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Item::order, HashMap::new, Collectors.mapping(Item::item, Collectors.toList())));
        return bare.stream()
                .map(order -> with(order, items.getOrDefault(order.id(), List.of())))
                .toList();
    }

    private static Order with(Order o, List<OrderItem> items) {
        return new Order(
                o.id(),
                o.areaPath(),
                o.state(),
                o.buyer(),
                o.account(),
                o.channel(),
                o.journey(),
                o.dueNowFen(),
                o.monthlyFen(),
                o.quotedUntil(),
                o.fault(),
                o.placedAt(),
                o.changedAt(),
                o.version(),
                items);
    }

    private static Order row(ResultSet row, int number) throws SQLException {
        return new Order(
                row.getLong("id"),
                row.getString("area_path"),
                OrderState.valueOf(row.getString("state")),
                Buyers.read(row, Optional.ofNullable(row.getObject("user_login_id", Long.class))),
                Optional.ofNullable(row.getObject("account_id", Long.class)),
                new ChannelId(row.getLong("channel_id")),
                row.getObject("journey", UUID.class),
                row.getLong("due_now_fen"),
                row.getLong("monthly_fen"),
                Times.maybeIn(row, "quoted_until"),
                row.getString("fault"),
                Times.in(row, "placed_at"),
                Times.in(row, "changed_at"),
                row.getLong("version"),
                List.of());
    }

    private static OrderItem item(ResultSet row) throws SQLException {
        return new OrderItem(
                row.getLong("id"),
                row.getString("offering_code"),
                row.getInt("quantity"),
                ItemAction.valueOf(row.getString("action")),
                JsonMaps.texts(row.getString("answers")),
                Optional.ofNullable(row.getObject("trial_days", Integer.class)),
                Optional.ofNullable(row.getObject("product_id", Long.class)),
                Buyers.charges(row));
    }
}
