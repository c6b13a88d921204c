package org.omnihall.bench.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.party.Certificate;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.RegistrationCode;

/** A made-up city is the same for the same plan, and looks like one. */
class CityFilesTest {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 15);
    private static final CityPlan PLAN = new CityPlan(7, 3_000, 60, JUNE, "admin");

    @Test
    void isTheSameForTheSamePlan(@TempDir Path first, @TempDir Path second) throws IOException {
        List<CityFiles.File> once = CityFiles.write(PLAN, first);
        List<CityFiles.File> again = CityFiles.write(PLAN, second);
        for (int i = 0; i < once.size(); i++) {
            assertThat(once.get(i).path()).hasSameBinaryContentAs(again.get(i).path());
        }
        CityFiles.write(new CityPlan(8, 3_000, 60, JUNE, "admin"), second);
        assertThat(once.getLast().path())
                .matches(path -> mismatches(path, again.getLast().path()));
    }

    @Test
    void writesOneFileForEachTableInTheOrderOfTheImports(@TempDir Path directory) throws IOException {
        List<CityFiles.File> files = CityFiles.write(PLAN, directory);
        assertThat(files)
                .extracting(CityFiles.File::kind)
                .containsExactly(
                        "areas", "grids", "channels", "companies", "subscribers", "memberships", "spend", "contacts");
        Map<String, Long> lines = files.stream().collect(Collectors.toMap(CityFiles.File::kind, CityFiles.File::lines));
        assertThat(lines).containsEntry("companies", 60L).containsEntry("subscribers", 3_000L);
        assertThat(lines.get("spend")).isBetween(3_000L * 11, 3_000L * 12);
        assertThat(lines.get("contacts")).isBetween(3_000L * 8, 3_000L * 25);
    }

    @Test
    void givesNumbersCertificatesAndCodesTheirRightForm() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 3_000; i++) {
            Person person = Person.of(PLAN, i);
            assertThat(Msisdn.parse(person.number())).isPresent();
            assertThat(Certificate.parse(Certificate.Kind.ID_CARD, person.certificate()))
                    .isPresent();
            numbers.add(person.number());
        }
        assertThat(numbers).hasSize(3_000);
        for (int i = 0; i < 2_000; i++) {
            assertThat(RegistrationCode.parse(Firm.of(PLAN, i).code())).isPresent();
        }
    }

    @Test
    void hasSixtyChannelsWithTheSevenThatEveryHallHas() {
        List<Outlet> outlets = Outlet.all();
        assertThat(outlets).extracting(Outlet::code).doesNotHaveDuplicates();
        assertThat(outlets).filteredOn(outlet -> !outlet.built()).hasSize(60 - 7);
        assertThat(outlets)
                .extracting(Outlet::name)
                .filteredOn(name -> !name.isEmpty())
                .doesNotHaveDuplicates();
        assertThat(outlets).extracting(Outlet::kind).contains(Outlet.Kind.values());
    }

    @Test
    void spendsAsPeopleDo() {
        long[] year = IntStream.range(0, 3_000)
                .mapToLong(i -> Spend.of(PLAN, Person.of(PLAN, i)).stream()
                        .mapToLong(Spend.Line::fen)
                        .sum())
                .sorted()
                .toArray();
        long all = Arrays.stream(year).sum();
        long topFifth = Arrays.stream(year).skip(2_400).sum();
        assertThat(topFifth * 100 / all)
                .as("percent that a fifth of the customers brings")
                .isBetween(38L, 60L);
    }

    @Test
    void letsNobodyTurnToTheOperatorBeforeHeCameOrAfterItsYear() {
        Contacts contacts = new Contacts(PLAN);
        Instant end = Instant.parse("2026-06-15T16:00:00Z");
        Instant begin = Instant.parse("2025-06-15T16:00:00Z").minus(Duration.ofDays(1));
        List<Instant> all = IntStream.range(0, 3_000)
                .mapToObj(i -> Person.of(PLAN, i))
                .flatMap(person -> contacts.of(person).stream()
                        .peek(line -> assertThat(line.at())
                                .isAfterOrEqualTo(person.joined()
                                        .minusDays(1)
                                        .atStartOfDay(ZoneOffset.UTC)
                                        .toInstant())))
                .map(Contacts.Line::at)
                .sorted()
                .toList();
        assertThat(all.getFirst()).isAfterOrEqualTo(begin);
        assertThat(all.getLast()).isBefore(end).isAfter(end.minus(Duration.ofHours(2)));
    }

    @Test
    void spreadsContactsOverTheDaysOfTheYear() {
        Contacts contacts = new Contacts(PLAN);
        Map<LocalDate, Long> days = IntStream.range(0, 3_000)
                .mapToObj(i -> Person.of(PLAN, i))
                .flatMap(person -> contacts.of(person).stream())
                .collect(Collectors.groupingBy(
                        line -> LocalDate.ofInstant(line.at(), ZoneOffset.ofHours(8)), Collectors.counting()));
        assertThat(days).hasSize(365);
        double mean =
                days.values().stream().mapToLong(Long::longValue).average().orElseThrow();
        assertThat(days.values()).allMatch(times -> times > mean / 3 && times < mean * 3);
    }

    @Test
    void refusesACityWithoutPeopleAndOneWithTooManyCompanies() {
        assertThat(new CityPlan(1, 10, 2, JUNE, "admin").companies()).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(() -> new CityPlan(1, 10, 3, JUNE, "admin"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CityPlan(1, 0, 0, JUNE, "admin"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CityPlan(1, CityPlan.MOST_SUBSCRIBERS + 1, 0, JUNE, "admin"));
    }

    private static boolean mismatches(Path one, Path other) {
        try {
            return Files.mismatch(one, other) >= 0;
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
