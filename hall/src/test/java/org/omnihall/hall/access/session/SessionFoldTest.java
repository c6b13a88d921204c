package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.session.Wlan.interim;
import static org.omnihall.hall.access.session.Wlan.noonPlus;
import static org.omnihall.hall.access.session.Wlan.start;
import static org.omnihall.hall.access.session.Wlan.stop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.omnihall.hall.access.session.Closer.Cause;

class SessionFoldTest {

    private static SessionFold fold(AccountingEvent... events) {
        SessionFold fold = SessionFold.NOTHING;
        for (AccountingEvent event : events) {
            fold = fold.with(event);
        }
        return fold;
    }

    @Test
    void isOpenFromStartToStop() {
        assertThat(fold(start("a", 0)).isOpen()).isTrue();
        SessionFold over = fold(start("a", 0), stop("a", 900, 0));
        assertThat(over.close()).contains(new Closer(noonPlus(900), Cause.STOPPED));
        assertThat(over.usage().upOctets()).isEqualTo(900_000);
    }

    @Test
    void knowsItsStartFromAnInterimWhenTheStartWasLost() {
        assertThat(fold(interim("a", 600, 0)).startedAt()).isEqualTo(noonPlus(0));
        assertThat(fold(interim("a", 600, 10), start("a", 8)).startedAt()).isEqualTo(noonPlus(8));
    }

    @Test
    void isReopenedOnlyByASignOfLifeAfterTheClose() {
        SessionFold over = fold(start("a", 0), stop("a", 900, 0));
        assertThat(over.with(interim("a", 900, 0)).isOpen()).isFalse();
        assertThat(over.with(interim("a", 901, 0)).isOpen()).isTrue();
    }

    @Test
    void takesCountersOfAnOlderInterimAfterTheStop() {
        SessionFold stopFirst = fold(stop("a", 900, 300)).with(interim("a", 850, 0));
        assertThat(stopFirst.isOpen()).isFalse();
        assertThat(stopFirst.usage().upOctets()).isEqualTo(850_000);
    }

    @Test
    void forgetsALossWhenALateInterimComes() {
        SessionFold lost = fold(start("a", 0), interim("a", 600, 0)).with(new Closer(noonPlus(600), Cause.LOST));
        assertThat(lost.close()).contains(new Closer(noonPlus(600), Cause.LOST));
        assertThat(lost.with(interim("a", 1200, 0)).isOpen()).isTrue();
        assertThat(lost.with(stop("a", 700, 0)).close()).contains(new Closer(noonPlus(700), Cause.STOPPED));
    }

    @Test
    void keepsItsClosersThroughTheirText() {
        SessionFold fold = fold(start("a", 0), stop("a", 900, 0)).with(new Closer(noonPlus(950), Cause.REPLACED));
        assertThat(Closer.parse(Closer.text(fold.closers()))).isEqualTo(fold.closers());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void isTheSameInWhateverOrderAndHoweverOftenEventsCome(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<UnaryOperator<SessionFold>> events = events(random);
            SessionFold straight = apply(events);
            List<UnaryOperator<SessionFold>> shuffled = new ArrayList<>(events);
            shuffled.addAll(events.subList(0, random.nextInt(events.size() + 1)));
            Collections.shuffle(shuffled, random);
            assertThat(apply(shuffled)).isEqualTo(straight);
        }
    }

    private static SessionFold apply(List<UnaryOperator<SessionFold>> events) {
        SessionFold fold = SessionFold.NOTHING;
        for (UnaryOperator<SessionFold> event : events) {
            fold = event.apply(fold);
        }
        return fold;
    }

    private static <T> T any(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static List<UnaryOperator<SessionFold>> events(Random random) {
        List<UnaryOperator<SessionFold>> events = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(8); i++) {
            long second = random.nextInt(40) * 100L;
            AccountingEvent.Kind kind = any(random, List.of(AccountingEvent.Kind.values()));
            AccountingEvent event =
                    Wlan.event(kind, "a", java.util.Optional.empty(), Wlan.LI_PHONE, second, random.nextInt(100));
            Instant at = noonPlus(second);
            Cause cause = any(random, List.of(Cause.values()));
            events.add(random.nextInt(3) == 0 ? f -> f.with(new Closer(at, cause)) : f -> f.with(event));
        }
        return events;
    }
}
