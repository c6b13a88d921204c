package org.omnihall.hall.access.roaming;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.access.network.DomainRule;
import org.omnihall.hall.access.network.MessageAuthenticator;
import org.omnihall.octets.Octets;
import org.omnihall.radius.tls.PeerCertificate;

class RoamingBookTest {

    private static final HomeServer SERVER = new HomeServer(
            HomeServer.Transport.UDP, InetAddress.ofLiteral("192.0.2.1"), 1812, 1813, "", Octets.ofText("s3cret"));

    private static Realm realm(long id, String name, HomeServer... servers) {
        Duration hour = Duration.ofHours(1);
        return new Realm(id, name, false, false, false, hour, hour, hour, List.of(servers));
    }

    private static Optional<String> elsewhere(String userName, Realm... realms) {
        return new RoamingBook(List.of(realms), List.of()).elsewhere(userName).map(Realm::name);
    }

    @Test
    void findsTheRealmBehindTheLastAtInAnyLetters() {
        Realm gd = realm(1, "gd.example", SERVER);
        assertThat(elsewhere("li@GD.example", gd)).hasValue("gd.example");
        assertThat(elsewhere("li@zj.example@gd.example", gd)).hasValue("gd.example");
        assertThat(elsewhere("li@sub.gd.example", gd)).isEmpty();
        assertThat(elsewhere("li", gd)).isEmpty();
        assertThat(elsewhere("li@", gd)).isEmpty();
        assertThat(elsewhere("gd.example", gd)).isEmpty();
    }

    @Test
    void takesTheRealmOfAllOthersOnlyWhereNoneIsNamed() {
        Realm ours = realm(1, "zj.example");
        Realm gd = realm(2, "gd.example", SERVER);
        Realm any = realm(3, "*", SERVER);
        assertThat(elsewhere("li@zj.example", ours, gd, any)).as("ours").isEmpty();
        assertThat(elsewhere("li@gd.example", ours, gd, any)).hasValue("gd.example");
        assertThat(elsewhere("li@js.example", ours, gd, any)).hasValue("*");
        assertThat(elsewhere("li", ours, gd, any)).isEmpty();
        assertThat(elsewhere("li@js.example", ours, gd)).isEmpty();
    }

    @Test
    void knowsAPeerByAnyNameOfHisCertificateOrByItsFingerprint() {
        RadSecPeer named = new RadSecPeer(1, "named", "b.example", MessageAuthenticator.REQUIRED, List.of());
        RadSecPeer printed = new RadSecPeer(2, "printed", "ab12", MessageAuthenticator.REQUIRED, List.of());
        RoamingBook book = new RoamingBook(List.of(), List.of(named, printed));
        assertThat(book.peer(new PeerCertificate(Set.of("a.example", "b.example"), "00")))
                .hasValue(named);
        assertThat(book.peer(new PeerCertificate(Set.of("b.example"), "ab12")))
                .as("the fingerprint says it more exactly")
                .hasValue(printed);
        assertThat(book.peer(new PeerCertificate(Set.of("c.example"), "00"))).isEmpty();
    }

    @Test
    void takesNobodyForAPeerBecauseHeIsCalledAsAFingerprint() {
        String print = "0a".repeat(32);
        RadSecPeer peer = new RadSecPeer(1, "printed", print, MessageAuthenticator.REQUIRED, List.of());
        RoamingBook book = new RoamingBook(List.of(), List.of(peer));
        PeerCertificate called = new PeerCertificate(Set.of(print), "0b".repeat(32));
        assertThat(book.peer(called)).isEmpty();
        assertThat(called.isKnownBy(print)).isFalse();
        assertThat(called.isKnownBy("0A:".repeat(31) + "0A")).isFalse();
        assertThat(called.isKnownBy("0B:".repeat(31) + "0B")).isTrue();
        PeerCertificate shown = new PeerCertificate(Set.of("b.example"), print);
        assertThat(book.peer(shown)).hasValue(peer);
        String almost = print.substring(1);
        assertThat(new PeerCertificate(Set.of(almost), "00").isKnownBy(almost))
                .as("63 digits are a name")
                .isTrue();
    }

    @Test
    void leavesARealmInTheNameWhateverTheControllersRuleOnDomains() {
        for (String rule : List.of("none", "strip", "append:office")) {
            DomainRule domain = DomainRule.parse(rule).orElseThrow();
            assertThat(domain.toName(domain.keeping("li@gd.example"))).as(rule).isEqualTo("li@gd.example");
        }
        DomainRule office = DomainRule.parse("append:office").orElseThrow();
        assertThat(office.isOwn("Office")).isTrue();
        assertThat(office.isOwn("gd.example")).isFalse();
        assertThat(DomainRule.parse("strip").orElseThrow().isOwn("office")).isFalse();
    }
}
