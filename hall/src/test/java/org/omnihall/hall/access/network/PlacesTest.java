package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.omnihall.octets.MacAddress;

class PlacesTest {

    private static final MacAddress AP = MacAddress.parse("00:11:22:33:44:55").orElseThrow();
    private static final AccessController AC = Some.controller(1, "10.0.0.5");
    private static final AccessProfile GUEST = new AccessProfile(
            2, "guest", 1, 1, Duration.ofHours(1), Duration.ofMinutes(5), 1, DevicePolicy.REJECT, Quota.NONE);

    private static NetworkMap map(Map<Scope, Map<Figure, FigureValue>> figures) {
        return new NetworkMap(
                List.of(AC),
                List.of(new NetworkMap.VenueRow(7, "/zj/hz/", "West Lake")),
                new NetworkMap.Ssids(
                        List.of(new NetworkMap.SsidRow(3, "/", "OMNI", "CITY", 1)),
                        List.of(new NetworkMap.SsidAtVenueRow(9, 3, 7, Optional.of(2L))),
                        List.of(Some.profile(), GUEST)),
                figures);
    }

    private static Places places(NetworkMap map) {
        return new Places(
                () -> map, mac -> mac.equals(AP) ? Optional.of(new Places.ApRow(4, 7, "/zj/hz/")) : Optional.empty());
    }

    @Test
    void anAccessPointTellsTheVenueAndItsOwnProfile() {
        Place place = places(map(Map.of())).at(AC, "OMNI", Optional.of(AP));
        assertThat(place)
                .isEqualTo(new Place(
                        "/zj/hz/",
                        Optional.of(7L),
                        "West Lake",
                        "OMNI",
                        "CITY",
                        ReturnMode.PAGE,
                        Optional.of(4L),
                        GUEST,
                        Optional.of(9L)));
    }

    @Test
    void anUnknownAccessPointLeavesTheControllersArea() {
        Place place = places(map(Map.of())).at(AC, "OMNI", Optional.empty());
        assertThat(place.venueId()).isEmpty();
        assertThat(place.areaPath()).isEqualTo("/zj/hz/");
        assertThat(place.profile()).isEqualTo(Some.profile());
    }

    @Test
    void anUnregisteredSsidSharesBindingsWithNoOther() {
        Place place = places(map(Map.of())).at(AC, "EVIL", Optional.of(AP));
        assertThat(place.ssidGroup()).isEqualTo("ac:1");
        assertThat(place.profile()).isEqualTo(Some.profile());
    }

    @ParameterizedTest
    @CsvSource({
        "'', 5m",
        "OPERATOR, 1m",
        "OPERATOR AREA:/, 2m",
        "OPERATOR AREA:/ AREA:/zj/, 3m",
        "OPERATOR AREA:/zj/ AREA:/zj/hz/, 4m",
        "AREA:/zj/hz/ VENUE:7, 6m",
        "AREA:/zj/hz/ VENUE:7 SSID_AT_VENUE:9, 7m",
        "OPERATOR VENUE:7 SSID_AT_VENUE:9 ACCESS_POINT:4, 8m",
        "AREA:/js/ VENUE:8 ACCESS_POINT:5, 5m"
    })
    void theInnermostScopeWins(String scopes, String expected) {
        Map<String, String> values = Map.of(
                "OPERATOR",
                "1m",
                "AREA:/",
                "2m",
                "AREA:/zj/",
                "3m",
                "AREA:/zj/hz/",
                "4m",
                "VENUE:7",
                "6m",
                "SSID_AT_VENUE:9",
                "7m",
                "ACCESS_POINT:4",
                "8m");
        Map<Scope, Map<Figure, FigureValue>> set = new java.util.HashMap<>();
        for (String scope : scopes.isEmpty() ? new String[0] : scopes.split(" ", -1)) {
            String[] parts = scope.split(":", -1);
            FigureValue value = Figure.CODE_LIFE
                    .shape()
                    .read(values.getOrDefault(scope, "9m"))
                    .orElseThrow();
            set.put(
                    new Scope(Scope.Kind.valueOf(parts[0]), parts.length > 1 ? parts[1] : ""),
                    Map.of(Figure.CODE_LIFE, value));
        }
        NetworkMap map = map(set);
        Place place = places(map).at(AC, "OMNI", Optional.of(AP));
        assertThat(new Figures(() -> map).at(place).value(Figure.CODE_LIFE).written())
                .isEqualTo(expected);
    }

    @Test
    void theReturnModeIsAFigureOfThePlace() {
        NetworkMap map = map(Map.of(Scope.venue(7), Map.of(Figure.RETURN_MODE, new FigureValue.Text("MAC_TRIGGER"))));
        assertThat(places(map).at(AC, "OMNI", Optional.of(AP)).returnMode()).isEqualTo(ReturnMode.MAC_TRIGGER);
        assertThat(places(map).at(AC, "OMNI", Optional.empty()).returnMode()).isEqualTo(ReturnMode.PAGE);
    }
}
