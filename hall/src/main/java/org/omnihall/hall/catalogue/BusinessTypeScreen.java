package org.omnihall.hall.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.shell.Caller;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.Flash;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.omnihall.hall.shell.Typed;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The six types: the map of value and risk, the table of who may complete what, and how complexity is computed. */
@Controller
class BusinessTypeScreen {

    private static final String AGAIN = "redirect:/business-types";

    private final Businesses businesses;
    private final Permissions permissions;
    private final Pages pages;

    BusinessTypeScreen(Businesses businesses, Permissions permissions, Pages pages) {
        this.businesses = businesses;
        this.permissions = permissions;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry businessTypesLine() {
        return new NavigationEntry(
                "/business-types",
                "catalogue.type.title",
                "adjustments-horizontal",
                Right.CATALOGUE_SEE,
                NavigationEntry.Group.CHANNELS,
                20);
    }

    @GetMapping("/business-types")
    @Demands(Right.CATALOGUE_SEE)
    View types() {
        List<Permission> table = List.of(BusinessType.values()).stream()
                .flatMap(type -> List.of(ChannelClass.values()).stream().map(one -> permissions.of(type, one)))
                .toList();
        return pages.html(
                "catalogue/types",
                Map.of(
                        "thresholds", businesses.thresholds(),
                        "rule", businesses.complexity(),
                        "businesses", businesses.all(),
                        "table", table));
    }

    @PostMapping("/business-types/steering")
    @Demands(Right.CATALOGUE_CHANGE)
    String steer(
            Caller caller,
            @RequestParam BusinessType type,
            @RequestParam ChannelClass channelClass,
            @RequestParam Steering steering,
            RedirectAttributes next) {
        Permission permission = new Permission(type, channelClass, steering);
        CatalogueDesk.tell(businesses.steer(permission, caller.whole()), "catalogue.type.saved", next);
        return AGAIN;
    }

    @PostMapping("/business-types/thresholds")
    @Demands(Right.CATALOGUE_CHANGE)
    String classify(Caller caller, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        String actor = caller.whole();
        Optional<Thresholds> read = BusinessFields.thresholds(new Typed(typed));
        if (read.isEmpty()) {
            Flash.bad(next, "catalogue.refused.BAD_THRESHOLDS");
            return AGAIN;
        }
        CatalogueDesk.tell(businesses.classify(read.get(), actor), "catalogue.type.saved", next);
        return AGAIN;
    }

    @PostMapping("/business-types/complexity")
    @Demands(Right.CATALOGUE_CHANGE)
    String weigh(Caller caller, @RequestParam Map<String, String> typed, RedirectAttributes next) {
        String actor = caller.whole();
        Optional<ComplexityRule> read = BusinessFields.complexity(new Typed(typed));
        if (read.isEmpty()) {
            Flash.bad(next, "catalogue.refused.BAD_THRESHOLDS");
            return AGAIN;
        }
        CatalogueDesk.tell(businesses.weigh(read.get(), actor), "catalogue.type.saved", next);
        return AGAIN;
    }
}
