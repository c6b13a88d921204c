package org.omnihall.bench.measure.radius;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.omnihall.bench.demo.RunningHall;
import org.omnihall.bench.demo.TownImports;
import org.omnihall.bench.radius.ChangingTerms;
import org.omnihall.hall.access.network.Change;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.access.network.Profiles;

/** The hall's side of the subscribers: their accounts, and the profiles that decide what their Accepts grant. */
public final class Roster {

    public static final String PASSWORD = "well-kept-7";
    static final String USUAL = "standard";
    static final String OTHER = "bench-other";
    static final String SINGLE = "bench-single";
    static final String VALID_UNTIL = "2099-12-31";
    static final String ACTOR = "bench";
    private static final int COA = 3_799;

    private final RunningHall hall;
    private int filled;

    private Roster(RunningHall hall) {
        this.hall = hall;
    }

    /** With the controller and the profiles, and nobody yet. */
    public static Roster prepare(RunningHall hall) throws IOException {
        return prepare(hall, COA);
    }

    /** @param coa where the controller takes Disconnects */
    public static Roster prepare(RunningHall hall, int coa) throws IOException {
        done(hall.bean(ControllerRegistry.class)
                .add(
                        Draft.of(
                                "name",
                                Driver.NAME,
                                "addresses",
                                Driver.source().getHostAddress(),
                                "radiusSecret",
                                Driver.SECRET,
                                "coaPort",
                                Integer.toString(coa)),
                        ACTOR));
        profile(hall, OTHER, ChangingTerms.OTHER_SECONDS, "3", "RELEASE_OLDEST");
        profile(hall, SINGLE, ChangingTerms.SINGLE_SECONDS, "1", "REPLACE_SAME_MAC");
        return new Roster(hall);
    }

    private static void profile(RunningHall hall, String name, int seconds, String devices, String policy) {
        done(hall.bean(Profiles.class)
                .add(
                        Draft.of(
                                "name",
                                name,
                                "up",
                                "4000",
                                "down",
                                "10000",
                                "session",
                                seconds / 3_600 + "h",
                                "idle",
                                "15m",
                                "devices",
                                devices,
                                "policy",
                                policy),
                        ACTOR));
    }

    static void done(Change<?> change) {
        if (change instanceof Change.Refused<?> refused) {
            throw new IllegalStateException(refused.problems().toString());
        }
    }

    /** Imports more, so that there are this many. */
    public void fill(int subscribers) throws IOException {
        Path file = Files.createTempFile("accounts", ".csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("name,password,profile,valid_until\n");
            for (int i = filled; i < subscribers; i++) {
                String profile = ChangingTerms.isSingle(i) ? SINGLE : USUAL;
                out.write("bench" + i + "," + PASSWORD + "," + profile + "," + VALID_UNTIL + "\n");
            }
        }
        try (BufferedReader accounts = Files.newBufferedReader(file)) {
            new TownImports(hall).take("accounts", accounts);
        }
        Files.delete(file);
        filled = subscribers;
        hall.tidy();
    }
}
