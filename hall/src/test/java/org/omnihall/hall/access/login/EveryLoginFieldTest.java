package org.omnihall.hall.access.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.Hostile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** SQL, HTML and nonsense in every parameter, address and header of the phones' pages, as their controllers name them, so that a new one is covered. */
@HallTest
@Import(OneController.class)
class EveryLoginFieldTest {

    private final JdbcClient db;
    private final WebPhone phone;
    private final Map<RequestMappingInfo, HandlerMethod> handlers;

    @Autowired
    EveryLoginFieldTest(
            JdbcClient db,
            WebPhone phone,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.db = db;
        this.phone = phone;
        this.handlers = mapping.getHandlerMethods();
    }

    @BeforeEach
    void forgetLimits() {
        OneController.reset();
        db.sql("delete from access.limit_count").update();
    }

    @Test
    void answersWhateverIsTypedWhereANumberIsAsked() {
        attack(phone.land());
    }

    @Test
    void answersWhateverIsTypedWhereACodeIsAsked() {
        String page = phone.land();
        phone.post(page + "/number", "number=13857190140");
        attack(page);
        assertThat(OneController.CONTROLLER.users).doesNotContain("13857190140");
    }

    @Test
    void answersWhateverStandsInARedirect() {
        List<String> names = OneController.CONTROLLER.registered().redirectMap().parameters().keySet().stream()
                .sorted()
                .toList();
        assertThat(names).contains("ssid", "wlanusermac");
        for (String value : values()) {
            for (String name : names) {
                answered(phone.get("/landing?" + redirect(names, name, encoded(value))), name + " = " + value);
            }
            answered(phone.get("/landing?" + encoded(value) + "=1"), "a name: " + value);
        }
    }

    @Test
    void answersWhateverStandsInAHeader() {
        String page = phone.land();
        for (String name : List.of("User-Agent", "Accept-Language", "X-Forwarded-For", "Referer", "Cookie")) {
            for (String value : values()) {
                String printable = value.replaceAll("[^\\x20-\\x7e]", "?");
                String shorter = printable.substring(0, Math.min(printable.length(), 4_000));
                answered(phone.ask(HttpRequest.newBuilder(phone.at(page)).header(name, shorter)), name);
            }
        }
    }

    private void attack(String page) {
        handlers.forEach((info, method) -> {
            if (method.getBeanType() == LoginDoor.class) {
                boolean get = info.getMethodsCondition().getMethods().contains(RequestMethod.GET);
                info.getPatternValues().forEach(pattern -> attack(page, pattern, get, method));
            }
        });
    }

    private void attack(String page, String pattern, boolean get, HandlerMethod method) {
        String path = pattern.replace("/l/{handle}", page);
        for (String segment : Hostile.SEGMENTS) {
            String there = path.replaceAll("\\{[^}]*}", segment);
            String strange = pattern.replaceAll("\\{[^}]*}", segment);
            Stream.of(there, strange).forEach(to -> answered(get ? phone.get(to) : phone.send(to, ""), to));
        }
        if (path.contains("{")) {
            return;
        }
        for (String name : parameters(method)) {
            for (String value : values()) {
                String pair = name + "=" + encoded(value);
                answered(get ? phone.get(path + "?" + pair) : phone.send(path, pair), path + " " + pair);
            }
        }
    }

    private static void answered(HttpResponse<String> answer, String what) {
        Hostile.answered(what, answer);
        assertThat(answer.headers().firstValue("Location").orElse("/l/"))
                .as(what)
                .matches("(https://[^/]+)?/l/.*");
    }

    /** A good redirect but for one parameter. */
    private String redirect(List<String> names, String bad, String value) {
        List<String> pairs = new ArrayList<>();
        Map<String, String> good =
                Map.of("wlanuserip", "127.0.0.1", "wlanacname", "ac-test", "wlanusermac", phone.mac(), "ssid", "CMCC");
        names.forEach(name -> {
            if (name.equals(bad)) {
                pairs.add(name + "=" + value);
            } else if (good.containsKey(name)) {
                pairs.add(name + "=" + good.get(name));
            }
        });
        return String.join("&", pairs);
    }

    private static List<String> parameters(HandlerMethod method) {
        return Stream.of(method.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                .map(parameter -> parameter.getParameter().getName())
                .toList();
    }

    private static List<String> values() {
        return Stream.concat(Hostile.ALONE.stream(), Hostile.TOGETHER.stream()).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
