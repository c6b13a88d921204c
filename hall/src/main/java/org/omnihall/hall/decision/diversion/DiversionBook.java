package org.omnihall.hall.decision.diversion;

import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.decision.CustomerBand;
import org.omnihall.hall.decision.Diversions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes diversions down with their inputs, so that each can be explained and made again. */
@Component
class DiversionBook {

    private final JdbcClient db;

    DiversionBook(JdbcClient db) {
        this.db = db;
    }

    Weights weights(CustomerBand band) {
        return db.sql("select preference_fen, cost_percent from decision.weight where band = ?")
                .param(band.name())
                .query((row, number) -> new Weights(row.getLong("preference_fen"), row.getInt("cost_percent")))
                .single();
    }

    void write(Diversions.Case wanted, Steering.Question question, Answer answer, Instant at) {
        db.sql("""
                        insert into decision.diversion (at, journey, subscriber_id, channel_id, business, band, answer, to_channel_id,
                            reason, fired, inputs)
                        values (:at, :journey, :subscriber, :channel, :business, :band, :answer, :to, :reason, :fired, :inputs::jsonb)""")
                .param("at", Times.at(at))
                .param("journey", wanted.journey())
                .param("subscriber", wanted.subscriber().orElse(null), Types.BIGINT)
                .param("channel", wanted.here().id().value())
                .param("business", wanted.business().code())
                .param("band", question.band().name())
                .param("answer", AnswerWords.name(answer))
                .param("to", AnswerWords.to(answer).map(ChannelId::value).orElse(null), Types.BIGINT)
                .param("reason", AnswerWords.reason(answer))
                .param("fired", answer.fired().stream().map(Enum::name).toArray(String[]::new))
                .param("inputs", inputs(question))
                .update();
    }

    private static String inputs(Steering.Question question) {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        Traits traits = question.traits();
        inputs.put("lowRisk", traits.lowRisk())
                .put("lowContact", traits.lowContact())
                .put("lowValue", traits.lowValue())
                .put("standard", traits.standard())
                .put("preferenceFen", question.weights().preferenceFen())
                .put("costPercent", question.weights().costPercent());
        ArrayNode options = inputs.putArray("options");
        question.permitted()
                .forEach(option -> options.addObject()
                        .put("channel", option.channel().value())
                        .put("preference", option.preference())
                        .put("costFen", option.costFen())
                        .put("full", option.full())
                        .put("related", option.related()));
        return inputs.toString();
    }

    /** The parts of an answer, as they are written down and shown. */
    static final class AnswerWords {

        private AnswerWords() {}

        static String name(Answer answer) {
            return switch (answer) {
                case Answer.Here here -> "HERE";
                case Answer.Diverted diverted -> "DIVERTED";
                case Answer.HandedOver over -> "HANDED_OVER";
                case Answer.Nowhere nowhere -> "NOWHERE";
            };
        }

        static Optional<ChannelId> to(Answer answer) {
            return switch (answer) {
                case Answer.Here here -> Optional.empty();
                case Answer.Diverted diverted -> Optional.of(diverted.to());
                case Answer.HandedOver over -> Optional.of(over.to());
                case Answer.Nowhere nowhere -> Optional.empty();
            };
        }

        static String reason(Answer answer) {
            return switch (answer) {
                case Answer.Here here -> here.why().name();
                case Answer.Diverted diverted -> diverted.cause().name();
                case Answer.HandedOver over -> "NOT_PERMITTED_HERE";
                case Answer.Nowhere nowhere -> "NOBODY_MAY";
            };
        }
    }
}
