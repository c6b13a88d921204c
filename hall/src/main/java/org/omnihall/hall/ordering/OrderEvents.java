package org.omnihall.hall.ordering;

import java.time.Instant;
import java.util.List;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The histories of orders; only ever added to. */
@Component
class OrderEvents {

    private static final int MOST = 500;
    private static final int LONGEST = 300;

    private final JdbcClient db;

    OrderEvents(JdbcClient db) {
        this.db = db;
    }

    /** Gives the id of the line. */
    long add(long order, By by, OrderState state, String remark, Instant now) {
        return db.sql("""
                        insert into ordering.order_event (order_id, at, actor, channel_id, state, remark)
                        values (?, ?, ?, ?, ?, ?) returning id""")
                .params(
                        order,
                        Times.at(now),
                        by.actor(),
                        by.channel().value(),
                        state.name(),
                        remark.length() > LONGEST ? remark.substring(0, LONGEST) : remark)
                .query(Long.class)
                .single();
    }

    /** The oldest first. */
    List<OrderEvent> of(long order) {
        return db.sql("select * from ordering.order_event where order_id = ? order by id limit ?")
                .params(order, MOST)
                .query((row, number) -> new OrderEvent(
                        Times.in(row, "at"),
                        row.getString("actor"),
                        new ChannelId(row.getLong("channel_id")),
                        OrderState.valueOf(row.getString("state")),
                        row.getString("remark")))
                .list();
    }
}
