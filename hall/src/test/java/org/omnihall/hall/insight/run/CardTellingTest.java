package org.omnihall.hall.insight.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.decision.CustomerBand;
import org.omnihall.hall.decision.CustomerBands;
import org.omnihall.hall.insight.Spending;
import org.omnihall.hall.interaction.CustomerValue;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The cards are told the values of a run, each customer once and only what changed. */
@HallTest
class CardTellingTest extends ValueComputing {

    @Autowired
    CardTellingTest(ApplicationContext hall) {
        super(hall);
    }

    @Test
    void computesAndTellsTheCardsFromWhichDecisionsRead() {
        long li = customer(40_000);
        long wang = customer(100);
        Run run = computed();
        assertThat(run.customers()).isGreaterThanOrEqualTo(2);
        assertThat(run.window().last()).isEqualTo(last);
        tellAll();
        assertThat(told(li).monthlyFen()).isEqualTo(40_000);
        assertThat(told(li).tier()).isEqualTo("钻石 Diamond");
        assertThat(told(li).asOf()).isEqualTo(run.endedAt().orElseThrow());
        CustomerBands bands = hall.getBean(CustomerBands.class);
        assertThat(bands.of(li)).contains(CustomerBand.HIGH);
        assertThat(bands.of(wang)).contains(CustomerBand.LOW);
        assertThat(runs.find(run.id()).orElseThrow().told()).isTrue();
    }

    @Test
    void tellsAgainOnlyWhatChanged() {
        long li = customer(40_000);
        long wang = customer(50_000);
        computed();
        tellAll();
        CustomerValue before = told(wang);
        spending.tell(List.of(new Spending.Bill(li, last, 30_000, Optional.empty(), "/")));
        computed();
        tellAll();
        assertThat(told(li).monthlyFen()).isEqualTo(30_000);
        assertThat(told(wang)).isEqualTo(before);
    }

    @Test
    void goesOnTellingWhereItStopped() {
        long li = customer(10_000);
        long wang = customer(20_000);
        Run run = computed();
        tellAll();
        db.sql("update interaction.card set value = null").update();
        db.sql("update insight.run set told = false, told_to = ? where id = ?")
                .params(li, run.id())
                .update();
        db.sql("update insight.run set told = false where id < ?")
                .param(run.id())
                .update();
        tellAll();
        assertThat(cards.valueOf(li)).as("was told before the fall").isEmpty();
        assertThat(told(wang).monthlyFen()).isEqualTo(20_000);
    }

    @Test
    void stopsBetweenTwoBatchesAndGoesOnAfterwards() {
        List<Msisdn> many = IntStream.range(0, 1_200)
                .mapToObj(i -> new Msisdn("1386656%04d".formatted(i)))
                .toList();
        spending.tell(hall.getBean(Subscribers.class).idsOf(many).values().stream()
                .map(id -> new Spending.Bill(id, last, 900, Optional.empty(), "/"))
                .toList());
        telling.stop();
        Run run = computed();
        telling.round();
        assertThat(runs.find(run.id()).orElseThrow().told())
                .as("the first thousand")
                .isFalse();
        telling.start();
        Eventually.holds("all is told", () -> runs.find(run.id()).orElseThrow().told());
        assertThat(hall.getBean(Subscribers.class).idsOf(many).values()).allMatch(id -> told(id).monthlyFen() == 900);
    }
}
