package org.omnihall.hall.decision.diversion;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.omnihall.hall.catalogue.Businesses;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.decision.CustomerBand;
import org.omnihall.hall.decision.Diversions;
import org.omnihall.hall.shell.Demands;
import org.omnihall.hall.shell.NavigationEntry;
import org.omnihall.hall.shell.Pages;
import org.omnihall.hall.shell.Right;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The decision table of diversion, all of it, and what it would say to one case. */
@Controller
public class DiversionScreen {

    private final DiversionDesk diversions;
    private final Businesses businesses;
    private final Channels channels;
    private final Pages pages;

    DiversionScreen(DiversionDesk diversions, Businesses businesses, Channels channels, Pages pages) {
        this.diversions = diversions;
        this.businesses = businesses;
        this.channels = channels;
        this.pages = pages;
    }

    @Bean
    static NavigationEntry diversionLine() {
        return new NavigationEntry(
                "/diversion",
                "decision.diversion.title",
                "route",
                Right.DECISION_SEE,
                NavigationEntry.Group.CHANNELS,
                60);
    }

    @GetMapping("/diversion")
    @Demands(Right.DECISION_SEE)
    View table(
            @RequestParam(defaultValue = "") String business,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "MIDDLE") CustomerBand band) {
        Optional<Tried> tried = businesses
                .find(business)
                .flatMap(what -> channels.byCode(channel)
                        .map(here -> tried(new Diversions.Case(new UUID(0, 0), here, Optional.empty(), what, band))));
        return pages.html(
                "decision/diversion",
                Map.of("rows", rows(), "businesses", businesses.all(), "channels", channels.all(), "tried", tried));
    }

    private Tried tried(Diversions.Case wanted) {
        Answer answer = Steering.decide(diversions.gather(wanted));
        return new Tried(
                DiversionBook.AnswerWords.name(answer),
                DiversionBook.AnswerWords.reason(answer),
                answer.fired().stream().map(Enum::name).toList(),
                DiversionBook.AnswerWords.to(answer).flatMap(channels::find).map(to -> to.code()));
    }

    private static List<Row> rows() {
        return IntStream.range(0, 16)
                .mapToObj(bits -> new Traits((bits & 8) != 0, (bits & 4) != 0, (bits & 2) != 0, (bits & 1) != 0))
                .map(traits -> new Row(
                        Stream.of(traits.lowRisk(), traits.lowContact(), traits.lowValue(), traits.standard())
                                .toList(),
                        Arrays.stream(CustomerBand.values())
                                .map(band -> Cell.of(Principles.advise(band, traits)))
                                .toList()))
                .toList();
    }

    /**
     * One line of the table as it is drawn.
     *
     * @param traits low risk, low contact, low value, standard
     * @param cells for high, middle and low value
     */
    public record Row(List<Boolean> traits, List<Cell> cells) {}

    /** One answer as it is drawn, all in names. */
    public record Cell(List<String> fired, String ranking, List<String> classes) {

        static Cell of(Advice advice) {
            return new Cell(
                    advice.fired().stream().map(Enum::name).toList(),
                    advice.ranking().name(),
                    advice.classes().stream().sorted().map(Enum::name).toList());
        }
    }

    /** What the table says to the case that was tried. */
    public record Tried(String answer, String reason, List<String> fired, Optional<String> to) {}
}
