package org.omnihall.hall.insight.pyramid;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** The value pyramid: how many customers bring how much, tier by tier, and how unevenly value is spread. */
@Controller
class PyramidScreen {

    private static final int STEP = 5;

    private final PyramidFacts facts;
    private final Pages pages;

    PyramidScreen(PyramidFacts facts, Pages pages) {
        this.facts = facts;
        this.pages = pages;
    }

    /** A tier as the chart draws it. */
    record Layer(String name, String customers, String value) {}

    /** A point of the Lorenz curve: the poorest so many per cent bring so many per cent. */
    record LorenzPoint(int customers, BigDecimal value) {}

    @Bean
    static NavigationEntry pyramidLine() {
        return new NavigationEntry(
                "/pyramid", "insight.title", "chart-bar", Right.INSIGHT_SEE, NavigationEntry.Group.CUSTOMERS, 60);
    }

    @GetMapping("/pyramid")
    @Demands(Right.INSIGHT_SEE)
    View pyramid() {
        return pages.html("insight/pyramid", Map.of("page", facts.page()));
    }

    @GetMapping("/pyramid/tiers.json")
    @Demands(Right.INSIGHT_SEE)
    @ResponseBody
    List<Layer> layers(Locale language) {
        return facts.page().map(PyramidPage::lines).orElse(List.of()).stream()
                .map(line -> new Layer(line.tier().name(language), line.customerShare(), line.valueShare()))
                .toList();
    }

    @GetMapping("/pyramid/lorenz.json")
    @Demands(Right.INSIGHT_SEE)
    @ResponseBody
    List<LorenzPoint> lorenz() {
        List<BigDecimal> curve =
                facts.page().map(PyramidPage::pareto).map(Pareto::lorenz).orElse(List.of());
        return IntStream.range(0, curve.size())
                .mapToObj(i -> new LorenzPoint(i * STEP, curve.get(i).movePointRight(2)))
                .toList();
    }
}
