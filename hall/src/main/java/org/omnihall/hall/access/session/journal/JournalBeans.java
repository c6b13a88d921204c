package org.omnihall.hall.access.session.journal;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.omnihall.hall.node.Home;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The node's journal, in its own directory. */
@Configuration(proxyBeanMethods = false)
class JournalBeans {

    @Bean(destroyMethod = "close")
    Journal accountingJournal(JournalFiles files, JournalSettings settings, MeterRegistry registry, Clock clock) {
        JournalMeters meters = new JournalMeters(registry);
        JournalLimits limits =
                new JournalLimits(settings.room().toBytes(), settings.segment().toBytes());
        Journal journal = Journal.open(files, limits, meters, clock);
        meters.gauge("records", journal, Journal::waiting);
        meters.gauge("octets", journal, Journal::octets);
        meters.gauge("age.seconds", journal, open -> open.age().toMillis() / 1000.0);
        return journal;
    }

    /** A bean of its own, so that a run may stand in between and cut the power. */
    @Bean
    JournalFiles accountingJournalFiles(Home home) {
        try {
            return JournalDirectory.at(home.resolve("journal"));
        } catch (IOException broken) {
            throw new UncheckedIOException("The accounting journal's directory cannot be used", broken);
        }
    }
}
