package org.omnihall.bench.peer;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Spring Boot with Web MVC and JdbcClient and nothing else: no rights, no rules, no entity tags, no counts. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
@Import(BareServer.Endpoints.class)
public class BareServer {

    /** Where its rows of choices go: the columns and keys of decision.choice, so that the same work is done. */
    static final String CHOICES = """
            create table if not exists bare_choice (id uuid primary key, at timestamptz not null, place text not null, journey uuid not null,
                channel_id bigint not null, subscriber_id bigint not null, area_path text not null, item text not null, told text not null);
            create index if not exists bare_choice_at on bare_choice (at desc, id desc);
            create index if not exists bare_choice_subscriber on bare_choice (subscriber_id, at desc)""";

    public static void main(String... arguments) {
        SpringApplication.run(BareServer.class, arguments);
    }

    /** What is asked of it. */
    @RestController
    static class Endpoints {

        private final JdbcClient db;
        private final Clock clock = Clock.systemUTC();

        Endpoints(JdbcClient db) {
            this.db = db;
            db.sql(CHOICES).update();
        }

        record Asked(String recommendationType, List<Reference> channel, Reference relatedParty) {}

        record Reference(String id) {}

        record Chosen(UUID id, String state, String item) {}

        /** Shows everybody the same, and writes it down: one row, one commit. */
        @PostMapping("/choices")
        @ResponseStatus(HttpStatus.CREATED)
        Chosen choose(@RequestBody Asked asked) {
            UUID id = UUID.randomUUID();
            db.sql("insert into bare_choice values (?, ?, ?, ?, ?, ?, '/', 'city', 'shown to everybody')")
                    .params(
                            id,
                            clock.instant().atOffset(ZoneOffset.UTC),
                            asked.recommendationType(),
                            UUID.randomUUID(),
                            Long.valueOf(asked.channel().getFirst().id()),
                            Long.valueOf(asked.relatedParty().id()))
                    .update();
            return new Chosen(id, "done", "city");
        }

        /** One row of a view, as the database writes its JSON. */
        @GetMapping(value = "/rows/{view}/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
        String one(@PathVariable Served view, @PathVariable String id) {
            return db.sql("select body::text from " + view.relation + " where id = ?")
                    .param(view.key(id))
                    .query(String.class)
                    .single();
        }

        /** Twenty rows of a view, found by one column. */
        @GetMapping(value = "/rows/{view}", produces = MediaType.APPLICATION_JSON_VALUE)
        String list(@PathVariable Served view, @RequestParam String value) {
            return db
                    .sql("select body::text from " + view.relation + " where " + view.column + " = ? order by "
                            + view.order + " limit 20")
                    .param(value)
                    .query(String.class)
                    .list()
                    .stream()
                    .collect(Collectors.joining(",", "[", "]"));
        }
    }

    /** The views that it serves. */
    enum Served {
        OFFERING("catalogue.product_offering_resource", "name", false, "id"),
        INDIVIDUAL("party.individual_resource", "family_name", true, "id"),
        INTERACTION("interaction.party_interaction", "party_id", true, "at desc, id desc");

        private final String relation;
        private final String column;
        private final boolean numbered;
        private final String order;

        Served(String relation, String column, boolean numbered, String order) {
            this.relation = relation;
            this.column = column;
            this.numbered = numbered;
            this.order = order;
        }

        Object key(String id) {
            return numbered ? Long.valueOf(id) : id;
        }
    }
}
