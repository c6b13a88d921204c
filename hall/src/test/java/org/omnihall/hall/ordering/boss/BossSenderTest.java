package org.omnihall.hall.ordering.boss;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.node.Bell;
import org.omnihall.hall.ordering.Waking;
import org.omnihall.hall.ordering.Wish;
import org.omnihall.hall.ordering.World;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the sender makes of each answer, and how it stops (requirement D4). */
@HallTest
class BossSenderTest {

    private final World world;
    private final BossOutbox outbox;
    private final Waking waking;
    private final JdbcClient db;
    private final Clock clock;
    private final BossOnPaper boss;
    private long order;

    @Autowired
    BossSenderTest(ApplicationContext hall, BossOutbox outbox, Waking waking, JdbcClient db, Clock clock)
            throws IOException {
        this.world = new World(hall);
        this.outbox = outbox;
        this.waking = waking;
        this.db = db;
        this.clock = clock;
        this.boss = new BossOnPaper(clock);
    }

    @BeforeEach
    void begin() {
        db.sql("delete from ordering.boss_command").update();
        String line = world.offering("order-standard", 500, 0, "boss.open");
        order = world.placed(world.cafe().served(), Wish.add(line, 1, Map.of())).id();
    }

    @AfterEach
    void end() {
        db.sql("delete from ordering.boss_command").update();
        boss.close();
    }

    @Test
    void triesAgainWhatIsNeitherDoneNorRefused() {
        assertThat(answered(BossOnPaper.Illness.MOVED)).isEqualTo(waits("302"));
        assertThat(answered(BossOnPaper.Illness.BUSY)).isEqualTo(waits("429"));
        assertThat(answered(BossOnPaper.Illness.BROKEN)).isEqualTo(waits("500"));
        assertThat(answered(BossOnPaper.Illness.IN_BETWEEN)).isEqualTo(waits("200 without a reference"));
        assertThat(answered(BossOnPaper.Illness.VAGUE)).isEqualTo(waits("200 without a reference"));
        assertThat(answered(BossOnPaper.Illness.UNWILLING))
                .isEqualTo(new BossOutbox.Standing(BossOutbox.State.REFUSED, "422 no such account"));
        assertThat(answered(BossOnPaper.Illness.NONE)).isEqualTo(new BossOutbox.Standing(BossOutbox.State.DONE, "ok"));
    }

    @Test
    void goesOnByItselfAndStopsWithoutWaitingForTheWholeOutbox() {
        int many = 40;
        for (int i = 0; i < many; i++) {
            put("sender-" + i);
        }
        BossSender sender = sender("10");
        sender.start();
        Eventually.holds("two calls are made", () -> boss.calls.size() >= 2);
        sender.stop();
        assertThat(boss.calls).hasSizeLessThan(many / 2);
        assertThat(sender.isRunning()).isFalse();
    }

    private BossOutbox.Standing answered(BossOnPaper.Illness illness) {
        boss.illness = illness;
        String key = "sender-" + illness;
        put(key);
        BossSender sender = sender("1000");
        Eventually.holds("BOSS has answered " + key, () -> {
            sender.turn();
            return !standing(key).answer().isEmpty();
        });
        sender.stop();
        return standing(key);
    }

    private static BossOutbox.Standing waits(String answer) {
        return new BossOutbox.Standing(BossOutbox.State.WAITING, answer);
    }

    private BossOutbox.Standing standing(String key) {
        return outbox.standing(key).orElseThrow();
    }

    private void put(String key) {
        outbox.put(key, key, order, "{}", clock.instant());
    }

    private BossSender sender(String perSecond) {
        BossSettings settings = SettingsOf.bind(
                BossSettings.class,
                Map.of(
                        "omnihall.boss.url",
                        boss.url(),
                        "omnihall.boss.per-second",
                        perSecond,
                        "omnihall.boss.poll",
                        "1h"));
        return new BossSender(outbox, waking, settings, clock, new SimpleMeterRegistry(), new Bell());
    }
}
