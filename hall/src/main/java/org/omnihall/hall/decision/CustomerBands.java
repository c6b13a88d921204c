package org.omnihall.hall.decision;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.Snapshot;
import org.omnihall.hall.interaction.Cards;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Of which band a customer is, by what he spends a month (requirement C15): the highest whose border he reaches. */
@Component
public class CustomerBands {

    private final Cards cards;
    private final Snapshot<List<Border>> falling;

    CustomerBands(JdbcClient db, SlotTable table, Cards cards) {
        this.cards = cards;
        this.falling = new Snapshot<>(table::version, () -> borders(db));
    }

    /** Nothing for a customer whose value nobody has computed. */
    public Optional<CustomerBand> of(long subscriber) {
        return Optional.ofNullable(of(List.of(subscriber)).get(subscriber));
    }

    /** The bands of many customers by one statement, and by none where there is no customer. */
    Map<Long, CustomerBand> of(Collection<Long> subscribers) {
        Map<Long, CustomerBand> bands = new HashMap<>();
        if (!subscribers.isEmpty()) {
            cards.monthlyFenOf(subscribers).forEach((subscriber, spend) -> bands.put(subscriber, band(spend)));
        }
        return bands;
    }

    /** From which mean monthly spend on a customer is of a band. */
    private record Border(CustomerBand band, long fromFen) {}

    private CustomerBand band(long monthlyFen) {
        return falling.value().stream()
                .filter(border -> border.fromFen() <= monthlyFen)
                .findFirst()
                .map(Border::band)
                .orElse(CustomerBand.LOW);
    }

    @Scheduled(fixedDelay = 1000)
    void refresh() {
        falling.refresh();
    }

    private static List<Border> borders(JdbcClient db) {
        return db.sql("select band, from_monthly_fen from decision.weight order by from_monthly_fen desc")
                .query((row, number) ->
                        new Border(CustomerBand.valueOf(row.getString("band")), row.getLong("from_monthly_fen")))
                .list();
    }
}
