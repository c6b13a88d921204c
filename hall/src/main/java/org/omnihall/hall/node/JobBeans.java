package org.omnihall.hall.node;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What a node does again and again at short intervals. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class JobBeans {

    private static final int THREADS = 8;

    /**
     * A job never overlaps itself; two jobs may run at once, also of one bean. By some of them nodes hear within two seconds what others changed, and they
     * must not wait for one that has much to do: with virtual threads Spring Boot would run all of them one after the other.
     */
    @Bean(defaultCandidate = false)
    ThreadPoolTaskScheduler jobScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setThreadNamePrefix("job-");
        return scheduler;
    }

    @Bean
    SchedulingConfigurer jobs(@Qualifier("jobScheduler") ThreadPoolTaskScheduler scheduler) {
        return registrar -> registrar.setTaskScheduler(scheduler);
    }
}
