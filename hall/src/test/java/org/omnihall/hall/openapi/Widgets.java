package org.omnihall.hall.openapi;

import java.util.Map;
import java.util.Set;
import org.omnihall.hall.shell.Right;
import org.omnihall.tmf.Kind;
import org.omnihall.tmf.ResourceType;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/** A resource that only tests know: its body is kept as it was sent, one of its filters is a column. */
@TestConfiguration
class Widgets {

    static final Api API = new Api("widgetManagement", "v4");

    static final ResourceType WIDGET = new ResourceType(
            "widget",
            Map.of(
                    "name", Kind.TEXT,
                    "state", Kind.TEXT,
                    "size", Kind.NUMBER,
                    "sharp", Kind.BOOLEAN,
                    "madeAt", Kind.MOMENT,
                    "part.name", Kind.TEXT,
                    "part.count", Kind.NUMBER),
            Set.of("name", "state", "size", "sharp", "madeAt", "part", "note"),
            Set.of("madeAt"));

    @Bean
    static OpenResource widget(JdbcClient db) {
        db.sql("create schema if not exists sample").update();
        db.sql("""
                        create table if not exists sample.widget (id bigint generated always as identity primary key,
                            version bigint not null default 1, area_path text collate "C" not null, body jsonb not null,
                            name text generated always as (body ->> 'name') stored)""").update();
        return new OpenResource(
                API,
                WIDGET,
                Relation.of("sample.widget", Map.of("name", "name")),
                Writing.NONE
                        .creating(Set.of("name"), (posted, by) -> insert(db, posted, by.areaPath()))
                        .changing((before, after, by) -> update(db, before, after))
                        .deleting((before, by) -> delete(db, before)),
                Right.CATALOGUE_SEE,
                Right.CATALOGUE_CHANGE);
    }

    static Specimen specimen() {
        return Specimen.of(
                "{\"state\":\"used\",\"note\":null}",
                "{\"name\":\"hammer\",\"state\":\"new\",\"size\":2.50,\"sharp\":false,\"madeAt\":\"2026-11-01T08:00:00Z\",\"note\":\"中文\",\"part\":[{\"name\":\"head\",\"count\":1},{\"name\":\"shaft\",\"count\":2}]}",
                "{\"name\":\"saw\",\"state\":\"new\",\"size\":10,\"sharp\":true,\"madeAt\":\"2026-11-02T08:00:00.000Z\"}",
                "{\"name\":\"axe\",\"state\":\"used\",\"size\":9,\"sharp\":true,\"madeAt\":\"2026-10-02T08:00:00+08:00\",\"part\":[{\"name\":\"head\"}]}");
    }

    static Specimen.Source source() {
        return (ApplicationContext hall) -> Map.of(API.path() + "/widget", specimen());
    }

    static String insert(JdbcClient db, ObjectNode posted, String areaPath) {
        return db.sql("insert into sample.widget (area_path, body) values (?, ?::jsonb) returning id")
                .params(areaPath, posted.toString())
                .query(String.class)
                .single();
    }

    private static boolean update(JdbcClient db, Stored before, ObjectNode after) {
        return db.sql("update sample.widget set body = ?::jsonb, version = version + 1 where id = ? and version = ?")
                        .params(after.toString(), Long.valueOf(before.id()), before.version())
                        .update()
                == 1;
    }

    private static boolean delete(JdbcClient db, Stored before) {
        return db.sql("delete from sample.widget where id = ? and version = ?")
                        .params(Long.valueOf(before.id()), before.version())
                        .update()
                == 1;
    }
}
