package org.omnihall.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * SQL, HTML and nonsense in every field of every form and filter of the console, found by walking its pages, and in every address that its
 * controllers serve. A new form is covered by itself: a posting address that no form here leads to fails the test.
 */
@HallTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {"spring.servlet.multipart.max-file-size=64KB", "spring.servlet.multipart.max-request-size=96KB"})
class EveryFieldTest {

    /** So many pages of one kind are looked at. */
    private static final int OF_A_KIND = 3;

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
        this.handlers = mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.omnihall."))
                .filter(entry ->
                        !entry.getValue().getBeanType().getPackageName().endsWith(".login"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
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
        Map<String, Form> forms = new LinkedHashMap<>();
        walk().values()
                .forEach(page -> Forms.in(page).stream()
                        .filter(form -> !NOT_SENT.contains(form.action()))
                        .forEach(form -> forms.putIfAbsent(form.kind(pattern(form)), form)));
        assertThat(forms).hasSizeGreaterThan(20);
        Set<String> reached = forms.values().stream().map(this::pattern).collect(Collectors.toCollection(TreeSet::new));
        assertThat(patterns(RequestMethod.POST)).isSubsetOf(reached);
        List<Form> gentleFirst = new ArrayList<>(forms.values());
        gentleFirst.sort((one, other) -> Boolean.compare(takesAway(one), takesAway(other)));
        gentleFirst.forEach(this::attack);
        walk().forEach((path, page) -> assertThat(page).as(path).doesNotContain("<script>alert(1)", "<img src=x"));
        assertThat(db.sql("select count(*) from party.staff").query(Long.class).single())
                .isGreaterThanOrEqualTo(2);
    }

    @Test
    void answersWhateverStandsInAnAddress() {
        handlers.forEach((info, method) -> paths(info).forEach(pattern -> {
            boolean get = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            if (pattern.contains("{")) {
                Hostile.SEGMENTS.forEach(segment -> {
                    String path = pattern.replaceAll("\\{[^}]*}", segment);
                    Hostile.answered(path, get ? browser().get(path) : browser().post(path));
                });
            } else if (get) {
                parameters(method)
                        .forEach(name -> Stream.concat(Hostile.ALONE.stream(), Hostile.TOGETHER.stream())
                                .forEach(value -> {
                                    String path = pattern + "?" + name + "=" + encoded(value);
                                    Hostile.answered(path, browser().get(path));
                                }));
            }
        }));
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

    private void attack(Form form) {
        for (String field : form.fields().keySet()) {
            Hostile.ALONE.forEach(value -> send(form.with(field, value), field + " = " + value));
        }
        for (String value : Hostile.TOGETHER) {
            Form all = form;
            for (String field : form.fields().keySet()) {
                all = all.with(field, value);
            }
            send(all, "all = " + value);
        }
    }

    private void send(Form form, String what) {
        String[] fields = form.fields().entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
        HttpResponse<String> answer;
        if (form.upload().isPresent()) {
            assertThat(form.upload()).contains("file");
            answer = browser().upload(form.action(), "a.csv", Hostile.SQL_AND_HTML + "\n" + what, fields);
        } else if (form.method().equals("get")) {
            answer = browser().get(form.action() + "?" + query(fields));
        } else {
            answer = browser().post(form.action(), fields);
        }
        Hostile.answered(form.method() + " " + form.action() + " " + what, answer);
        assertThat(ConsoleBrowser.location(answer)).as(form.action()).isNotEqualTo("/sign-in");
    }

    /** All pages that links lead to, a few of each kind. */
    private Map<String, String> walk() {
        Map<String, String> pages = new LinkedHashMap<>();
        Map<String, Integer> kinds = new HashMap<>();
        Set<String> seen = new HashSet<>();
        Deque<String> todo = new ArrayDeque<>(patterns(RequestMethod.GET).stream()
                .filter(path -> !path.contains("{"))
                .toList());
        while (!todo.isEmpty()) {
            String path = todo.poll();
            String kind = pattern(RequestMethod.GET, path);
            if (kind.isEmpty() || !seen.add(path) || kinds.merge(kind, 1, Integer::sum) > OF_A_KIND) {
                continue;
            }
            HttpResponse<String> page = browser().get(path);
            assertThat(page.statusCode()).as(path).isLessThan(500);
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                pages.put(path, page.body());
                todo.addAll(Forms.links(page.body()));
            }
        }
        return pages;
    }

    private String pattern(Form form) {
        return pattern(form.method().equals("get") ? RequestMethod.GET : RequestMethod.POST, form.action());
    }

    /** The pattern of the controller that serves an address; empty if none of ours does. */
    private String pattern(RequestMethod method, String address) {
        PathContainer path = PathContainer.parsePath(address.replaceFirst("\\?.*", ""));
        return handlers.keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(method))
                .flatMap(info -> info.getPathPatternsCondition() == null
                        ? Stream.empty()
                        : info.getPathPatternsCondition().getPatterns().stream())
                .filter(pattern -> pattern.matches(path))
                .sorted(PathPattern.SPECIFICITY_COMPARATOR)
                .map(PathPattern::getPatternString)
                .findFirst()
                .orElse("");
    }

    private Set<String> patterns(RequestMethod method) {
        return handlers.keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(method))
                .flatMap(info -> paths(info).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> paths(RequestMappingInfo info) {
        return info.getPatternValues();
    }

    private static List<String> parameters(HandlerMethod method) {
        Stream<String> named = Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(EveryFieldTest::name);
        return Stream.concat(named, Stream.of("trail", "lang")).toList();
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }

    private static boolean takesAway(Form form) {
        return Stream.of("/remove", "/lock", "/reset", "/end", "/roles", "/password")
                .anyMatch(form.action()::endsWith);
    }

    private static String query(String... fields) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            pairs.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
        }
        return String.join("&", pairs);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private ConsoleBrowser browser() {
        return admin.orElseThrow();
    }
}
