package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Forms.Form;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * SQL, HTML and nonsense in every field of every form and filter of the console, found by walking its pages, and in every address that its
 * controllers serve. A new form is covered by itself: a posting address that no form here leads to fails the test.
 */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {"spring.servlet.multipart.max-file-size=64KB", "spring.servlet.multipart.max-request-size=96KB"})
class EveryFieldTest {

    private static final String ME = "every-field";

    /** Of these the session itself would be lost. */
    private static final Set<String> NOT_SENT = Set.of("/sign-out", "/sign-in");

    private final int port;
    private final JdbcClient db;
    private final Furniture furniture;
    private final Map<RequestMappingInfo, HandlerMethod> handlers;
    private Optional<ConsoleBrowser> admin = Optional.empty();

    @Autowired
    EveryFieldTest(
            @LocalServerPort int port,
            JdbcClient db,
            ApplicationContext hall,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.port = port;
        this.db = db;
        this.furniture = new Furniture(hall);
        this.handlers = FieldWalk.console(mapping);
    }

    /** Something of everything, named as badly as its form allows. */
    @BeforeAll
    void furnish() {
        admin = Optional.of(StaffOnPaper.browser(db, port, ME, "administrator", "/"));
        StaffOnPaper.browser(db, port, "every-other", "operator", "/");
        StaffOnPaper.browser(db, port, "every-locked", "operator", "/");
        db.sql("update party.staff set locked = true where login = 'every-locked'")
                .update();
        furniture.put(db);
        browser().get("/intake");
        String run = ConsoleBrowser.location(browser()
                .upload(
                        "/intake/number-list",
                        "<img src=x onerror=alert(1)>",
                        "number,list,reason\n13857190170,deny,\n"));
        Eventually.holds("checked", () -> browser().get(run).body().contains(run + "/apply"));
    }

    @Test
    void answersWhateverStandsInAForm() {
        Map<String, Form> forms = walk().forms(NOT_SENT);
        assertThat(forms).hasSizeGreaterThan(20);
        Set<String> reached =
                forms.values().stream().map(walk()::pattern).collect(Collectors.toCollection(TreeSet::new));
        assertThat(walk().patterns(RequestMethod.POST)).isSubsetOf(reached);
        List<Form> gentleFirst = new ArrayList<>(forms.values());
        gentleFirst.sort((one, other) -> Boolean.compare(FieldWalk.takesAway(one), FieldWalk.takesAway(other)));
        gentleFirst.forEach(walk()::attack);
        walk().walk()
                .forEach((path, page) -> assertThat(page).as(path).doesNotContain("<script>alert(1)", "<img src=x"));
        assertThat(db.sql("select count(*) from party.staff").query(Long.class).single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void answersWhateverStandsInAnAddress() {
        walk().answersWhateverStandsInAnAddress();
    }

    @Test
    void answersWhateverStandsInTheSignIn() {
        ConsoleBrowser nobody = new ConsoleBrowser(port);
        nobody.get("/sign-in");
        Stream.concat(Hostile.ALONE.stream(), Hostile.TOGETHER.stream()).forEach(value -> {
            Hostile.answered("login", nobody.post("/sign-in", "login", value, "password", "x"));
            Hostile.answered("password", nobody.post("/sign-in", "login", "nobody", "password", value));
        });
        assertThat(ConsoleBrowser.location(nobody.get("/staff"))).isEqualTo("/sign-in");
    }

    private FieldWalk walk() {
        return new FieldWalk(handlers, browser(), "/sign-in");
    }

    private ConsoleBrowser browser() {
        return admin.orElseThrow();
    }
}
