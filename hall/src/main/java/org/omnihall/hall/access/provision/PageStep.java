package org.omnihall.hall.access.provision;

import java.util.Map;
import org.omnihall.hall.access.look.Looks;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Figure;
import org.omnihall.hall.access.network.FigureSettings;
import org.omnihall.hall.access.network.Scope;
import org.omnihall.hall.ordering.FulfilmentPort;
import org.omnihall.hall.ordering.StepContext;
import org.omnihall.hall.ordering.StepOutcome;
import org.springframework.stereotype.Component;

/** Sets the login page at the company's SSID: asks {@code homePage}, where visitors go after the login. What the owner made of the page goes with it. */
@Component
class PageStep implements FulfilmentPort {

    private final Provisions provisions;
    private final FigureSettings figures;
    private final Looks looks;

    PageStep(Provisions provisions, FigureSettings figures, Looks looks) {
        this.provisions = provisions;
        this.figures = figures;
        this.looks = looks;
    }

    @Override
    public String kind() {
        return "wlan.page";
    }

    @Override
    public StepOutcome run(StepContext context) {
        return provisions.once(
                context,
                kind(),
                () -> set(
                        Answers.id(context.results(), "ssidAtVenue"),
                        context,
                        context.answer("homePage").strip()));
    }

    private StepOutcome set(long place, StepContext context, String value) {
        Draft draft = Draft.of("figure", Figure.AFTER_LOGIN_URL.key(), "value", value);
        return Answers.of(
                figures.set(Scope.ssidAtVenue(place), context.order().areaPath(), draft, Answers.actor(context)),
                figure -> Map.of("page", Long.toString(place)));
    }

    @Override
    public StepOutcome undo(StepContext context) {
        return provisions.takeBack(context, made -> {
            looks.forget(Answers.id(made, "page"));
            return set(Answers.id(made, "page"), context, "");
        });
    }
}
