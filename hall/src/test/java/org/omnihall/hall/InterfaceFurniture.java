package org.omnihall.hall;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.clients.ApiClients;
import org.omnihall.hall.shell.Right;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients of the interfaces and a notification that was given up, so that their forms are there. */
final class InterfaceFurniture {

    private static final String BAD_NAME = "\"><script>alert(1)</script>";

    private InterfaceFurniture() {}

    static void put(ApplicationContext hall, JdbcClient db) {
        ApiClients clients = hall.getBean(ApiClients.class);
        for (String name : List.of("bad-client", "bad-disabled")) {
            clients.add(new ApiClient(name, Set.of(Right.CUSTOMER_SEE), "/evil/", Optional.of("app")), "furniture");
        }
        clients.all().stream()
                .filter(entry -> entry.client().name().equals("bad-disabled"))
                .forEach(entry -> clients.enable(entry.id(), false, "furniture"));
        db.sql("""
                        with s as (insert into openapi.subscription (api, client, area_path, callback, query, secret, made_at)
                            values ('/tmf-api/none/v4', 'bad-client', '/evil/', 'https://listener.example', '', '', :now) returning id)
                        insert into openapi.delivery (subscription_id, event_id, event_type, listener_path, subject, body, at,
                            state, due_at, last_answer)
                        select id, gen_random_uuid(), :bad, '/listener', :bad, '{}', :now, 'DEAD', :now, :bad from s""")
                .param("bad", BAD_NAME)
                .param("now", OffsetDateTime.parse("2026-11-22T04:00:00Z"))
                .update();
    }
}
