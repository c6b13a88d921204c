package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.interaction.CardField.*;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.ChannelId;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.ConsentPurpose;

/** Who sees which field of the card, held against a table that is written down here a second time. */
class CardViewTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    private static final Map<ChannelClass, Set<CardField>> EXPECTED = Map.of(
            ChannelClass.OWN_STORE,
                    EnumSet.of(
                            RECOMMENDATION,
                            HISTORY,
                            HISTORY_DETAIL,
                            PREFERENCE,
                            STATE,
                            BILL,
                            VALUE_TIER,
                            CHURN_RISK,
                            NUMBER,
                            HOLDER,
                            CERTIFICATE,
                            CONSENT,
                            NOTICE),
            ChannelClass.ACCOUNT_MANAGER,
                    EnumSet.of(
                            RECOMMENDATION,
                            HISTORY,
                            HISTORY_DETAIL,
                            PREFERENCE,
                            STATE,
                            BILL,
                            VALUE_TIER,
                            CHURN_RISK,
                            NUMBER,
                            HOLDER,
                            CERTIFICATE,
                            CONSENT,
                            NOTICE),
            ChannelClass.ELECTRONIC,
                    EnumSet.of(RECOMMENDATION, HISTORY, PREFERENCE, STATE, BILL, NUMBER, CONSENT, NOTICE),
            ChannelClass.AGENT_STORE, EnumSet.of(RECOMMENDATION, HISTORY, PREFERENCE, STATE, CONSENT, NOTICE));

    @ParameterizedTest
    @EnumSource(ChannelClass.class)
    void showsEachClassItsFieldsAndNoOther(ChannelClass seenFrom) {
        CustomerCard seen = CardView.of(full(), seenFrom);

        assertThat(CardView.fields(seenFrom)).isEqualTo(EXPECTED.get(seenFrom)).isEqualTo(seen.seen());
        assertThat(filled(seen)).isEqualTo(EXPECTED.get(seenFrom));
        assertThat(seen.version()).isEqualTo(full().version());
        assertThat(seen.subscriber()).isEqualTo(full().subscriber());
    }

    @Test
    void tellsAnAgentNothingOfBillsWorthOrNumber() {
        String all = CardView.of(full(), ChannelClass.AGENT_STORE).toString();

        assertThat(full().toString()).contains("128.00", "GOLD", "138****8000", "0.83", "on the phone", "李娜", "123X");
        assertThat(all).doesNotContain("128.00").doesNotContain("GOLD").doesNotContain("138****8000");
        assertThat(all).doesNotContain("0.83").doesNotContain("on the phone");
        assertThat(all).doesNotContain("李娜").doesNotContain("123X");
    }

    @Test
    void showsNothingNewWhenItIsLookedAtTwice() {
        for (ChannelClass seenFrom : ChannelClass.values()) {
            CustomerCard once = CardView.of(full(), seenFrom);
            assertThat(CardView.of(once, seenFrom)).isEqualTo(once);
        }
    }

    private static Set<CardField> filled(CustomerCard card) {
        Set<CardField> filled = EnumSet.noneOf(CardField.class);
        add(filled, RECOMMENDATION, !card.recommendations().isEmpty());
        add(filled, HISTORY, !card.history().isEmpty());
        add(
                filled,
                HISTORY_DETAIL,
                card.history().stream().anyMatch(row -> !row.contact().detail().isEmpty()));
        add(filled, PREFERENCE, !card.preference().isEmpty());
        add(filled, STATE, card.state().stream().anyMatch(line -> line.kind() != StateLine.Kind.BILL));
        add(filled, BILL, card.state().stream().anyMatch(line -> line.kind() == StateLine.Kind.BILL));
        add(filled, VALUE_TIER, card.value().isPresent());
        add(filled, CHURN_RISK, card.value().flatMap(CustomerValue::churnRisk).isPresent());
        add(filled, NUMBER, !card.number().isEmpty());
        add(filled, HOLDER, card.holder().isPresent());
        add(filled, CERTIFICATE, card.holder().flatMap(Holder::certificate).isPresent());
        add(filled, CONSENT, !card.allowed().isEmpty());
        add(filled, NOTICE, !card.notices().isEmpty());
        return filled;
    }

    private static void add(Set<CardField> filled, CardField field, boolean isThere) {
        if (isThere) {
            filled.add(field);
        }
    }

    private static CustomerCard full() {
        Contact contact = Contact.inbound(
                        new Contact.Source("test", "1"), new UUID(0, 1), new ChannelId(1), ContactKind.CALL, NOON)
                .saying(Map.of("note", "on the phone"));
        return new CustomerCard(
                17,
                4,
                "138****8000",
                Optional.of(new Holder("李娜", Optional.of(new Certificate.Hint(Certificate.Kind.ID_CARD, "123X")))),
                Set.of(ConsentPurpose.MARKETING),
                List.of(new Recommendation("5g", "升级", "Upgrade", 1, "流量多", "Uses much", NOON)),
                List.of(new LoggedContact(1, contact, NOON)),
                List.of(new ChannelPreference(new ChannelId(1), 1)),
                List.of(
                        new StateLine(StateLine.Kind.PRODUCT, "5g", "ACTIVE", NOON, "使用中", "In use"),
                        new StateLine(StateLine.Kind.BILL, "bill", "OPEN", NOON, "欠费128.00元", "Owes 128.00")),
                Optional.of(new CustomerValue("GOLD", 12_800, Optional.of(0.83), NOON)),
                List.of(new Notice(1, Notice.Kind.OUTAGE, "/", "故障", "Outage", NOON, NOON.plusSeconds(60), false)),
                Set.of(CardField.values()));
    }
}
