package org.omnihall.hall.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong with one piece of work is told and holds up no other. */
class ApartTest {

    @Test
    void givesWhatTheWorkGaveOnTheSameThread() {
        List<Throwable> told = new ArrayList<>();
        assertThat(Apart.from(Thread::currentThread, told::add)).contains(Thread.currentThread());
        assertThat(told).isEmpty();
    }

    @Test
    void tellsWhatWasThrownAndGivesNothing() {
        IllegalStateException fault = new IllegalStateException("no");
        List<Throwable> told = new ArrayList<>();
        assertThat(Apart.from(
                        () -> {
                            throw fault;
                        },
                        told::add))
                .isEmpty();
        assertThat(told).containsExactly(fault);
    }
}
