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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.omnihall.hall.Forms.Form;
import org.springframework.core.MethodParameter;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Somebody who means no good walks the pages that these controllers serve, and fills in each form that he finds.
 *
 * @param signIn the page that is never led to, for the session holds
 */
record FieldWalk(Map<RequestMappingInfo, HandlerMethod> handlers, ConsoleBrowser browser, String signIn) {

    /** So many pages of one kind are looked at. */
    private static final int OF_A_KIND = 5;

    /** What the console serves: neither the pages of phones nor those of companies. */
    static Map<RequestMappingInfo, HandlerMethod> console(RequestMappingHandlerMapping mapping) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.omnihall."))
                .filter(entry ->
                        !entry.getValue().getBeanType().getPackageName().endsWith(".login"))
                .filter(entry ->
                        !entry.getValue().getBeanType().getPackageName().contains(".enterprise"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The forms of all pages, one of each kind; those of which the session would be lost are left out. */
    Map<String, Form> forms(Set<String> notSent) {
        Map<String, Form> forms = new LinkedHashMap<>();
        walk().values()
                .forEach(page -> Forms.in(page).stream()
                        .filter(form -> !notSent.contains(form.action()))
                        .forEach(form -> forms.putIfAbsent(form.kind(pattern(form)), form)));
        return forms;
    }

    void answersWhateverStandsInAnAddress() {
        handlers.forEach((info, method) -> paths(info).forEach(pattern -> {
            boolean get = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
            if (pattern.contains("{")) {
                Hostile.SEGMENTS.forEach(segment -> {
                    String path = pattern.replaceAll("\\{[^}]*}", segment);
                    Hostile.answered(path, get ? browser.get(path) : browser.post(path));
                });
            } else if (get) {
                parameters(method)
                        .forEach(name -> Stream.concat(Hostile.ALONE.stream(), Hostile.TOGETHER.stream())
                                .forEach(value -> {
                                    String path = pattern + "?" + name + "=" + encoded(value);
                                    Hostile.answered(path, browser.get(path));
                                }));
            }
        }));
    }

    /** Every field alone, and all of them together. */
    void attack(Form form) {
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
            answer = browser.upload(form.action(), "a.csv", Hostile.SQL_AND_HTML + "\n" + what, fields);
        } else if (form.method().equals("get")) {
            answer = browser.get(form.action() + "?" + query(fields));
        } else {
            answer = browser.post(form.action(), fields);
        }
        Hostile.answered(form.method() + " " + form.action() + " " + what, answer);
        assertThat(ConsoleBrowser.location(answer)).as(form.action()).isNotEqualTo(signIn);
    }

    /** All pages that links lead to, a few of each kind. */
    Map<String, String> walk() {
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
            HttpResponse<String> page = browser.get(path);
            assertThat(page.statusCode()).as(path).isLessThan(500);
            if (page.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
                pages.put(path, page.body());
                todo.addAll(Forms.links(page.body()));
            }
        }
        return pages;
    }

    String pattern(Form form) {
        return pattern(form.method().equals("get") ? RequestMethod.GET : RequestMethod.POST, form.action());
    }

    /** The pattern of the controller that serves an address; empty if none of ours does. */
    String pattern(RequestMethod method, String address) {
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

    Set<String> patterns(RequestMethod method) {
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
                .map(FieldWalk::name);
        return Stream.concat(named, Stream.of("trail", "lang")).toList();
    }

    private static String name(MethodParameter parameter) {
        return parameter.getParameter().getName();
    }

    static boolean takesAway(Form form) {
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
}
