package org.omnihall.hall.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Trials end whatever became of an earlier ending, and of other trials (requirement D1). */
@HallTest
@Import(Deeds.class)
@TestPropertySource(properties = {"omnihall.ordering.poll=20ms", "omnihall.ordering.first-pause=20ms"})
class EndingTrialsTest {

    private final World world;
    private final Errands errands;
    private final Products products;
    private final TrialEnd trialEnd;
    private final JdbcClient db;

    @Autowired
    EndingTrialsTest(ApplicationContext hall) {
        this.world = new World(hall);
        this.errands = new Errands(hall);
        this.products = hall.getBean(Products.class);
        this.trialEnd = hall.getBean(TrialEnd.class);
        this.db = hall.getBean(JdbcClient.class);
    }

    @Test
    void endsATrialWhoseEndingWasCalledOff() {
        Product product = tried(world.offering(Errands.SIMPLE, 0, 9_900, "test.one"));
        Instant until = product.trialUntil().orElseThrow();
        trialEnd.end(until);
        terminated(product);
        callOff(product);
        trialEnd.end(until.plusSeconds(3_600));
        terminated(product);
    }

    @Test
    void endsTheOthersWhereOneCannotBeEnded() {
        String wifi = world.offering(Errands.SIMPLE, 0, 9_900, "test.one");
        Product troubled = tried(wifi);
        Product other = tried(wifi);
        Instant until = other.trialUntil().orElseThrow();
        channel(troubled, 1L << 40);
        trialEnd.end(until);
        terminated(other);
        assertThat(products.find(troubled.id()).orElseThrow().state()).isEqualTo(ProductState.ACTIVE);
        channel(troubled, world.channel("web-hall").value());
        trialEnd.end(until);
        terminated(troubled);
    }

    /** As if somebody had cancelled the order that ended the trial. */
    private void callOff(Product product) {
        db.sql("update ordering.product set state = 'ACTIVE', ended_at = null where id = ?")
                .param(product.id())
                .update();
        assertThat(db.sql("""
                                update ordering.customer_order set state = 'CANCELLED' where client = 'system' and id in (
                                    select order_id from ordering.order_item where product_id = ?)""").param(product.id()).update()).isOne();
    }

    /** On a channel that the registry does not know, no contact can be written. */
    private void channel(Product product, long channel) {
        db.sql("update ordering.customer_order set channel_id = ? where id = ?")
                .params(channel, product.order())
                .update();
    }

    private Product tried(String offering) {
        return errands.productOf(
                errands.completed(world.placed(errands.billed().served(), Wish.trial(offering, 1, Map.of()))));
    }

    private void terminated(Product product) {
        Eventually.holds(
                "product " + product.id() + " ends",
                () -> products.find(product.id()).orElseThrow().state() == ProductState.TERMINATED);
    }
}
