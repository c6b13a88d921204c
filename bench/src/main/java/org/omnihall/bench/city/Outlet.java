package org.omnihall.bench.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A channel of the city.
 *
 * @param built whether the hall has it from the beginning
 * @param town where it stands; nothing for what serves the whole province
 */
record Outlet(
        String code,
        String name,
        String englishName,
        Kind kind,
        Optional<Places.Town> town,
        String grid,
        boolean built) {

    /** Kinds of channels as the hall names them, with ownership, hours, contacts an hour and cost of one in yuan. */
    enum Kind {
        HALL("营业厅", "Hall", "OPERATOR", "mon-sun 09:00-18:00", 30, "22.00"),
        EXPERIENCE_HALL("体验厅", "Experience hall", "OPERATOR", "mon-sun 09:30-20:30", 24, "26.00"),
        EXCLUSIVE_AGENT("指定专营店", "Exclusive agent", "PARTNER", "mon-sun 09:00-20:00", 18, "12.00"),
        AGENT_POINT("特约代理点", "Agent point", "PARTNER", "mon-sun 08:00-21:00", 10, "6.50"),
        KIOSK("自助终端", "Kiosk", "OPERATOR", "always", 40, "0.60"),
        MANAGER("客户经理组", "Account managers", "OPERATOR", "mon-fri 08:30-17:30", 6, "38.00"),
        HOTLINE("", "", "OPERATOR", "always", 1, "3.50"),
        SMS_HALL("", "", "OPERATOR", "always", 1, "0.08"),
        WEB_HALL("", "", "OPERATOR", "always", 1, "0.15"),
        APP("", "", "OPERATOR", "always", 1, "0.12");

        final String noun;
        final String englishNoun;
        final String ownership;
        final String hours;
        final int contactsAnHour;
        final String cost;

        Kind(String noun, String englishNoun, String ownership, String hours, int contactsAnHour, String cost) {
            this.noun = noun;
            this.englishNoun = englishNoun;
            this.ownership = ownership;
            this.hours = hours;
            this.contactsAnHour = contactsAnHour;
            this.cost = cost;
        }

        boolean isElectronic() {
            return switch (this) {
                case HOTLINE, SMS_HALL, WEB_HALL, APP, KIOSK -> true;
                case HALL, EXPERIENCE_HALL, EXCLUSIVE_AGENT, AGENT_POINT, MANAGER -> false;
            };
        }
    }

    /** How many of a kind stand in each town, in the order of {@link Places#TOWNS}. */
    private record Spread(Kind kind, List<Integer> perTown) {}

    private static final List<Spread> SPREADS = List.of(
            new Spread(Kind.HALL, List.of(4, 3, 2)),
            new Spread(Kind.EXPERIENCE_HALL, List.of(1, 1, 1)),
            new Spread(Kind.EXCLUSIVE_AGENT, List.of(4, 3, 2)),
            new Spread(Kind.AGENT_POINT, List.of(9, 7, 4)),
            new Spread(Kind.KIOSK, List.of(2, 2, 1)),
            new Spread(Kind.MANAGER, List.of(3, 2, 2)));

    /** 60 channels of all kinds: those that every hall has, and what stands in the streets. */
    static List<Outlet> all() {
        List<Outlet> outlets = new ArrayList<>(Stream.of(Kind.HOTLINE, Kind.SMS_HALL, Kind.WEB_HALL, Kind.APP)
                .map(Outlet::ofTheHall)
                .toList());
        for (Spread spread : SPREADS) {
            for (int town = 0; town < Places.TOWNS.size(); town++) {
                for (int i = 0; i < spread.perTown().get(town); i++) {
                    outlets.add(standing(spread.kind(), Places.TOWNS.get(town), i));
                }
            }
        }
        return List.copyOf(outlets);
    }

    private static Outlet ofTheHall(Kind kind) {
        String code = hyphened(kind);
        return new Outlet(code, "", "", kind, Optional.empty(), "", true);
    }

    private static Outlet standing(Kind kind, Places.Town town, int i) {
        String grid = town.grids().get(i % town.grids().size());
        String place = grid.replace("网格", "");
        String number =
                i < town.grids().size() ? "" : String.valueOf(i / town.grids().size() + 1);
        String code = "%s-%s-%d".formatted(hyphened(kind), town.path().split("/", -1)[2], i + 1);
        return new Outlet(
                code,
                place + kind.noun + number,
                kind.englishNoun + " " + town.name().substring(3) + " " + (i + 1),
                kind,
                Optional.of(town),
                grid,
                false);
    }

    private static String hyphened(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
