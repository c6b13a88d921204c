package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MomentIdTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00.123Z");

    @Test
    void beginsWithItsMomentAndIsNotGuessedFromIt() {
        Set<UUID> made =
                IntStream.range(0, 1000).mapToObj(i -> MomentId.at(NOON)).collect(Collectors.toSet());
        assertThat(made).hasSize(1000).allSatisfy(id -> {
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
        });
        assertThat(made.stream().map(UUID::getLeastSignificantBits).distinct()).hasSize(1000);
    }

    @Test
    void laterOnesComeAfterEarlierOnesAsTheDatabaseSortsThem() {
        assertThat(MomentId.at(NOON).toString())
                .isLessThan(MomentId.at(NOON.plusMillis(1)).toString());
    }

    @Test
    void whatIsUniqueLiesNearTheOther() {
        UUID unique = UUID.nameUUIDFromBytes(new byte[] {1});
        UUID near = MomentId.near(MomentId.at(NOON), unique);
        assertThat(near.getMostSignificantBits() >>> 16).isEqualTo(NOON.toEpochMilli());
        assertThat(near.version()).isEqualTo(8);
        assertThat(near.getMostSignificantBits() & 0xfff).isEqualTo(unique.getMostSignificantBits() & 0xfff);
        assertThat(near.getLeastSignificantBits()).isEqualTo(unique.getLeastSignificantBits());
    }

    @Test
    void whatWasMadeNearOneWithoutMomentStaysWhatItWas() {
        UUID unique = UUID.nameUUIDFromBytes(new byte[] {1});
        assertThat(MomentId.near(UUID.randomUUID(), unique)).isEqualTo(unique);
    }
}
