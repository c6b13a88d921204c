package org.omnihall.hall.access.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.ConsoleBrowser;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.StaffOnPaper;
import org.omnihall.hall.access.roaming.Realm;
import org.omnihall.hall.access.roaming.RoamingState;
import org.omnihall.hall.node.Command;
import org.omnihall.hall.node.CommandCall;
import org.omnihall.octets.Octets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Realms and RadSec peers on screens and in commands: what is wrong is said, secrets never come out, every change is on record. */
@HallTest
class RoamingScreensTest {

    private static final String SECRET = "a long secret of two";

    private final int port;
    private final JdbcClient db;
    private final RoamingState state;
    private final List<Command> commands;

    @Autowired
    RoamingScreensTest(@LocalServerPort int port, JdbcClient db, RoamingState state, List<Command> commands) {
        this.port = port;
        this.db = db;
        this.state = state;
        this.commands = commands;
    }

    private Realm realm(String name) {
        return state.book().named(name).orElseThrow();
    }

    private String audited(String act) {
        return String.join(
                "\n",
                db.sql("select detail from audit.entry where act = ?")
                        .param(act)
                        .query(String.class)
                        .list());
    }

    @Test
    void aRealmIsAddedChangedAndRemovedAndItsSecretStays() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "realm-admin", "administrator", "/");
        assertThat(admin.get("/realms?lang=en").body()).contains("Roaming realms");
        assertThat(admin.get("/realms/new").body()).contains("Home server 3");
        assertThat(admin.post(
                                "/realms",
                                "name",
                                "not a realm",
                                "address1",
                                "home.example",
                                "secret1",
                                "short",
                                "transport2",
                                "radsec",
                                "address2",
                                "192.0.2.2",
                                "longest",
                                "8d")
                        .body())
                .contains("a realm such as", "an address such as", "Must be given", "is-invalid", "not a realm");
        admin.post("/realms", "name", "FJ.example", "address1", "192.0.2.1", "secret1", SECRET);
        assertThat(admin.get("/realms").body())
                .contains("fj.example", "udp:192.0.2.1:1812/1813")
                .doesNotContain(SECRET);
        assertThat(admin.post("/realms", "name", "fj.example").body()).contains("Already taken · fj.example");
        String page = "/realms/" + realm("fj.example").id();
        assertThat(admin.get(page).body()).contains("value=\"192.0.2.1\"").doesNotContain(SECRET);
        admin.post(
                page,
                "name",
                "fj.example",
                "address1",
                "192.0.2.1",
                "transport2",
                "radsec",
                "address2",
                "192.0.2.2",
                "certificate2",
                "Home.example",
                "strip",
                "true");
        Realm changed = realm("fj.example");
        assertThat(changed.servers())
                .extracting(Object::toString)
                .containsExactly("udp:192.0.2.1:1812/1813", "radsec:192.0.2.2:2083");
        assertThat(changed.servers().getFirst().secret()).isEqualTo(Octets.ofText(SECRET));
        assertThat(changed.servers().getLast().certificate()).isEqualTo("home.example");
        assertThat(changed.strip()).isTrue();
        assertThat(admin.post(page, "name", "fj.example", "address1", "192.0.2.9")
                        .body())
                .as("another server needs a secret of its own")
                .contains("is-invalid");
        admin.post(page + "/remove");
        assertThat(state.book().named("fj.example")).isEmpty();
        assertThat(audited("realm.add") + audited("realm.change") + audited("realm.remove"))
                .contains("udp:192.0.2.1:1812/1813", "radsec:192.0.2.2:2083 home.example", "strip=true")
                .doesNotContain(SECRET);
    }

    @Test
    void aPeerIsRegisteredForControllersThatThereAre() {
        ConsoleBrowser admin = StaffOnPaper.browser(db, port, "peer-admin", "administrator", "/");
        assertThat(admin.get("/radsec-peers?lang=en").body()).contains("RadSec is off", "No peer yet");
        admin.post(
                "/controllers",
                "name",
                "PEER-AC",
                "area",
                "/",
                "addresses",
                "10.9.8.1",
                "radiusSecret",
                "a long secret");
        assertThat(admin.post(
                                "/radsec-peers",
                                "name",
                                "gd",
                                "certificate",
                                "fj.example",
                                "controllers",
                                "PEER-AC, NO-AC")
                        .body())
                .contains("Not known · NO-AC");
        admin.post("/radsec-peers", "name", "gd", "certificate", "FJ.example", "controllers", "peer-ac");
        assertThat(admin.get("/radsec-peers").body()).contains("fj.example", "PEER-AC");
        assertThat(admin.post("/radsec-peers", "name", "two", "certificate", "fj.example", "controllers", "PEER-AC")
                        .body())
                .contains("Already taken · gd");
        long id = state.book().peers().getFirst().id();
        admin.post(
                "/radsec-peers/" + id,
                "name",
                "gd",
                "certificate",
                "other.example",
                "controllers",
                "PEER-AC",
                "messageAuthenticator",
                "optional");
        assertThat(admin.get("/radsec-peers/" + id).body()).contains("other.example");
        ConsoleBrowser ningbo = StaffOnPaper.browser(db, port, "peer-ningbo", "operator", "/zj/nb/");
        ningbo.get("/radsec-peers");
        assertThat(ningbo.post("/radsec-peers/" + id + "/remove").statusCode()).isEqualTo(403);
        assertThat(ningbo.post("/realms", "name", "nb.example").statusCode()).isEqualTo(403);
        admin.post("/radsec-peers/" + id + "/remove");
        assertThat(state.book().peers()).isEmpty();
        assertThat(audited("radsec.change")).contains("other.example");
    }

    @Test
    void commandsDoTheSame() {
        assertThat(run(
                        "realm add",
                        SECRET + "\n",
                        "cli.example",
                        "--radsec",
                        "192.0.2.5,2083,cli.example",
                        "--udp",
                        "192.0.2.6,1645",
                        "--strip"))
                .contains("cli.example added");
        assertThat(run("realm list", "")).contains("cli.example\tradsec:192.0.2.5:2083,udp:192.0.2.6:1645/1646");
        assertThat(realm("cli.example").servers().getLast().secret()).isEqualTo(Octets.ofText(SECRET));
        assertThat(run("realm add", "", "cli.example")).contains("already taken");
        assertThat(run("realm add", "")).contains("one realm is expected");
        assertThat(run("radsec add", "", "cli", "--certificate", "cli.example", "--controllers", "NONE"))
                .contains("controllers is not known: NONE");
        assertThat(run("radsec list", "")).isEmpty();
    }

    private String run(String name, String in, String... arguments) {
        StringWriter said = new StringWriter();
        Command command = commands.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (PrintWriter out = new PrintWriter(said)) {
            command.run(new CommandCall(
                    List.of(arguments), Path.of("."), new BufferedReader(new StringReader(in)), out, out, "test"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return said.toString();
    }
}
