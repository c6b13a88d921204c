package org.omnihall.hall.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.config.ScheduledTaskHolder;

@HallTest
class JobBeansTest {

    private final ThreadPoolTaskScheduler scheduler;
    private final ScheduledTaskHolder jobs;

    @Autowired
    JobBeansTest(@Qualifier("jobScheduler") ThreadPoolTaskScheduler scheduler, ScheduledTaskHolder jobs) {
        this.scheduler = scheduler;
        this.jobs = jobs;
    }

    @Test
    void twoJobsRunAtOnce() throws InterruptedException, ExecutionException {
        CyclicBarrier together = new CyclicBarrier(2);
        Future<Integer> one = scheduler.submit(() -> together.await(10, TimeUnit.SECONDS));
        Future<Integer> other = scheduler.submit(() -> together.await(10, TimeUnit.SECONDS));
        assertThat(IntStream.of(one.get(), other.get())).as("both arrived").containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void allJobsAreIts() {
        int all = jobs.getScheduledTasks().size();
        assertThat(all).isGreaterThan(20);
        Eventually.holds(
                "each waits for its time or runs",
                () -> scheduler.getScheduledThreadPoolExecutor().getQueue().size() + scheduler.getActiveCount() >= all);
    }
}
