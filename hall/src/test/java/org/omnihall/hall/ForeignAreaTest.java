package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.omnihall.hall.Forms.Form;
import org.omnihall.hall.party.Areas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every page of the console, as the controllers declare them, asked by an administrator of one Area for the things of another. They are found by
 * walking the console as somebody who may see all; an address that the walk does not find, and that is not named here, fails the test. The hall is one
 * of its own, by its properties: other tests would stumble over the furniture, and nothing works at the orders meanwhile.
 */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(properties = {"omnihall.ordering.in-flight=0", "omnihall.ordering.poll=10s"})
@DirtiesContext
class ForeignAreaTest {

    private static final String AREA = "/evil/";

    /** What belongs to the whole operator: every Area may look at it. */
    private static final Set<String> OF_ALL = Set.of(
            "/businesses/{code}",
            "/gateways/{id}",
            "/number-plan/{version}",
            "/offerings/{code}",
            "/offerings/{code}/edit",
            "/pyramid/borders/{version}",
            "/pyramid/tiers/{place}",
            "/radsec-peers/{id}",
            "/realms/{id}",
            "/redirect-maps/{name}",
            // a customer is served wherever he comes; the card shows what the caller's Area may see
            "/cards/{subscriber}");

    /** Open to everybody: the pages of phones and of cashiers. */
    private static final Set<String> OF_THE_STREET =
            Set.of("/pages/logo/{name}.png", "/pay/scan/{number}", "/pay/scan/{number}/code.svg");

    /** What an import reads and an export writes is his own Area's, and lists of the whole operator. */
    private static final Set<String> FILES = Set.of("/intake/{name}", "/intake/{name}.csv");

    /** A number of a list of the whole operator in full, which is audited; and what answers by a word on the page it leads to. */
    private static final Set<String> ANSWERED = Set.of(
            "/number-list/{id}/reveal",
            "/ported-numbers/{id}/reveal",
            "/deliveries/{id}/again",
            "/intake/runs/{id}/discard");

    /** A way on, not a page. */
    private static final Set<String> LEADS_ON = Set.of("/desk/visits/{visit}/offerings", "/duplicates/compare");

    private final int port;
    private final JdbcClient db;
    private final ApplicationContext hall;
    private final Map<RequestMappingInfo, HandlerMethod> handlers;
    private final Map<String, String> found = new TreeMap<>();
    private final Map<String, Form> forms = new LinkedHashMap<>();
    private Optional<FieldWalk> all = Optional.empty();
    private Optional<ConsoleBrowser> stranger = Optional.empty();

    @Autowired
    ForeignAreaTest(
            @LocalServerPort int port,
            JdbcClient db,
            ApplicationContext hall,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.port = port;
        this.db = db;
        this.hall = hall;
        this.handlers = FieldWalk.console(mapping);
    }

    /** Something of everything in one Area, and somebody who answers for another. */
    @BeforeAll
    void furnish() {
        ConsoleBrowser whole = StaffOnPaper.browser(db, port, "every-field", "administrator", "/");
        new Furniture(hall).put(db);
        hall.getBean(Areas.class).add("/", "good", "Good", "test");
        stranger = Optional.of(StaffOnPaper.browser(db, port, "stranger", "administrator", "/good/"));
        FieldWalk walk = new FieldWalk(handlers, whole, "/sign-in");
        all = Optional.of(walk);
        walk.walk().keySet().forEach(path -> found.putIfAbsent(walk.pattern(RequestMethod.GET, path), path));
        found.put("/packets/{id}.txt", found.get("/packets/{id}") + ".txt");
        found.put("/desk/visits/{visit}/offerings", found.get("/desk/visits/{visit}") + "/offerings");
        found.put("/trace/{attempt}", "/trace/" + attempt());
        whole.get("/intake");
        String run = ConsoleBrowser.location(
                whole.upload("/intake/number-list", "a.csv", "number,list,reason\nnone,deny,\n"));
        found.put("/intake/runs/{id}", run);
        found.put("/intake/runs/{id}/errors.csv", run + "/errors.csv");
        found.put("/intake/{name}.csv", "/intake/number-list.csv");
        forms.putAll(walk.forms(Set.of("/sign-out", "/sign-in")));
    }

    /** A login that got no further than its redirect. */
    private UUID attempt() {
        UUID attempt = UUID.randomUUID();
        db.sql("""
                        insert into access.funnel_step (attempt, step, at, area_path, ssid, phone)
                        values (?, 'REDIRECTED', '2026-11-26T00:00:00Z', ?, 'foreign', 'ANDROID')""").params(attempt, AREA).update();
        return attempt;
    }

    private FieldWalk walk() {
        return all.orElseThrow();
    }

    private ConsoleBrowser browser() {
        return stranger.orElseThrow();
    }

    @Test
    void findsNothingOfAnotherArea() {
        Map<String, Integer> open = new TreeMap<>();
        for (String pattern : walk().patterns(RequestMethod.GET)) {
            if (!pattern.contains("{")
                    || Stream.of(OF_ALL, OF_THE_STREET, FILES).anyMatch(free -> free.contains(pattern))) {
                continue;
            }
            assertThat(found).as("something that a stranger may ask for").containsKey(pattern);
            int status = browser().get(found.getOrDefault(pattern, "")).statusCode();
            if (status != 404 && status != 403) {
                open.put(pattern, status);
            }
        }
        assertThat(open).isEmpty();
    }

    /** The same addresses lead somewhere, so that the test above asks for things that are there. */
    @Test
    void leadsWhoSeesAllToWhatTheStrangerDoesNotFind() {
        Map<String, Integer> shut = new TreeMap<>();
        found.forEach((pattern, path) -> {
            if (LEADS_ON.contains(pattern)) {
                return;
            }
            int status = walk().browser().get(path).statusCode();
            if (status != 200) {
                shut.put(path, status);
            }
        });
        assertThat(shut).isEmpty();
    }

    @Test
    void listsNothingOfAnotherArea() {
        FieldWalk his = new FieldWalk(handlers, browser(), "/sign-in");
        Set<String> seen = new TreeSet<>();
        his.walk().forEach((path, page) -> {
            if (page.contains(AREA)) {
                seen.add(path + " names the Area");
            }
            Forms.links(page).stream()
                    .map(link -> his.pattern(RequestMethod.GET, link))
                    .filter(pattern -> pattern.contains("{") && !OF_ALL.contains(pattern) && !FILES.contains(pattern))
                    .forEach(pattern -> seen.add(path + " leads to " + pattern));
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void exportsNothingOfAnotherArea() {
        Set<String> exports = walk().patterns(RequestMethod.GET).stream()
                .filter(pattern -> pattern.endsWith(".csv") || pattern.endsWith(".json"))
                .filter(pattern -> !pattern.contains("{"))
                .collect(Collectors.toCollection(TreeSet::new));
        Forms.links(browser().get("/intake").body()).stream()
                .filter(link -> link.endsWith(".csv"))
                .forEach(exports::add);
        assertThat(exports).hasSizeGreaterThan(12);
        exports.forEach(path -> {
            HttpResponse<String> answer = browser().get(path);
            assertThat(answer.statusCode()).as(path).isIn(200, 403);
            assertThat(answer.body()).as(path).doesNotContain(AREA, "bad-ac", "lax-ac");
        });
    }

    @Test
    void changesNothingOfAnotherArea() {
        Map<String, String> before = contents();
        Map<String, String> taken = new TreeMap<>();
        for (Form form : forms.values()) {
            if (!form.method().equals("post")) {
                continue;
            }
            String pattern = walk().pattern(form);
            Form foreign = filled(form);
            HttpResponse<String> answer = send(foreign);
            boolean shut = List.of(400, 403, 404).contains(answer.statusCode());
            if (!shut && pattern.contains("{") && !ANSWERED.contains(pattern)) {
                taken.put(pattern, answer.statusCode() + " " + ConsoleBrowser.location(answer));
            }
        }
        assertThat(taken).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    /** With something in each field, and the other Area where one is asked for. */
    private static Form filled(Form form) {
        Form filled = form;
        for (Map.Entry<String, String> field : form.fields().entrySet()) {
            if (field.getKey().equals("area")) {
                filled = filled.with("area", AREA);
            } else if (field.getValue().isEmpty()) {
                filled = filled.with(field.getKey(), "foreign1");
            }
        }
        return filled;
    }

    private HttpResponse<String> send(Form form) {
        browser().get("/password");
        String[] fields = form.fields().entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        return form.upload().isPresent()
                ? browser().upload(form.action(), "a.csv", "x", fields)
                : browser().post(form.action(), fields);
    }

    /** What the Area has, table by table. */
    private Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        List<String> schemas = db.sql(
                        "select distinct table_schema from information_schema.columns where column_name = 'area_path'")
                .query((row, number) -> row.getString(1))
                .list();
        for (String schema : schemas) {
            for (String table : AnyRow.tablesWith(db, schema, "area_path")) {
                String rows = db.sql(
                                "select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') from "
                                        + table + " t where area_path = ?")
                        .param(AREA)
                        .query(String.class)
                        .single();
                contents.put(table, rows);
            }
        }
        return contents;
    }
}
