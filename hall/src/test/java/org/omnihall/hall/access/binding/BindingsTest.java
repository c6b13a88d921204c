package org.omnihall.hall.access.binding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.attempt.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.HallDatabase;
import org.omnihall.hall.access.attempt.Samples;
import org.omnihall.octets.MacAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(HallDatabase.class)
class BindingsTest {

    private static final Duration LIFE = Duration.ofDays(30);

    private final Bindings bindings;
    private static long nextSubscriber = 1;

    private final long subscriber = nextSubscriber++;

    BindingsTest(DataSource database) {
        bindings = new Bindings(JdbcClient.create(database), Samples.transactions(database));
    }

    @Test
    void holdsUntilItExpires() {
        MacAddress mac = mac(1);
        born(mac, subscriber, NOON);
        assertThat(bindings.find("city", mac, NOON.plus(LIFE).minusMillis(1))).isPresent();
        assertThat(bindings.find("city", mac, NOON.plus(LIFE))).isEmpty();
        assertThat(bindings.find("stadium", mac, NOON)).isEmpty();
    }

    @Test
    void letsTheOldestDeviceGoWhenThereAreTooMany() {
        for (int device = 1; device <= 4; device++) {
            born(mac(device), subscriber, NOON.plusSeconds(device));
        }
        assertThat(bindings.find("city", mac(1), NOON.plusSeconds(9))).isEmpty();
        assertThat(bindings.find("city", mac(2), NOON.plusSeconds(9))).isPresent();
        assertThat(bindings.find("city", mac(4), NOON.plusSeconds(9))).isPresent();
    }

    @Test
    void renewsTheSameAndReplacesAnothersBinding() {
        MacAddress mac = mac(1);
        born(mac, subscriber, NOON);
        long id = bindings.find("city", mac, NOON).orElseThrow().id();
        Instant later = NOON.plus(Duration.ofDays(10));
        born(mac, subscriber, later);
        Binding renewed = bindings.find("city", mac, later).orElseThrow();
        assertThat(renewed.id()).isEqualTo(id);
        assertThat(renewed.expiresAt()).isEqualTo(later.plus(LIFE));
        long other = nextSubscriber++;
        born(mac, other, later);
        assertThat(bindings.find("city", mac, later).orElseThrow().subscriberId())
                .isEqualTo(other);
    }

    @Test
    void isBornAgainAfterItExpired() {
        MacAddress mac = mac(1);
        born(mac, subscriber, NOON);
        Instant later = NOON.plus(LIFE).plusSeconds(1);
        born(mac, subscriber, later);
        assertThat(bindings.find("city", mac, later)).isPresent();
    }

    @Test
    void isRevokedForGood() {
        MacAddress mac = mac(1);
        born(mac, subscriber, NOON);
        Binding binding = bindings.find("city", mac, NOON).orElseThrow();
        assertThat(bindings.revoke(binding.id(), NOON)).isTrue();
        assertThat(bindings.revoke(binding.id(), NOON)).isFalse();
        assertThat(bindings.find("city", mac, NOON)).isEmpty();
        assertThat(bindings.ofSubscriber(subscriber, 10)).hasSize(1);
    }

    @Test
    void tellsOneCallerToNotify() {
        MacAddress mac = mac(1);
        born(mac, subscriber, NOON);
        long id = bindings.find("city", mac, NOON).orElseThrow().id();
        assertThat(bindings.notice(id, NOON)).isTrue();
        assertThat(bindings.notice(id, NOON)).isFalse();
    }

    private void born(MacAddress mac, long whose, Instant at) {
        bindings.born(new Bindings.Birth("city", mac, whose, UUID.randomUUID(), "/zj/hz/", LIFE, 3), at);
    }

    private MacAddress mac(int device) {
        return new MacAddress(subscriber << 8 | device);
    }
}
