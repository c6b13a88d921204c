package org.omnihall.hall.access.network;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Dialect;

/** A small network for tests. */
public final class Some {

    public static final Octets RADIUS_SECRET = Octets.ofText("radius-secret-of-the-demo");
    public static final Octets PORTAL_SECRET = Octets.ofText("portal-secret");

    private Some() {}

    public static AccessController controller(long id, String address) {
        return controller(id, address, Vendor.STANDARD, Optional.empty());
    }

    public static AccessController controller(long id, String address, Vendor vendor, Optional<String> nasIdentifier) {
        Cidr source = Cidr.parse(address).orElseThrow();
        return new AccessController(
                id,
                "AC-" + id,
                "/zj/hz/",
                vendor,
                Dialect.HUAWEI2,
                PortalMethod.CHAP,
                RADIUS_SECRET,
                PORTAL_SECRET,
                List.of(source),
                source.network(),
                2000,
                3799,
                false,
                MessageAuthenticator.REQUIRED,
                new DomainRule.None(),
                new RedirectMap("CMCC", Map.of("wlanuserip", RedirectMap.Meaning.USER_ADDRESS)),
                nasIdentifier,
                Optional.empty(),
                VolumeUnit.OCTETS);
    }

    public static AccessProfile profile() {
        return new AccessProfile(
                1,
                "standard",
                4_000_000,
                10_000_000,
                Duration.ofHours(8),
                Duration.ofMinutes(15),
                3,
                DevicePolicy.RELEASE_OLDEST,
                Quota.NONE);
    }

    public static Place place() {
        return new Place(
                "/zj/hz/",
                Optional.of(1L),
                "West Lake",
                "OMNI",
                "OMNI",
                ReturnMode.PAGE,
                Optional.empty(),
                profile(),
                Optional.empty());
    }

    static InetAddress address(String text) {
        return Cidr.address(text).orElseThrow();
    }
}
