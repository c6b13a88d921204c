package org.omnihall.hall.decision;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Conditions;
import org.omnihall.hall.database.Times;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What slots showed and what came of it, by channel and item, each offer against its hold-out. */
@Component
public class SlotReport {

    private final JdbcClient db;

    SlotReport(JdbcClient db) {
        this.db = db;
    }

    /**
     * One item on one channel.
     *
     * @param shown how often it was shown
     * @param customers to how many different customers
     * @param clicked how many choices were clicked
     * @param ordered how many of the customers ordered it within the window
     * @param heldOut how many customers would have seen it
     * @param orderedWithout how many of those ordered it all the same
     */
    public record Line(
            ChannelId channel,
            String item,
            boolean offer,
            long shown,
            long customers,
            long clicked,
            long ordered,
            long heldOut,
            long orderedWithout) {

        public Optional<Lift> lift() {
            return offer && customers > 0 && heldOut > 0
                    ? Optional.of(Lift.of(ordered, customers, orderedWithout, heldOut))
                    : Optional.empty();
        }
    }

    /** The lines of the choices made from a moment until before another. */
    public List<Line> of(String areaPath, Instant from, Instant until) {
        Conditions asked = new Conditions()
                .and("c.at >= :from", "from", Times.at(from))
                .and("c.at < :until", "until", Times.at(until))
                .and("coalesce(c.would, c.item) is not null")
                .below("c.area_path", areaPath);
        return db.sql("""
                        with looked as (
                            select c.channel_id, coalesce(c.would, c.item) as code, c.would is not null as without, c.subscriber_id,
                                exists (select from decision.outcome o where o.choice_id = c.id and o.kind = 'CLICKED') as clicked,
                                exists (select from decision.outcome o where o.choice_id = c.id and o.kind = 'ORDERED') as ordered
                            from decision.choice c""" + asked.where() + """
                        )
                        select l.channel_id, l.code, i.offering is not null as offer,
                            count(*) filter (where not without) as shown,
                            count(distinct subscriber_id) filter (where not without) as customers,
                            count(*) filter (where clicked and not without) as clicked,
                            count(distinct subscriber_id) filter (where ordered and not without) as ordered,
                            count(distinct subscriber_id) filter (where without) as held_out,
                            count(distinct subscriber_id) filter (where ordered and without) as ordered_without
                        from looked l join decision.slot_item i on i.code = l.code
                        group by 1, 2, 3 order by 1, 3 desc, 4 desc, 2""")
                .params(asked.values())
                .query((row, number) -> new Line(
                        new ChannelId(row.getLong("channel_id")),
                        row.getString("code"),
                        row.getBoolean("offer"),
                        row.getLong("shown"),
                        row.getLong("customers"),
                        row.getLong("clicked"),
                        row.getLong("ordered"),
                        row.getLong("held_out"),
                        row.getLong("ordered_without")))
                .list();
    }
}
