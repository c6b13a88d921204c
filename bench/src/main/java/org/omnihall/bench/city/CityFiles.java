package org.omnihall.bench.city;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Writes a city as files for the hall's imports. */
public final class CityFiles {

    /**
     * One file.
     *
     * @param kind of the import
     * @param lines without the head line
     */
    public record File(String kind, Path path, long lines) {}

    private final CityPlan plan;
    private final Path directory;
    private final List<File> files = new ArrayList<>();

    private CityFiles(CityPlan plan, Path directory) {
        this.plan = plan;
        this.directory = directory;
    }

    /** Makes the directory and the files, in the order in which they are to be imported. */
    public static List<File> write(CityPlan plan, Path directory) throws IOException {
        Files.createDirectories(directory);
        return new CityFiles(plan, directory).all();
    }

    private interface Rows {
        void write(Sheet sheet);
    }

    /** A file that is being written. */
    private static final class Sheet {

        private final CsvWriter csv;
        private long lines = -1;

        Sheet(CsvWriter csv) {
            this.csv = csv;
        }

        void row(String... values) {
            csv.writeRecord(values);
            lines++;
        }
    }

    private List<File> all() throws IOException {
        places();
        file("channels", this::channels);
        List<Firm> firms = IntStream.range(0, plan.companies())
                .mapToObj(i -> Firm.of(plan, i))
                .toList();
        file("companies", sheet -> companies(sheet, firms));
        file("subscribers", this::subscribers);
        file("memberships", sheet -> memberships(sheet, firms));
        file("spend", this::spend);
        file("contacts", this::contacts);
        return List.copyOf(files);
    }

    private void places() throws IOException {
        file("areas", sheet -> {
            sheet.row("area", "name");
            sheet.row(Places.PROVINCE, Places.PROVINCE_NAME);
            Places.TOWNS.forEach(town -> sheet.row(town.path(), town.name()));
        });
        file("grids", sheet -> {
            sheet.row("area", "name", "manager");
            Places.TOWNS.forEach(town -> town.grids().forEach(grid -> sheet.row(town.path(), grid, plan.manager())));
        });
    }

    private void channels(Sheet sheet) {
        sheet.row(
                "code",
                "name",
                "englishName",
                "kind",
                "ownership",
                "area",
                "parent",
                "grid",
                "status",
                "hours",
                "contactsPerHour",
                "contactCost");
        Outlet.all().stream()
                .filter(outlet -> !outlet.built())
                .forEach(outlet -> sheet.row(
                        outlet.code(),
                        outlet.name(),
                        outlet.englishName(),
                        outlet.kind().name(),
                        outlet.kind().ownership,
                        outlet.town().orElseThrow().path(),
                        "",
                        outlet.grid(),
                        "OPEN",
                        outlet.kind().hours,
                        String.valueOf(outlet.kind().contactsAnHour),
                        outlet.kind().cost));
    }

    private static void companies(Sheet sheet, List<Firm> firms) {
        sheet.row("name", "code", "industry", "size", "area", "grid");
        firms.forEach(firm -> sheet.row(
                firm.name(),
                firm.code(),
                firm.industry(),
                firm.size().name(),
                firm.town().path(),
                firm.grid()));
    }

    private void subscribers(Sheet sheet) {
        sheet.row("number", "name", "certificate", "area");
        people().forEach(person -> sheet.row(
                person.number(),
                person.name(),
                person.certificate(),
                person.town().path()));
    }

    /** The members of companies, one company after the other, until nobody is left. */
    private void memberships(Sheet sheet, List<Firm> firms) {
        sheet.row("number", "company", "from", "to", "pays", "cap");
        int next = 0;
        for (Firm firm : firms) {
            Dice dice = plan.dice(CityPlan.Subject.MEMBERS, firm.index());
            for (int i = 0; i < firm.members() && next < plan.subscribers(); i++) {
                Person member = Person.of(plan, next++);
                sheet.row(
                        member.number(),
                        firm.code(),
                        plan.lastDay().minusDays(dice.between(30, 1500)).toString(),
                        "",
                        firm.paying() ? "ALL" : "",
                        firm.paying() ? "10000" : "");
            }
        }
    }

    private void spend(Sheet sheet) {
        sheet.row("number", "month", "fen", "joined", "area");
        people().forEach(person -> Spend.of(plan, person)
                .forEach(line -> sheet.row(
                        person.number(),
                        line.month().toString(),
                        String.valueOf(line.fen()),
                        YearMonth.from(person.joined()).toString(),
                        person.town().path())));
    }

    private void contacts(Sheet sheet) {
        Contacts contacts = new Contacts(plan);
        sheet.row(
                "id",
                "at",
                "channel",
                "number",
                "company",
                "direction",
                "kind",
                "business",
                "outcome",
                "journey",
                "area");
        people().forEach(person -> contacts.of(person)
                .forEach(line -> sheet.row(
                        line.id(),
                        line.at().toString(),
                        line.channel(),
                        line.number(),
                        "",
                        "INBOUND",
                        line.kind(),
                        line.business(),
                        line.outcome(),
                        line.journey().toString(),
                        line.area())));
    }

    private Stream<Person> people() {
        return IntStream.range(0, plan.subscribers()).mapToObj(i -> Person.of(plan, i));
    }

    private void file(String kind, Rows rows) throws IOException {
        Path path = directory.resolve("%d-%s.csv".formatted(files.size() + 1, kind));
        try (CsvWriter csv = CsvWriter.builder().build(path)) {
            Sheet sheet = new Sheet(csv);
            rows.write(sheet);
            files.add(new File(kind, path, sheet.lines));
        }
    }
}
