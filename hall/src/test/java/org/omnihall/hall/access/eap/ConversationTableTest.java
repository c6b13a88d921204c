package org.omnihall.hall.access.eap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.eap.Conversation;
import org.omnihall.eap.Limits;
import org.omnihall.eap.People;
import org.omnihall.eap.Person;
import org.omnihall.hall.SettingsOf;
import org.omnihall.hall.node.ServerCertificate;
import org.omnihall.octets.Octets;

/** What conversations may cost: their number, their life, and the knobs of both. */
class ConversationTableTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00Z");
    private static final long AC = 4;

    private final ConversationTable table = new ConversationTable(2, Duration.ofSeconds(30));

    /** The defaults with other files. */
    static EapSettings settings(Optional<Path> certificate, Optional<Path> key, Optional<Path> authorities) {
        return new EapSettings(
                certificate,
                key,
                authorities,
                1_400,
                65_536,
                64,
                Duration.ofSeconds(30),
                2_000,
                10_000,
                Duration.ofHours(8));
    }

    private boolean keeps(String state, Instant at) {
        Conversation conversation = new Conversation(List.of(), new Nobody(), Limits.USUAL);
        return table.keep(Octets.ofText(state), AC, conversation, at).isPresent();
    }

    private boolean finds(String state, long controller, Instant at) {
        return table.find(Octets.ofText(state), controller, at).isPresent();
    }

    @Test
    void keepsAsManyAsItMayAndForgetsEachAfterItsLife() {
        assertThat(keeps("one", NOON)).isTrue();
        assertThat(keeps("two", NOON.plusSeconds(1))).isTrue();
        assertThat(keeps("three", NOON.plusSeconds(29))).isFalse();
        assertThat(finds("one", AC, NOON.plusMillis(29_999))).isTrue();
        assertThat(finds("one", AC, NOON.plusSeconds(30))).isFalse();
        assertThat(keeps("three", NOON.plusSeconds(30))).isTrue();
        assertThat(table.size()).isEqualTo(2);
        table.end(Octets.ofText("two"));
        assertThat(finds("two", AC, NOON.plusSeconds(30))).isFalse();
        assertThat(table.size()).isEqualTo(1);
    }

    @Test
    void givesAConversationToItsOwnControllerOnly() {
        keeps("one", NOON);
        assertThat(finds("one", AC, NOON)).isTrue();
        assertThat(finds("one", AC + 1, NOON)).isFalse();
    }

    @Test
    void statesItsDefaultsAndStopsAtAMisspeltKnob() {
        EapSettings standard = SettingsOf.bind(EapSettings.class, Map.of());
        assertThat(standard).isEqualTo(settings(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(standard.limits()).isEqualTo(Limits.USUAL);
        assertThatThrownBy(() -> SettingsOf.bind(EapSettings.class, Map.of("omnihall.eap.certificat", "x.pem")))
                .hasStackTraceContaining("certificat");
        for (String knob : List.of("life", "resumable", "conversations", "sessions")) {
            assertThatThrownBy(() -> SettingsOf.bind(EapSettings.class, Map.of("omnihall.eap." + knob, "0")))
                    .as(knob)
                    .isNotNull();
        }
    }

    @Test
    void showsItsOwnCertificateOrTheNodes() {
        ServerCertificate node = new ServerCertificate(Path.of("node.pem"), Path.of("node.key"));
        assertThat(SettingsOf.bind(EapSettings.class, Map.of()).shown(node)).isEqualTo(node);
        Optional<Path> pem = Optional.of(Path.of("eap.pem"));
        Optional<Path> key = Optional.of(Path.of("eap.key"));
        assertThat(settings(pem, key, Optional.empty()).shown(node))
                .isEqualTo(new ServerCertificate(Path.of("eap.pem"), Path.of("eap.key")));
        assertThatThrownBy(() -> settings(Optional.empty(), key, Optional.empty()))
                .hasMessageContaining("go together");
    }

    /** Who asks for anybody finds none. */
    private record Nobody() implements People {

        @Override
        public Optional<Person> byPassword(String name, Octets password) {
            return Optional.empty();
        }

        @Override
        public Optional<Known> byMsChap(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> byCertificate(List<String> names) {
            return Optional.empty();
        }

        @Override
        public boolean believes(Person person) {
            return false;
        }
    }
}
