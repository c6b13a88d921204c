package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.radius.auth.SharedSecret;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HallTest
class ControllerRegistryTest {

    private static final String SECRET = "a-long-radius-secret";

    private final ControllerRegistry registry;
    private final AccessControllers controllers;
    private final NasAddCommand command;
    private final JdbcClient db;

    @Autowired
    ControllerRegistryTest(
            ControllerRegistry registry, AccessControllers controllers, NasAddCommand command, JdbcClient db) {
        this.registry = registry;
        this.controllers = controllers;
        this.command = command;
        this.db = db;
    }

    private AccessController added(String... pairs) {
        return switch (registry.add(Draft.of(pairs), "test")) {
            case Change.Done<AccessController> done -> done.value();
            case Change.Refused<AccessController> refused -> throw new AssertionError(refused.problems());
        };
    }

    @Test
    void aRegisteredControllerIsKnownAtOnceAndItsSecretIsSealed() {
        AccessController ac = added(
                "addresses", "10.20.0.1 10.20.0.2", "radiusSecret", SECRET, "vendor", "huawei", "dialect", "huawei2");
        assertThat(controllers.bySource(Some.address("10.20.0.2"))).containsExactly(ac);
        assertThat(ac.address()).isEqualTo(Some.address("10.20.0.1"));
        assertThat(ac.redirectMap().name()).isEqualTo("HUAWEI");
        assertThat(controllers.secretOf(Some.address("10.20.0.1"))).contains(SharedSecret.of(SECRET));
        assertThat(db.sql("select encode(radius_secret, 'escape') || (select string_agg(detail, ' ') from audit.entry)"
                                + " from access.controller where id = ?")
                        .param(ac.id())
                        .query(String.class)
                        .single())
                .doesNotContain(SECRET);
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() {
        Change<AccessController> change = registry.add(
                Draft.of(
                        "addresses",
                        "10.1.2.300",
                        "radiusSecret",
                        "short",
                        "vendor",
                        "acme",
                        "coaPort",
                        "0",
                        "area",
                        "zj",
                        "domain",
                        "append:",
                        "redirectMap",
                        "acme"),
                "test");
        assertThat(change)
                .isInstanceOfSatisfying(
                        Change.Refused.class,
                        refused -> assertThat(refused.problems().toString())
                                .contains("addresses cannot be read")
                                .contains("radiusSecret is too short, at least 8")
                                .contains("vendor cannot be read, expected standard, huawei")
                                .contains("coaPort is out of bounds")
                                .contains("area cannot be read")
                                .contains("domain cannot be read")
                                .contains("redirectMap is not known")
                                .doesNotContain("short\""));
    }

    @Test
    void controllersBehindOneSourceNeedIdentifiersAndOneSecret() {
        added("name", "p1", "addresses", "10.30.0.1", "radiusSecret", SECRET, "nasIdentifier", "north");
        assertThat(registry.add(
                        Draft.of(
                                "name",
                                "p2",
                                "addresses",
                                "10.30.0.1",
                                "radiusSecret",
                                SECRET,
                                "nasIdentifier",
                                "north"),
                        "test"))
                .isInstanceOf(Change.Refused.class);
        assertThat(registry.add(
                        Draft.of(
                                "name",
                                "p3",
                                "addresses",
                                "10.30.0.1",
                                "radiusSecret",
                                "another-secret",
                                "nasIdentifier",
                                "south"),
                        "test"))
                .isInstanceOf(Change.Refused.class);
        AccessController south =
                added("name", "p4", "addresses", "10.30.0.1", "radiusSecret", SECRET, "nasIdentifier", "south");
        assertThat(controllers.identify(Some.address("10.30.0.1"), Optional.of("south"), Optional.empty()))
                .contains(south);
    }

    @Test
    void aBlankSecretStaysAndAChangeIsAuditedWithoutIt() {
        AccessController ac = added("name", "before", "addresses", "10.40.0.1", "radiusSecret", SECRET);
        registry.change(ac.id(), Draft.of("name", "after", "addresses", "10.40.0.9"), "LI");
        AccessController changed = controllers.byId(ac.id()).orElseThrow();
        assertThat(changed.name()).isEqualTo("after");
        assertThat(changed.radiusSecret().toText()).isEqualTo(SECRET);
        assertThat(controllers.bySource(Some.address("10.40.0.1"))).isEmpty();
        assertThat(db.sql("select detail from audit.entry where act = 'nas.change' and subject = ?")
                        .param("ac:" + ac.id())
                        .query(String.class)
                        .single())
                .contains("name: before -> after")
                .doesNotContain(SECRET);
    }

    @Test
    void learningLatchesToRequiredAndOptionalStays() {
        AccessController learns =
                added("addresses", "10.50.0.1", "radiusSecret", SECRET, "messageAuthenticator", "learn");
        AccessController optional =
                added("addresses", "10.50.0.2", "radiusSecret", SECRET, "messageAuthenticator", "optional");
        controllers.messageAuthenticatorSeen(learns);
        controllers.messageAuthenticatorSeen(optional);
        assertThat(controllers.byId(learns.id()).orElseThrow().messageAuthenticator())
                .isEqualTo(MessageAuthenticator.REQUIRED);
        assertThat(controllers.byId(optional.id()).orElseThrow().messageAuthenticator())
                .isEqualTo(MessageAuthenticator.OPTIONAL);
    }

    @Test
    void aRemovedControllerIsUnknown() {
        AccessController ac = added("addresses", "10.60.0.0/24", "radiusSecret", SECRET);
        assertThat(controllers.bySource(Some.address("10.60.0.77"))).containsExactly(ac);
        assertThat(registry.remove(ac.id(), "LI")).isInstanceOf(Change.Done.class);
        assertThat(controllers.bySource(Some.address("10.60.0.77"))).isEmpty();
    }

    @Test
    void theCommandReadsBothSecretsFromStandardInput() throws IOException {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandCall call = new CommandCall(
                List.of(
                        "10.70.0.1",
                        "--vendor",
                        "h3c",
                        "--dialect",
                        "huawei2",
                        "--secret-stdin",
                        "--portal-secret-stdin"),
                Path.of("/"),
                new BufferedReader(new StringReader(SECRET + "\nportal-secret\n")),
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                "shell:li");
        assertThat(command.run(call)).as(err.toString()).isZero();
        AccessController ac = controllers.bySource(Some.address("10.70.0.1")).getFirst();
        assertThat(ac.portalSecret().toText()).isEqualTo("portal-secret");
        assertThat(ac.vendor()).isEqualTo(Vendor.H3C);
        assertThat(out.toString()).contains("added").doesNotContain(SECRET);
    }

    @Test
    void theCommandSaysWhatIsMissing() throws IOException {
        StringWriter err = new StringWriter();
        CommandCall call = new CommandCall(
                List.of("10.70.0.1", "--vendor"),
                Path.of("/"),
                new BufferedReader(new StringReader("")),
                new PrintWriter(err, true),
                new PrintWriter(err, true),
                "shell:li");
        assertThat(command.run(call)).isEqualTo(2);
        assertThat(err.toString()).contains("--vendor needs a value").contains("usage: nas add");
    }
}
