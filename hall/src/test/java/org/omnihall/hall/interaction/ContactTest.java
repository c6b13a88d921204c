package org.omnihall.hall.interaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.channel.ChannelId;

class ContactTest {

    private static final Contact CALL = Contact.inbound(
            new Contact.Source("test", "1"),
            new UUID(0, 1),
            new ChannelId(1),
            ContactKind.CALL,
            Instant.parse("2026-11-22T04:00:00Z"));

    @Test
    void isShort() {
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i < Contact.MOST_DETAILS; i++) {
            many.put("k".repeat(Contact.LONGEST_KEY - 2) + (10 + i), "v".repeat(Contact.LONGEST_VALUE));
        }
        assertThat(CALL.saying(many).detail()).hasSize(Contact.MOST_DETAILS);
        many.put("one more", "");
        assertThatThrownBy(() -> CALL.saying(many)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALL.saying(Map.of("k", "v".repeat(Contact.LONGEST_VALUE + 1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALL.saying(Map.of("k".repeat(Contact.LONGEST_KEY + 1), "v")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hasAnOutcomeOfOneToSixtyCharacters() {
        assertThat(CALL.ended("x").outcome()).isEqualTo("x");
        assertThat(CALL.ended("x".repeat(60)).outcome()).hasSize(60);
        assertThatThrownBy(() -> CALL.ended("")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CALL.ended("x".repeat(61))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsARefusalFromWhatWentWell() {
        assertThat(CALL.ended("GIVEN_BACK").wentWell()).isTrue();
        assertThat(CALL.ended("ENDED_LEFT").wentWell()).isTrue();
        assertThat(CALL.ended("CODE_WRONG").wentWell()).isFalse();
    }

    @Test
    void isToldBySomebodyWhoNamesIt() {
        assertThat(new Contact.Source("access.step", "x".repeat(100)).id()).hasSize(100);
        for (String name : new String[] {"", "Access", "1st", "a b", "a".repeat(41)}) {
            assertThatThrownBy(() -> new Contact.Source(name, "1")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Contact.Source("a", "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Contact.Source("a", "x".repeat(101))).isInstanceOf(IllegalArgumentException.class);
    }
}
