package org.omnihall.hall.enterprise.shop;

import java.util.Locale;
import java.util.Map;
import org.omnihall.hall.enterprise.ForVisitors;
import org.omnihall.hall.enterprise.HallPages;
import org.omnihall.hall.shell.OpenToAll;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The shop window: what companies can buy, for everybody to see (requirement D10). */
@Controller
@OpenToAll
class FrontScreen {

    private final Wares wares;
    private final HallPages pages;

    FrontScreen(Wares wares, HallPages pages) {
        this.wares = wares;
        this.pages = pages;
    }

    @GetMapping("/enterprise")
    @ForVisitors
    View front() {
        return pages.html("front", Map.of("families", wares.byFamily()));
    }

    @GetMapping("/enterprise/offerings/{code}")
    @ForVisitors
    View offering(@PathVariable String code, Locale language) {
        Ware ware = wares.find(code).orElseThrow(HallPages::notFound);
        return pages.html("offering", Map.of("ware", ware, "names", wares.names(language)));
    }
}
