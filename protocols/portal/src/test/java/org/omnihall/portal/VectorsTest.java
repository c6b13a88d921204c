package org.omnihall.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.Octets;

/** Every published and computed packet is read, means what it should, proves itself, and is written back to the same octets. */
final class VectorsTest {

    private final Map<Type, Packet> last = new EnumMap<>(Type.class);
    private Dialect dialect = Dialect.CMCC;
    private Secret secret = Secret.NONE;
    private Type type = Type.REQ_CHALLENGE;
    private int checked;

    @Test
    void readsProvesAndWritesEveryVector() {
        Vectors.blocks("packets.txt").forEach(block -> block.forEach(this::check));
        assertThat(checked).isEqualTo(22);
    }

    @Test
    void computesThePublishedChapPassword() {
        Octets challenge = Octets.ofHex("a133eb3de9f1c97d75756f0d9907f799");
        assertThat(Authenticator.chapPassword(46, "123", challenge).toHex())
                .isEqualTo("ca8cb4a38d68c1a9f894d68955bacace");
    }

    @Test
    void usesTheLowOctetOfTheRequestIdInChap() {
        Octets challenge = Octets.ofHex("a133eb3de9f1c97d75756f0d9907f799");
        assertThat(Authenticator.chapPassword(0x4a2e, "123", challenge))
                .isEqualTo(Authenticator.chapPassword(0x2e, "123", challenge));
    }

    @Test
    void keepsAnAttributeThatNobodyExplains() {
        Packet packet =
                read("020200001b400000ac10012a00000101 06f2c3a0fef10c38eafb9a4d86b44506 260653f74ff6", Dialect.HUAWEI2);
        assertThat(packet.attributes()).containsExactly(new Attribute(0x26, Octets.ofHex("53f74ff6")));
        assertThat(AttributeType.of(0x26)).isEmpty();
    }

    private static Packet read(String hex, Dialect dialect) {
        return Packet.decode(ByteBuffer.wrap(Octets.ofHex(hex).toBytes()), dialect);
    }

    private Packet packet() {
        return last(type);
    }

    private Packet last(Type wanted) {
        return Objects.requireNonNull(last.get(wanted), wanted::name);
    }

    private void check(Vectors.Line line) {
        String text = line.text();
        switch (line.word()) {
            case "dialect" -> dialect = Dialect.valueOf(text);
            case "secret" -> secret = "none".equals(text) ? Secret.NONE : Secret.of(text);
            case "packet" -> type = Type.valueOf(text);
            case "octets" -> octets(text);
            case "user" -> assertThat(packet().user()).contains(InetAddress.ofLiteral(text));
            case "serial" -> assertThat(packet().serial()).isEqualTo(Integer.parseInt(text));
            case "reqid" -> assertThat(packet().requestId()).isEqualTo(Integer.parseInt(text));
            case "errcode" -> assertThat(packet().errCode()).isEqualTo(Integer.parseInt(text));
            case "method" -> assertThat(packet().header().method()).isEqualTo(Integer.parseInt(text));
            case "text" -> assertThat(packet().text(AttributeType.TEXT_INFO)).contains(text);
            case "mac" -> assertThat(packet().mac().orElseThrow()).hasToString(text);
            case "attribute" -> attribute(text.split(" ", 2));
            case "chap" -> chap(text.split(" "));
            case "proof" -> proof(text.split(" "));
            case "unproven" ->
                assertThat(Authenticator.verify(packet(), secret)).isFalse();
            default -> Assertions.fail(line.toString());
        }
    }

    private void octets(String text) {
        Packet packet = read(text, dialect);
        assertThat(packet.type()).isEqualTo(type);
        assertThat(Octets.of(packet.encode())).isEqualTo(Octets.ofHex(text));
        last.put(type, packet);
        checked++;
    }

    private void attribute(String[] parts) {
        Octets value = Octets.ofHex(parts.length > 1 ? parts[1] : "");
        assertThat(packet().first(AttributeType.valueOf(parts[0]))).contains(value);
    }

    private void chap(String[] parts) {
        assertThat(packet().first(AttributeType.CHAP_PASSWORD))
                .contains(Authenticator.chapPassword(packet().requestId(), parts[0], Octets.ofHex(parts[1])));
    }

    private void proof(String[] parts) {
        if ("request".equals(parts[0])) {
            assertThat(Authenticator.verify(packet(), secret)).isTrue();
            assertThat(Authenticator.sign(packet(), secret)).isEqualTo(packet());
        } else {
            Octets request = last(Type.valueOf(parts[1])).authenticator();
            assertThat(Authenticator.verifyAnswer(packet(), request, secret)).isTrue();
            assertThat(Authenticator.signAnswer(packet(), request, secret)).isEqualTo(packet());
            assertThat(Authenticator.verifyAnswer(packet(), request, Secret.of("another")))
                    .isEqualTo(!dialect.authenticated());
        }
    }
}
