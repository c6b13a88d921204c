package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.Cidr;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;

/** What the journal keeps of a request is all of it. */
class AccountingCodecTest {

    private static final AccountingRequest STOP = new AccountingRequest.Session(new AccountingEvent(
            AccountingEvent.Kind.STOP,
            17,
            "s-1",
            Optional.of(new SessionClass.Handle(
                    new UUID(1, 2), Optional.of(new MacAddress(0x0211_2233_4455L)), Optional.empty())),
            new AccountingEvent.Device(
                    "138",
                    Optional.of(new MacAddress(0x0211_2233_4455L)),
                    Optional.of(InetAddress.ofLiteral("10.0.0.1")),
                    Optional.of("西湖"),
                    Optional.empty(),
                    Set.of(),
                    true),
            Instant.ofEpochSecond(1_795_374_000),
            Instant.ofEpochSecond(1_795_374_001, 5),
            new Usage(1, 2, 3, 4, Duration.ofSeconds(5)),
            Optional.of("x")));

    @Test
    void hasTheFormatOfTheseOctets() {
        assertThat(AccountingCodec.encode(STOP))
                .isEqualTo(Octets.ofHex("01 03 0000000000000011 0003 732d31"
                        + "01 17 01 0000000000000001 0000000000000002 021122334455 0003 313338 01 0000021122334455"
                        + "01 04 0a000001 01 0006 e8a5bfe6b996 00 01"
                        + "000000006b033bb0 00000000 000000006b033bb1 00000005"
                        + "0000000000000001 0000000000000002 0000000000000003 0000000000000004 0000000000000005"
                        + "01 0001 78"));
        assertThat(AccountingCodec.encode(new AccountingRequest.Reset(17, Instant.EPOCH, "ON")))
                .isEqualTo(Octets.ofHex("01 04 0000000000000011 0000000000000000 00000000 0002 4f4e"));
        assertThat(AccountingCodec.encode(new AccountingRequest.Nothing())).isEqualTo(Octets.ofHex("01 05"));
    }

    @Test
    void putsNetworksBehindAllElseAndIsOfVersionTwoThenAlone() {
        AccountingEvent plain = ((AccountingRequest.Session) STOP).event();
        AccountingRequest withOne = new AccountingRequest.Session(
                plain.with(Set.of(Cidr.parse("2001:db8:7::/48").orElseThrow())));
        Octets encoded = AccountingCodec.encode(withOne);
        assertThat(encoded.slice(1, encoded.length()))
                .isEqualTo(AccountingCodec.encode(STOP)
                        .slice(1, AccountingCodec.encode(STOP).length())
                        .plus(Octets.ofHex("01 10 20010db8000700000000000000000000 30")));
        assertThat(encoded.at(0)).isEqualTo(2);
        assertThat(AccountingCodec.decode(encoded)).isEqualTo(withOne);
    }

    @Test
    void givesBackWhatItWasGiven() {
        Random chance = new Random(24);
        for (int i = 0; i < 2_000; i++) {
            AccountingRequest request = request(chance);
            assertThat(AccountingCodec.decode(AccountingCodec.encode(request))).isEqualTo(request);
        }
        assertThat(AccountingCodec.decode(AccountingCodec.encode(STOP))).isEqualTo(STOP);
    }

    @Test
    void takesTheLongestTextsThatAPacketCanHold() {
        String longest = "\uFFFD".repeat(253);
        AccountingRequest request = new AccountingRequest.Session(new AccountingEvent(
                AccountingEvent.Kind.START,
                Long.MAX_VALUE,
                longest,
                Optional.empty(),
                new AccountingEvent.Device(
                        longest,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(longest),
                        Optional.empty(),
                        Set.of(),
                        false),
                Instant.EPOCH,
                Instant.EPOCH,
                Usage.NONE,
                Optional.empty()));
        assertThat(AccountingCodec.decode(AccountingCodec.encode(request))).isEqualTo(request);
    }

    @Test
    void readsNothingOfAnotherVersionOrKind() {
        assertThatThrownBy(() -> AccountingCodec.decode(Octets.ofHex("03 05")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 3");
        assertThatThrownBy(() -> AccountingCodec.decode(Octets.ofHex("01 06")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("6");
    }

    private static AccountingRequest request(Random chance) {
        Instant at = Instant.ofEpochSecond(chance.nextLong(4_000_000_000L), chance.nextInt(1_000_000_000));
        if (chance.nextInt(5) == 0) {
            return new AccountingRequest.Reset(chance.nextLong(), at, chance.nextBoolean() ? "ON" : "OFF");
        }
        AccountingEvent.Kind kind = switch (chance.nextInt(3)) {
            case 0 -> AccountingEvent.Kind.START;
            case 1 -> AccountingEvent.Kind.INTERIM;
            default -> AccountingEvent.Kind.STOP;
        };
        return new AccountingRequest.Session(new AccountingEvent(
                kind,
                chance.nextLong(),
                text(chance),
                maybe(chance, handle(chance)),
                new AccountingEvent.Device(
                        text(chance),
                        maybe(chance, mac(chance)),
                        maybe(chance, InetAddress.ofLiteral(chance.nextBoolean() ? "2001:db8::17" : "192.0.2.3")),
                        maybe(chance, text(chance)),
                        maybe(chance, mac(chance)),
                        networks(chance),
                        chance.nextBoolean()),
                at,
                at.plusNanos(chance.nextLong(1_000_000_000_000L)),
                new Usage(
                        chance.nextLong(),
                        chance.nextLong(),
                        chance.nextLong(),
                        chance.nextLong(),
                        Duration.ofSeconds(chance.nextInt(1_000_000))),
                maybe(chance, text(chance))));
    }

    private static Set<Cidr> networks(Random chance) {
        return IntStream.range(0, chance.nextInt(4))
                .mapToObj(
                        i -> new Cidr(InetAddress.ofLiteral("2001:db8::" + chance.nextInt(9_999)), chance.nextInt(129)))
                .collect(Collectors.toSet());
    }

    private static SessionClass.Handle handle(Random chance) {
        long owner = chance.nextLong(1L << 40);
        Grant grant = new Grant(
                chance.nextBoolean() ? Owner.account(owner) : Owner.subscriber(owner),
                new Limit(DevicePolicy.RELEASE_OLDEST, chance.nextInt(10)),
                Duration.ofSeconds(chance.nextInt(100_000)),
                chance.nextBoolean() ? OptionalLong.of(chance.nextInt(100_000)) : OptionalLong.empty(),
                OptionalLong.empty(),
                maybe(chance, "西湖 WLAN"));
        return new SessionClass.Handle(
                new UUID(chance.nextLong(), chance.nextLong()),
                maybe(chance, new MacAddress(chance.nextLong(1, 1L << 48))),
                maybe(chance, grant));
    }

    private static <T> Optional<T> maybe(Random chance, T value) {
        return chance.nextBoolean() ? Optional.of(value) : Optional.empty();
    }

    private static MacAddress mac(Random chance) {
        return new MacAddress(chance.nextLong(1L << 48));
    }

    private static String text(Random chance) {
        return chance.ints(chance.nextInt(60), 'a', 0x2000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
