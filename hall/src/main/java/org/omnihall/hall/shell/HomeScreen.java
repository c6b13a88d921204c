package org.omnihall.hall.shell;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** The start: the first line of the side bar that the caller may follow. */
@Controller
class HomeScreen {

    private final List<NavigationEntry> lines;
    private final Pages pages;

    HomeScreen(List<NavigationEntry> lines, Pages pages) {
        this.lines = lines.stream()
                .sorted(Comparator.comparing(NavigationEntry::group).thenComparingInt(NavigationEntry::order))
                .toList();
        this.pages = pages;
    }

    @GetMapping("/")
    @Demands({})
    ModelAndView home(Caller caller) {
        return lines.stream()
                .filter(line -> caller.may(line.right()))
                .findFirst()
                .map(line -> new ModelAndView("redirect:" + line.path()))
                .orElseGet(() -> new ModelAndView(pages.html("shell/nothing", Map.of())));
    }
}
