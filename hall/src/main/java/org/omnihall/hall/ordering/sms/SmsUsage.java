package org.omnihall.hall.ordering.sms;

import org.omnihall.hall.messaging.NoticeTaken;
import org.omnihall.hall.ordering.Usages;
import org.omnihall.hall.shell.ShellSettings;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells each message of a notice as one of the unit {@code SMS} of the product whose line it went out on (requirement D10). */
@Component
class SmsUsage {

    static final String UNIT = "SMS";

    private final JdbcClient db;
    private final Usages usages;
    private final ShellSettings settings;

    SmsUsage(JdbcClient db, Usages usages, ShellSettings settings) {
        this.db = db;
        this.usages = usages;
        this.settings = settings;
    }

    @EventListener
    void taken(NoticeTaken taken) {
        db.sql("select id from ordering.product where results ->> 'line' = ?")
                .param(Long.toString(taken.line()))
                .query(Long.class)
                .optional()
                .ifPresent(product -> usages.tell(new Usages.Used(
                        "sms " + taken.id().value(),
                        product,
                        UNIT,
                        1,
                        taken.at().atZone(settings.zone()).toLocalDate())));
    }
}
