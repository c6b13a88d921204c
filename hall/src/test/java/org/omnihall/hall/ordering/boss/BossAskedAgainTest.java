package org.omnihall.hall.ordering.boss;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.ordering.Order;
import org.omnihall.hall.ordering.OrderItem;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A refusal of BOSS is told once; whoever tries again asks again (requirement D4). */
@HallTest
class BossAskedAgainTest {

    private final World world;
    private final BossStep step;
    private final BossOutbox outbox;
    private final JdbcClient db;
    private final Clock clock;

    @Autowired
    BossAskedAgainTest(ApplicationContext hall, BossStep step, BossOutbox outbox, JdbcClient db, Clock clock) {
        this.world = new World(hall);
        this.step = step;
        this.outbox = outbox;
        this.db = db;
        this.clock = clock;
    }

    @AfterEach
    void end() {
        db.sql("delete from ordering.boss_command where command_key like 'again-%'")
                .update();
    }

    @Test
    void isAskedAgainToTakeBackWhatItRefusedToTakeBack() {
        StepContext context = context();
        assertThat(step.run(context)).isInstanceOf(StepOutcome.Later.class);
        settle(context.key() + "-OPEN", BossOutbox.State.DONE, "ok");
        assertThat(step.undo(context)).isInstanceOf(StepOutcome.Later.class);
        settle(context.key() + "-CLOSE", BossOutbox.State.REFUSED, "409 not now");
        assertThat(step.undo(context)).isEqualTo(new StepOutcome.Impossible("BOSS refused: 409 not now"));
        assertThat(step.undo(context)).isInstanceOf(StepOutcome.Later.class);
        assertThat(outbox.standing(context.key() + "-CLOSE"))
                .contains(new BossOutbox.Standing(BossOutbox.State.WAITING, ""));
    }

    @Test
    void isNotAskedToTakeBackWhatItRefused() {
        StepContext context = context();
        assertThat(step.run(context)).isInstanceOf(StepOutcome.Later.class);
        settle(context.key() + "-OPEN", BossOutbox.State.REFUSED, "422 no");
        assertThat(step.run(context)).isInstanceOf(StepOutcome.Impossible.class);
        assertThat(step.undo(context)).isInstanceOf(StepOutcome.Done.class);
        assertThat(outbox.standing(context.key() + "-CLOSE")).isEmpty();
    }

    private StepContext context() {
        String line = world.offering("order-standard", 500, 0, "boss.open");
        Order order = world.placed(world.cafe().served(), Wish.add(line, 1, Map.of()));
        OrderItem item = order.items().getFirst();
        return new StepContext("again-" + order.id(), order, item, line, Map.of(), clock.instant());
    }

    private void settle(String key, BossOutbox.State state, String answer) {
        long id = db.sql("select id from ordering.boss_command where command_key = ?")
                .param(key)
                .query(Long.class)
                .single();
        outbox.settled(new BossCommand(id, key, key, "{}", 1), state, answer, clock.instant());
    }
}
