package org.omnihall.hall.access.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omnihall.hall.access.network.AccessProfile;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.access.network.Quota;
import org.omnihall.hall.access.network.Vendor;
import org.omnihall.hall.access.network.VolumeUnit;
import org.omnihall.hall.access.quota.Remainder;
import org.omnihall.radius.Attribute;

/** What a session may use, and the words of each vendor for it. */
class SessionTermsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

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

    /** Written by hand: 5 GB and one octet are 1 * 2^32 + 40000001h octets, or 500000h units of 1024. */
    @ParameterizedTest
    @CsvSource({
        "HUAWEI, KILOBYTES, 1a0c000007db0f0600500000",
        "HUAWEI, OCTETS, ''",
        "H3C, KILOBYTES, 1a0c000063a20f0600500000",
        "MIKROTIK, OCTETS, 1a0c00003a8c110640000001 1a0c00003a8c120600000001",
        "CHILLISPOT, OCTETS, ''",
        "STANDARD, OCTETS, ''",
        "ZTE, KILOBYTES, ''",
        "CISCO, OCTETS, ''",
        "RUCKUS, OCTETS, ''",
        "ARUBA, OCTETS, ''",
        "WISPR, OCTETS, ''"
    })
    void writesWhatIsLeftInTheWordsAndUnitsOfEachVendorOrNotAtAll(Vendor vendor, VolumeUnit unit, String golden) {
        assertThat(hex(VendorVolumes.of(vendor, unit, (5L << 30) + 1, 0))).isEqualTo(golden);
    }

    /** 100 MB are 6400000h octets. */
    @Test
    void writesAVolumeThatFitsInOctetsAndNoneForNoLimit() {
        assertThat(hex(VendorVolumes.of(Vendor.HUAWEI, VolumeUnit.OCTETS, 100 << 20, 0)))
                .isEqualTo("1a0c000007db0f0606400000");
        assertThat(hex(VendorVolumes.of(Vendor.CHILLISPOT, VolumeUnit.OCTETS, 100 << 20, 0)))
                .isEqualTo("1a0c000038df030606400000");
        assertThat(hex(VendorVolumes.of(Vendor.H3C, VolumeUnit.KILOBYTES, 3, 0)))
                .isEqualTo("1a0c000063a20f0600000001");
        assertThat(VendorVolumes.of(Vendor.HUAWEI, VolumeUnit.OCTETS, 0, 9)).isEmpty();
        assertThat(hex(VendorVolumes.of(Vendor.HUAWEI, VolumeUnit.OCTETS, 0xffff_fffeL, 0)))
                .isEqualTo("1a0c000007db0f06fffffffe");
        assertThat(VendorVolumes.of(Vendor.HUAWEI, VolumeUnit.OCTETS, 0xffff_ffffL, 0))
                .isEmpty();
    }

    /** 100 MB are left after 28 MB: 128 MB are 8000000h. Only what counts from the session's start is told both. */
    @Test
    void addsWhatIsSpentWhereTheNumberIsTheSessionsTotal() {
        assertThat(hex(VendorVolumes.of(Vendor.CHILLISPOT, VolumeUnit.OCTETS, 100 << 20, 28 << 20)))
                .isEqualTo("1a0c000038df030608000000");
        assertThat(hex(VendorVolumes.of(Vendor.MIKROTIK, VolumeUnit.OCTETS, 100 << 20, 28 << 20)))
                .isEqualTo("1a0c00003a8c110608000000 1a0c00003a8c120600000000");
        assertThat(hex(VendorVolumes.of(Vendor.HUAWEI, VolumeUnit.OCTETS, 100 << 20, 28 << 20)))
                .isEqualTo("1a0c000007db0f0606400000");
    }

    private static String hex(List<Attribute> attributes) {
        return attributes.stream()
                .map(a -> String.format("%02x%02x", a.type(), a.value().length() + 2)
                        + a.value().toHex())
                .collect(Collectors.joining(" "));
    }

    private static SessionTerms terms(long up, long down) {
        return new SessionTerms(
                "gold", up, down, Duration.ofHours(2), 0, 0, Duration.ofMinutes(15), Duration.ofMinutes(10));
    }

    @Test
    void endsASessionAtTheLatestWithTheAccount() {
        AccessProfile gold = new AccessProfile(
                1, "gold", 0, 0, Duration.ofHours(2), Duration.ZERO, 3, DevicePolicy.REJECT, Quota.NONE);
        assertThat(time(gold, Optional.empty())).isEqualTo(Duration.ofHours(2));
        assertThat(time(gold, Optional.of(NOON.plusSeconds(60)))).isEqualTo(Duration.ofSeconds(61));
        assertThat(time(gold, Optional.of(NOON.plusSeconds(86_400)))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void goesOnAsFarAsItsOwnersQuotaLetsIt() {
        SessionTerms terms = terms(2_000_000, 8_000_000);
        assertThat(terms.within(Remainder.Open.ALL)).contains(terms);
        assertThat(terms.within(new Remainder.Open(Optional.of(Duration.ofHours(1)), OptionalLong.of(77))))
                .hasValueSatisfying(left -> {
                    assertThat(left.time()).isEqualTo(Duration.ofHours(1));
                    assertThat(left.octets()).isEqualTo(77);
                });
        assertThat(terms.within(new Remainder.Open(Optional.of(Duration.ofHours(9)), OptionalLong.empty())))
                .contains(terms);
        assertThat(terms.within(new Remainder.Slow(Optional.empty(), new Quota.Reached.Slows(0, 512_000))))
                .hasValueSatisfying(slow -> {
                    assertThat(slow.upBitsPerSecond()).isEqualTo(2_000_000);
                    assertThat(slow.downBitsPerSecond()).isEqualTo(512_000);
                    assertThat(slow.time()).isEqualTo(Duration.ofHours(2));
                });
        assertThat(terms.within(new Remainder.UsedUp())).isEmpty();
        assertThat(terms.within(new Remainder.OutOfHours())).isEmpty();
    }

    private static Duration time(AccessProfile profile, Optional<Instant> validUntil) {
        return SessionTerms.of(profile, Duration.ofMinutes(10), validUntil, NOON)
                .time();
    }

    @Test
    void leavesARunningSessionWhatItHasNotSpentOfItsTime() {
        assertThat(left(Duration.ofHours(2), Optional.empty(), 3_600)).contains(Duration.ofHours(1));
        assertThat(left(Duration.ofHours(2), Optional.of(NOON.plusSeconds(60)), 3_600))
                .contains(Duration.ofSeconds(61));
        assertThat(left(Duration.ofHours(2), Optional.of(NOON.plusSeconds(7_200)), 3_600))
                .contains(Duration.ofHours(1));
        assertThat(left(Duration.ZERO, Optional.empty(), 3_600)).contains(Duration.ZERO);
        assertThat(left(Duration.ofHours(2), Optional.empty(), -30)).contains(Duration.ofHours(2));
    }

    @Test
    void leavesNothingWhereLessThanASecondIsLeft() {
        assertThat(left(Duration.ofHours(2), Optional.empty(), 7_199)).contains(Duration.ofSeconds(1));
        assertThat(left(Duration.ofHours(2), Optional.empty(), 7_200)).isEmpty();
        assertThat(left(Duration.ofHours(2), Optional.of(NOON.plusSeconds(1)), 0))
                .contains(Duration.ofSeconds(2));
        assertThat(left(Duration.ofHours(2), Optional.of(NOON), 0)).isEmpty();
        assertThat(left(Duration.ZERO, Optional.of(NOON), 0)).isEmpty();
    }

    private static Optional<Duration> left(Duration session, Optional<Instant> validUntil, long secondsSpent) {
        AccessProfile profile =
                new AccessProfile(1, "gold", 0, 0, session, Duration.ZERO, 3, DevicePolicy.REJECT, Quota.NONE);
        return SessionTerms.left(profile, Duration.ofMinutes(10), validUntil, NOON.minusSeconds(secondsSpent), NOON)
                .map(SessionTerms::time);
    }
}
