package org.omnihall.hall.decision.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.openapi.ApiClient;
import org.omnihall.hall.openapi.Stored;
import org.omnihall.hall.openapi.Writing;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.tmf.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a program is told by TMF680 is what the slot chose, with its offer and its reason; what came of it is counted. */
@HallTest
class RecommendationsTest {

    private static final String AREA = "/rec/";

    private final Recommendations.Asking asking;
    private final JdbcClient db;
    private final Clock clock;
    private final long hotline;
    private final long li;

    @Autowired
    RecommendationsTest(
            Recommendations.Asking asking, Channels channels, Subscribers subscribers, JdbcClient db, Clock clock) {
        this.asking = asking;
        this.db = db;
        this.clock = clock;
        this.hotline = channels.byCode("hotline").orElseThrow().id().value();
        this.li = subscribers.idOf(new Msisdn("13857106801"));
    }

    @BeforeEach
    void offer() {
        db.sql("delete from decision.slot_item where code = 'menu-pack'").update();
        db.sql("""
                insert into decision.slot_item (code, kind, offering, title_zh, title_en, text_zh, text_en, picture, places, bands,
                    area_path, weight, state, until_at)
                values ('menu-pack', 'OFFER', 'data-pack', '流量包', 'Data pack', '每月 10 GB', '10 GB a month', 'speed', '{HOTLINE}',
                    '{}', '/rec/', 1, 'LIVE', null)""").update();
        db.sql("update decision.hold_out set permille = 0").update();
        db.sql("update decision.version set number = number + 1").update();
    }

    @Test
    void tellsTheOfferAndWhyInBothLanguages() {
        Eventually.holds(
                "the new item is in force",
                () -> ask().path("recommendationItem").size() == 1);
        ObjectNode told = ask();
        assertThat(told.path("recommendationItem")
                        .get(0)
                        .path("productOffering")
                        .path("id")
                        .asString())
                .isEqualTo("data-pack");
        assertThat(told.path("recommendationItem")
                        .get(0)
                        .path("title")
                        .path("zh")
                        .asString())
                .isEqualTo("流量包");
        assertThat(told.path("recommendationItem")
                        .get(0)
                        .path("title")
                        .path("en")
                        .asString())
                .isEqualTo("Data pack");
        assertThat(told.path("recommendationItem").get(0).path("probability").asDouble())
                .isEqualTo(1);
        assertThat(told.path("reason").path("zh").asString()).contains("1", "100");
        assertThat(told.path("reason").path("en").asString()).contains("1", "100");
        Instant from = Instant.parse(told.path("validFor").path("startDateTime").asString());
        assertThat(Instant.parse(told.path("validFor").path("endDateTime").asString()))
                .isEqualTo(from.plus(ToldQuery.VALID))
                .isAfter(clock.instant());
    }

    @Test
    void saysThatNothingFits() {
        ObjectNode told = told(asking.ask(query("clerk", "\"id\":\"" + li + "\"", ""), client(AREA, "hotline")));
        assertThat(told.path("recommendationItem").isEmpty()).isTrue();
        assertThat(told.path("state").asString()).isEqualTo("done");
        assertThat(told.path("reason").path("en").asString()).isNotEmpty();
    }

    @Test
    void countsAClickOnceAndTakesNoOtherWord() {
        Writing.Done done = asking.ask(query("hotline", "\"id\":\"" + li + "\"", ""), client(AREA, "hotline"));
        Stored asked = new Stored(done.id(), 1, AREA, told(done));
        ObjectNode clicked = asked.body().deepCopy().put("outcome", "clicked");
        assertThat(asking.came(asked, clicked, client(AREA, "hotline"))).isTrue();
        assertThat(asking.came(asked, clicked, client(AREA, "hotline"))).isTrue();
        assertThat(db.sql("select count(*) from decision.outcome where choice_id = ? and kind = 'CLICKED'")
                        .param(UUID.fromString(asked.id()))
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        refuses(
                "outcome is clicked",
                () -> asking.came(asked, asked.body().deepCopy().put("outcome", "ordered"), client(AREA, "hotline")));
        refuses(
                "Only outcome",
                () -> asking.came(asked, clicked.deepCopy().put("name", "another"), client(AREA, "hotline")));
    }

    @Test
    void asksForNobodyButOurCustomersOnOurChannelsInItsArea() {
        refuses(
                "relatedParty.id",
                () -> asking.ask(query("hotline", "\"id\":\"999999999\"", ""), client(AREA, "hotline")));
        ObjectNode nowhere = query("hotline", "\"id\":\"" + li + "\"", "");
        nowhere.set("channel", json("[{\"id\":\"999999\"}]"));
        refuses("channel.id", () -> asking.ask(nowhere, client(AREA, "hotline")));
        refuses(
                "another channel",
                () -> asking.ask(query("hotline", "\"id\":\"" + li + "\"", ""), client(AREA, "portal")));
        refuses(
                "Area /",
                () -> asking.ask(
                        query("hotline", "\"id\":\"" + li + "\"", ",\"place\":{\"id\":\"/\"}"),
                        client(AREA, "hotline")));
        Writing.Done below = asking.ask(
                query("hotline", "\"id\":\"" + li + "\"", ",\"place\":{\"id\":\"/rec/x/\"}"), client(AREA, "hotline"));
        assertThat(db.sql("select area_path from decision.choice where id = ?")
                        .param(UUID.fromString(below.id()))
                        .query(String.class)
                        .single())
                .isEqualTo("/rec/x/");
    }

    private static void refuses(String named, ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(Problem.class).hasMessageContaining(named);
    }

    private ObjectNode ask() {
        return told(asking.ask(query("hotline", "\"id\":\"" + li + "\"", ""), client(AREA, "hotline")));
    }

    private static ObjectNode told(Writing.Done done) {
        return (ObjectNode) json(done.told());
    }

    private ObjectNode query(String place, String customer, String more) {
        return (ObjectNode) json("{\"recommendationType\":\"" + place + "\",\"channel\":[{\"id\":\"" + hotline
                + "\"}],\"relatedParty\":{" + customer + "}" + more + "}");
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    private static ApiClient client(String area, String channel) {
        return new ApiClient("ivr", Set.of(), area, Optional.of(channel));
    }
}
