package org.omnihall.hall.ordering.sms;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.omnihall.hall.messaging.NoticeTaken;
import org.omnihall.hall.ordering.Usages;
import org.omnihall.hall.shell.ShellSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells the short messages of a notice as usage in the unit {@code SMS} of the product whose line they went out on (requirement D10). Those of a
 * line without a product are counted as {@code omnihall.ordering.sms.unbilled}.
 */
@Component
class SmsUsage {

    static final String UNIT = "SMS";

    private static final Logger LOG = LoggerFactory.getLogger(SmsUsage.class);

    private final JdbcClient db;
    private final Usages usages;
    private final ShellSettings settings;
    private final Counter unbilled;

    SmsUsage(JdbcClient db, Usages usages, ShellSettings settings, MeterRegistry meters) {
        this.db = db;
        this.usages = usages;
        this.settings = settings;
        this.unbilled = meters.counter("omnihall.ordering.sms.unbilled");
    }

    @EventListener
    void taken(NoticeTaken taken) {
        Optional<Long> product = db.sql("select id from ordering.product where results ->> 'line' = ?")
                .param(Long.toString(taken.line()))
                .query(Long.class)
                .optional();
        if (product.isEmpty()) {
            unbilled.increment(taken.parts());
            LOG.warn("No product has line {}: {} short messages of it are not billed", taken.line(), taken.parts());
            return;
        }
        usages.tell(new Usages.Used(
                "sms " + taken.id().value(),
                product.get(),
                UNIT,
                taken.parts(),
                taken.at().atZone(settings.zone()).toLocalDate()));
    }
}
