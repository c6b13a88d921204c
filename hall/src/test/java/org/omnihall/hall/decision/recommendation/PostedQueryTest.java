package org.omnihall.hall.decision.recommendation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.decision.SlotPlace;
import org.omnihall.tmf.Problem;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a program posts by TMF680, read as a question to a slot. */
class PostedQueryTest {

    private static final String LEAST = "\"recommendationType\":\"clerk\",\"channel\":[{\"id\":\"4\"}]";

    @Test
    void isAQuestionOfItsChannelForItsCustomerInHisArea() {
        PostedQuery query = read(LEAST + ",\"relatedParty\":{\"id\":\"17\",\"@referredType\":\"Subscriber\"},"
                + "\"place\":{\"id\":\"/zj/hz/\",\"role\":\"where he is\"},\"instantSyncRecommendation\":true");
        assertThat(query)
                .isEqualTo(
                        new PostedQuery(SlotPlace.CLERK, new ChannelId(4), Optional.of(17L), Optional.of("/zj/hz/")));
        assertThat(read(LEAST + ",\"relatedParty\":null"))
                .isEqualTo(new PostedQuery(SlotPlace.CLERK, new ChannelId(4), Optional.empty(), Optional.empty()));
    }

    @Test
    void namesWhatIsWrong() {
        refuses("recommendationType is one of portal, hall, clerk, hotline", LEAST.replace("clerk", "Clerk"));
        refuses("channel is an array", LEAST.replace("[{\"id\":\"4\"}]", "{\"id\":\"4\"}"));
        refuses("channel is an array", LEAST.replace("[{\"id\":\"4\"}]", "[]"));
        refuses("channel is an array", LEAST.replace("[{\"id\":\"4\"}]", "[{\"id\":\"4\"},{\"id\":\"5\"}]"));
        refuses("channel is an array", LEAST.replace("[{\"id\":\"4\"}]", "[\"4\"]"));
        refuses("channel.id", LEAST.replace("\"4\"", "\"four\""));
        refuses("channel.id", LEAST.replace("\"4\"", "\"1234567890123456789\""));
        refuses("relatedParty is an object", LEAST + ",\"relatedParty\":[{\"id\":\"17\"}]");
        refuses("relatedParty.id", LEAST + ",\"relatedParty\":{\"id\":\"-17\"}");
        refuses("relatedParty.id", LEAST + ",\"relatedParty\":{}");
        refuses("place.id", LEAST + ",\"place\":{\"id\":\"zj\"}");
        refuses("place.id", LEAST + ",\"place\":{\"id\":\"/zj/../\"}");
        refuses("instantSyncRecommendation", LEAST + ",\"instantSyncRecommendation\":false");
    }

    @Test
    void leavesToTheServerWhatItGives() {
        refuses("recommendationItem", LEAST + ",\"recommendationItem\":[]");
        refuses("reason", LEAST + ",\"reason\":{}");
        refuses("state", LEAST + ",\"state\":\"done\"");
        refuses("outcome", LEAST + ",\"outcome\":\"clicked\"");
        refuses("validFor", LEAST + ",\"validFor\":{}");
    }

    @Test
    void isNotLongerThanItNeedsToBe() {
        int frame = ("{" + LEAST + ",\"name\":\"\"}").length();
        assertThat(read(LEAST + ",\"name\":\"" + "x".repeat(8_000 - frame) + "\"")
                        .place())
                .isEqualTo(SlotPlace.CLERK);
        refuses("8000", LEAST + ",\"name\":\"" + "x".repeat(8_001 - frame) + "\"");
    }

    private static void refuses(String named, String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Problem.class).hasMessageContaining(named);
    }

    private static PostedQuery read(String members) {
        return PostedQuery.read((ObjectNode) JsonMapper.builder().build().readTree("{" + members + "}"));
    }
}
