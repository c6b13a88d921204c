package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.radius.auth.SharedSecret;

class AccessControllersTest {

    private static final AccessController ONE = Some.controller(1, "10.0.0.5");
    private static final AccessController AROUND = Some.controller(2, "10.0.0.0/24");
    private static final AccessController SIX = Some.controller(3, "2001:db8::/32");
    private static final AccessController NORTH = Some.controller(4, "10.9.0.1", Vendor.HUAWEI, Optional.of("north"));
    private static final AccessController SOUTH = Some.controller(5, "10.9.0.1", Vendor.H3C, Optional.of("south"));
    private final AccessControllers controllers = AccessControllers.fixed(ONE, AROUND, SIX, NORTH, SOUTH);

    @Test
    void theMostPreciseNetworkWins() {
        assertThat(controllers.bySource(Some.address("10.0.0.5"))).containsExactly(ONE);
        assertThat(controllers.bySource(Some.address("10.0.0.6"))).containsExactly(AROUND);
        assertThat(controllers.bySource(Some.address("10.0.1.5"))).isEmpty();
        assertThat(controllers.bySource(Some.address("2001:db8::7"))).containsExactly(SIX);
        assertThat(controllers.bySource(Some.address("2001:db9::7"))).isEmpty();
    }

    @Test
    void anUnknownSourceHasNoSecret() {
        assertThat(controllers.secretOf(Some.address("10.0.0.5"))).contains(SharedSecret.of(Some.RADIUS_SECRET));
        assertThat(controllers.secretOf(Some.address("192.0.2.1"))).isEmpty();
    }

    @Test
    void controllersBehindOneSourceAreToldApartByTheirIdentifier() {
        var source = Some.address("10.9.0.1");
        assertThat(controllers.identify(source, Optional.of("north"), Optional.empty()))
                .contains(NORTH);
        assertThat(controllers.identify(source, Optional.of("south"), Optional.empty()))
                .contains(SOUTH);
        assertThat(controllers.identify(source, Optional.of("west"), Optional.of(source)))
                .isEmpty();
        assertThat(controllers.identify(source, Optional.empty(), Optional.of(source)))
                .isEmpty();
    }

    @Test
    void aRegisteredIdentifierIsNotReplacedByTheSource() {
        AccessControllers named = AccessControllers.fixed(NORTH);
        assertThat(named.identify(Some.address("10.9.0.1"), Optional.of("other"), Optional.empty()))
                .isEmpty();
    }

    @Test
    void aHintIsLookedUpAndMustNotContradictItself() {
        assertThat(controllers.byHint(Optional.of(Some.address("10.0.0.5")), Optional.empty()))
                .contains(ONE);
        assertThat(controllers.byHint(Optional.empty(), Optional.of("ac-2"))).contains(AROUND);
        assertThat(controllers.byHint(Optional.empty(), Optional.of("SOUTH"))).contains(SOUTH);
        assertThat(controllers.byHint(Optional.of(Some.address("10.9.0.1")), Optional.of("north")))
                .contains(NORTH);
        assertThat(controllers.byHint(Optional.of(Some.address("10.9.0.1")), Optional.empty()))
                .isEmpty();
        assertThat(controllers.byHint(Optional.of(Some.address("203.0.113.9")), Optional.empty()))
                .isEmpty();
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(ONE.toString())
                .doesNotContain(Some.RADIUS_SECRET.toHex())
                .doesNotContain(Some.RADIUS_SECRET.toText())
                .doesNotContain(Some.PORTAL_SECRET.toHex());
    }
}
