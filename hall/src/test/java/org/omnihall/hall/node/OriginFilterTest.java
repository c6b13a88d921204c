package org.omnihall.hall.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginFilterTest {

    @ParameterizedTest
    @CsvSource({
        "/landing,            false, true,  true",
        "/landing/x,          false, true,  true",
        "/landingstrip,       true,  false, false",
        "/l,                  false, true,  false",
        "/l/handle,           false, true,  false",
        "/login,              true,  false, false",
        "/pages/a.css,        false, true,  false",
        "/captive,            false, true,  false",
        "/,                   true,  false, false",
        "/actuator/health,    true,  false, false",
    })
    void servesEachPathOnItsOriginAlone(String path, boolean console, boolean pages, boolean landing) {
        assertThat(OriginFilter.serves(Origin.CONSOLE, path)).isEqualTo(console);
        assertThat(OriginFilter.serves(Origin.PAGES, path)).isEqualTo(pages);
        assertThat(OriginFilter.serves(Origin.LANDING, path)).isEqualTo(landing);
    }
}
