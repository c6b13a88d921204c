package org.omnihall.bench.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a person had to do with the operator in the year. */
final class Contacts {

    private static final double JOURNEYS = 3.2;
    private static final double JOURNEYS_OF_ELECTRONIC = 5.5;
    private static final double GOES_ON_IN_A_STORE = 0.05;
    private static final double COMPLAINS = 0.02;
    private static final double ORDERS = 0.06;
    private static final List<String> BUSINESSES = List.of("data-pack-5g", "wlan-month", "personal-ring");

    /** One line of the file. */
    record Line(
            String id,
            Instant at,
            String channel,
            String number,
            String kind,
            String business,
            String outcome,
            UUID journey,
            String area) {}

    private final Map<Outlet.Kind, List<Outlet>> outlets;
    private final CityPlan plan;
    private final Instant end;

    Contacts(CityPlan plan) {
        this.plan = plan;
        this.end = Rhythm.end(plan.lastDay());
        this.outlets = Outlet.all().stream().collect(Collectors.groupingBy(Outlet::kind));
    }

    List<Line> of(Person person) {
        Dice dice = plan.dice(CityPlan.Subject.CONTACT, person.index());
        int journeys = dice.poisson(JOURNEYS + JOURNEYS_OF_ELECTRONIC * person.electronic());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < journeys; i++) {
            journey(person, dice, i, lines);
        }
        return lines.stream().filter(line -> line.at().isBefore(end)).toList();
    }

    private void journey(Person person, Dice dice, int number, List<Line> lines) {
        Outlet outlet = near(person, kind(person, dice), dice);
        Instant at = Rhythm.moment(dice, plan.lastDay(), person.joined(), outlet.kind());
        UUID journey = new UUID(plan.seed() << 20 | person.index(), 0x8000_0000_0000_0000L | number);
        Telling telling = new Telling(person, journey, lines);
        telling.tell(outlet, at, arrival(outlet.kind()), "", "DONE");
        String wish = wish(dice);
        String business = wish.equals("ORDER") ? dice.one(BUSINESSES) : "";
        boolean goesOn = outlet.kind().isElectronic() && dice.happens(GOES_ON_IN_A_STORE);
        Instant then = at.plusSeconds(dice.between(20, 400));
        telling.tell(outlet, then, wish, business, goesOn ? "LEFT" : "DONE");
        if (goesOn) {
            Instant later = then.plus(Duration.ofMinutes(dice.between(30, 90)));
            Outlet store = near(person, Outlet.Kind.HALL, dice);
            telling.tell(store, later, "VISIT", "", "DONE");
            telling.tell(store, later.plusSeconds(300), wish, business, "DONE");
        }
    }

    private record Telling(Person person, UUID journey, List<Line> lines) {

        void tell(Outlet outlet, Instant at, String kind, String business, String outcome) {
            String id = "city-" + person.index() + "-" + lines.size();
            String area = outlet.town().orElse(person.town()).path();
            lines.add(new Line(id, at, outlet.code(), person.number(), kind, business, outcome, journey, area));
        }
    }

    private static String arrival(Outlet.Kind kind) {
        return switch (kind) {
            case HOTLINE -> "CALL";
            case SMS_HALL -> "MESSAGE_RECEIVED";
            case WEB_HALL, APP, KIOSK -> "PAGE_SEEN";
            case HALL, EXPERIENCE_HALL, EXCLUSIVE_AGENT, AGENT_POINT, MANAGER -> "VISIT";
        };
    }

    private static String wish(Dice dice) {
        if (dice.happens(COMPLAINS)) {
            return "COMPLAINT";
        }
        if (dice.happens(ORDERS)) {
            return "ORDER";
        }
        return dice.happens(0.55) ? "TRANSACTION" : "ENQUIRY";
    }

    private static Outlet.Kind kind(Person person, Dice dice) {
        if (dice.happens(person.electronic())) {
            return List.of(
                            Outlet.Kind.APP,
                            Outlet.Kind.WEB_HALL,
                            Outlet.Kind.SMS_HALL,
                            Outlet.Kind.HOTLINE,
                            Outlet.Kind.KIOSK)
                    .get(dice.weighted(44, 14, 12, 24, 6));
        }
        return List.of(
                        Outlet.Kind.HALL,
                        Outlet.Kind.EXPERIENCE_HALL,
                        Outlet.Kind.EXCLUSIVE_AGENT,
                        Outlet.Kind.AGENT_POINT,
                        Outlet.Kind.HOTLINE)
                .get(dice.weighted(30, 6, 18, 32, 14));
    }

    /** One of the kind in his town, or the one that serves the province. */
    private Outlet near(Person person, Outlet.Kind kind, Dice dice) {
        List<Outlet> all = outlets.getOrDefault(kind, List.of());
        List<Outlet> his = all.stream()
                .filter(outlet -> outlet.town().equals(Optional.of(person.town())))
                .toList();
        return his.isEmpty() ? all.getFirst() : dice.one(his);
    }
}
