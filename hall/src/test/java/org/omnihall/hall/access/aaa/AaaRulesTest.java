package org.omnihall.hall.access.aaa;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.vault.MasterKeys;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.omnihall.radius.Attribute;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;

/** The pure rules of admission and the words of the reply. */
class AaaRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final String PHONE = "02:11:22:33:44:55";
    private static final RecentTokens.Key LI = new RecentTokens.Key(new UUID(1, 1), "t");

    @TempDir
    java.nio.file.Path home;

    @Test
    void hasOneRuleForEveryRefusalInTheOrderOfTheirNames() {
        assertThat(Rule.ALL.stream().map(Rule::refusal)).containsExactly(Refusal.values());
    }

    @Test
    void asksTheRulesInOrderAndLetsInWhomNoneRefuses() {
        assertThat(Rule.judge(Facts.UNKNOWN)).contains(Refusal.NOT_OUR_SUBSCRIBER);
        assertThat(Rule.judge(Facts.login(true, true, true))).isEmpty();
        assertThat(Rule.judge(Facts.login(false, true, true))).contains(Refusal.METHOD_NOT_ALLOWED);
        assertThat(Rule.judge(Facts.login(true, false, false))).contains(Refusal.BAD_PASSWORD);
        assertThat(Rule.judge(Facts.login(true, true, false))).contains(Refusal.MISMATCH);
        assertThat(Rule.judge(Facts.login(true, true, true).tokenSpent())).contains(Refusal.TOKEN_SPENT);
        assertThat(Rule.judge(Facts.account(true, true, true, true))).isEmpty();
        assertThat(Rule.judge(Facts.account(true, true, false, true))).contains(Refusal.SUSPENDED);
        assertThat(Rule.judge(Facts.account(true, true, true, false))).contains(Refusal.EXPIRED);
        assertThat(Rule.judge(Facts.account(true, true, true, true).full())).contains(Refusal.TOO_MANY_DEVICES);
    }

    @Test
    void takesATokenInItsOwnSlotAndTheNextOnly() throws java.io.IOException {
        LoginTokens tokens = new LoginTokens(
                new Vault(MasterKeys.openOrCreate(home.resolve("vault.keys"))), Clock.fixed(NOON, ZoneOffset.UTC));
        String token = tokens.mint(1, "13800138000", PHONE);
        assertThat(token).matches("[A-Za-z0-9_-]{16}");
        assertThat(tokens.goodAt(NOON.plusSeconds(119), 1, "13800138000", PHONE))
                .contains(token);
        assertThat(tokens.goodAt(NOON.plusSeconds(120), 1, "13800138000", PHONE))
                .doesNotContain(token);
        assertThat(tokens.goodAt(NOON, 2, "13800138000", PHONE)).doesNotContain(token);
        assertThat(tokens.goodAt(NOON, 1, "13800138001", PHONE)).doesNotContain(token);
        assertThat(tokens.goodAt(NOON, 1, "13800138000", "")).doesNotContain(token);
    }

    @Test
    void givesTheSameAnswerForThirtySecondsAndThenNoMore() {
        RecentTokens recent = new RecentTokens();
        assertThat(recent.claim(LI, NOON)).isInstanceOf(RecentTokens.Claim.First.class);
        assertThat(recent.claim(LI, NOON.plusSeconds(30))).isInstanceOf(RecentTokens.Claim.Again.class);
        assertThat(recent.claim(LI, NOON.plusSeconds(31))).isInstanceOf(RecentTokens.Claim.Spent.class);
        assertThat(recent.claim(LI, NOON.plusSeconds(120))).isInstanceOf(RecentTokens.Claim.Spent.class);
        RecentTokens.Key comesBackInTheSameSlot = new RecentTokens.Key(new UUID(1, 2), "t");
        assertThat(recent.claim(comesBackInTheSameSlot, NOON.plusSeconds(12)))
                .isInstanceOf(RecentTokens.Claim.First.class);
        recent.release(LI);
        assertThat(recent.claim(LI, NOON.plusSeconds(31))).isInstanceOf(RecentTokens.Claim.First.class);
    }

    /** Written by hand from wlan-field-notes.md section 1: 2,048,000 bit/s up (1f4000), 8,192,000 bit/s down (7d0000), profile gold. */
    @ParameterizedTest
    @CsvSource({
        "STANDARD, ''",
        "HUAWEI, 1a0c000007db0206001f4000 1a0c000007db0306001f4000 1a0c000007db0506007d0000 1a0c000007db0606007d0000",
        "H3C, 1a0c000063a20106001f4000 1a0c000063a20206001f4000 1a0c000063a20406007d0000 1a0c000063a20506007d0000",
        "ZTE, 1a0c00000f3e5906001f4000 1a0c00000f3e5306007d0000",
        "MIKROTIK, 1a1300003a8c080d323034386b2f383139326b",
        "RUCKUS, 1a0c0000372a0706001f4000 1a0c0000372a0806007d0000",
        "WISPR, 1a0c0000372a0706001f4000 1a0c0000372a0806007d0000",
        "ARUBA, 1a0c000039e70106676f6c64",
        "CHILLISPOT, 1a0c000038df040600000800 1a0c000038df050600002000"
    })
    void writesRatesInTheWordsAndUnitsOfEachVendor(Vendor vendor, String golden) {
        assertThat(hex(VendorRates.of(vendor, terms(2_048_000, 8_192_000)))).isEqualTo(golden);
    }

    @Test
    void writesCiscosRatesAsPairs() {
        List<String> pairs = VendorRates.of(Vendor.CISCO, terms(2_048_000, 0)).stream()
                .map(a -> a.value().slice(6, a.value().length()).toText())
                .toList();
        assertThat(pairs).containsExactly("sub:Ingress-Committed-Data-Rate=2048000");
    }

    @Test
    void sendsNoRateWithoutALimitAndNoNumberAboveThirtyTwoBits() {
        for (Vendor vendor : Arrays.asList(Vendor.HUAWEI, Vendor.H3C, Vendor.ZTE, Vendor.MIKROTIK, Vendor.CHILLISPOT)) {
            assertThat(VendorRates.of(vendor, terms(0, 0))).isEmpty();
        }
        assertThat(hex(VendorRates.of(Vendor.WISPR, terms(10_000_000_000L, 0)))).isEqualTo("1a0c0000372a0706ffffffff");
    }

    private static String hex(List<Attribute> attributes) {
        return attributes.stream()
                .map(a -> String.format("%02x%02x", a.type(), a.value().length() + 2)
                        + a.value().toHex())
                .collect(Collectors.joining(" "));
    }

    private static SessionTerms terms(long up, long down) {
        return new SessionTerms("gold", up, down, Duration.ofHours(2), Duration.ofMinutes(15), Duration.ofMinutes(10));
    }

    @Test
    void putsClassIntervalAndLimitsIntoEveryAcceptAndTheReasonIntoEveryReject() {
        Packet request =
                Packet.request(Code.ACCESS_REQUEST, Octets.of(new byte[16])).build();
        Decision admit =
                new Decision.Admit(new UUID(0, 1), terms(0, 0), Octets.ofHex("0102"), Optional.empty(), List.of());
        assertThat(hex(Replies.to(request, Vendor.STANDARD, admit).attributes()))
                .isEqualTo("19040102 550600000258 1b0600001c20 1c0600000384");
        Packet reject = Replies.to(request, Vendor.HUAWEI, new Decision.Refuse(Refusal.EXPIRED));
        assertThat(reject.code()).isEqualTo(Code.ACCESS_REJECT);
        assertThat(Packet.decode(ByteBuffer.wrap(reject.encode()))
                        .attributes()
                        .getFirst()
                        .value()
                        .toText())
                .isEqualTo("EXPIRED");
    }

    @Test
    void endsASessionAtTheLatestWithTheAccount() {
        AccessProfile gold =
                new AccessProfile(1, "gold", 0, 0, Duration.ofHours(2), Duration.ZERO, 3, DevicePolicy.REJECT);
        assertThat(time(gold, Optional.empty())).isEqualTo(Duration.ofHours(2));
        assertThat(time(gold, Optional.of(NOON.plusSeconds(60)))).isEqualTo(Duration.ofSeconds(61));
        assertThat(time(gold, Optional.of(NOON.plusSeconds(86_400)))).isEqualTo(Duration.ofHours(2));
    }

    private static Duration time(AccessProfile profile, Optional<Instant> validUntil) {
        return SessionTerms.of(profile, Duration.ofMinutes(10), validUntil, NOON)
                .time();
    }
}
