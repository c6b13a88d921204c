package org.omnihall.hall.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlaceTest {

    private static final Instant NOON = Instant.parse("2026-11-26T04:00:00.123456Z");

    @Test
    void isReadAsItWasWritten() {
        Place place = new Place(NOON, 42);
        assertThat(place.texts()).containsExactly("1795665600123456", "42");
        assertThat(Place.parse(Optional.of(place.texts()))).contains(place);
    }

    @Test
    void isTheBeginningWhereTheTextsAreNone() {
        assertThat(Place.parse(Optional.empty())).isEmpty();
        assertThat(Place.parse(Optional.of(List.of("1")))).isEmpty();
        assertThat(Place.parse(Optional.of(List.of("1", "2", "3")))).isEmpty();
        assertThat(Place.parse(Optional.of(List.of("1", "-2")))).isEmpty();
        assertThat(Place.parse(Optional.of(List.of("1", "9".repeat(18))))).isEmpty();
        assertThat(Place.parse(Optional.of(List.of("1", "9".repeat(17))))).isPresent();
    }
}
