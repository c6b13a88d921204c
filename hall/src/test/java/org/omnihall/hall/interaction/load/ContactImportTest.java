package org.omnihall.hall.interaction.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.intake.ImportReport;
import org.omnihall.hall.intake.Imports;
import org.omnihall.hall.interaction.ContactKind;
import org.omnihall.hall.interaction.Contacts;
import org.omnihall.hall.interaction.LoggedContact;
import org.omnihall.hall.party.Areas;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.hall.party.Town;
import org.omnihall.hall.shell.Languages;
import org.omnihall.hall.shell.Paging;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts of the past come in from files, each once, into months of their own (requirement B21). */
@HallTest
class ContactImportTest {

    private static final String HEAD = "id,at,channel,number,company,direction,kind,business,outcome,journey,area\n";
    private static final UUID JOURNEY = UUID.fromString("0e0e0e0e-1111-4222-8333-444444444444");

    /** Months ago, and kept. */
    private final YearMonth month =
            YearMonth.from(Clock.systemUTC().instant().atOffset(ZoneOffset.UTC)).minusMonths(20);

    private final Instant may = Instant.parse(month + "-03T02:00:00Z");
    private final Instant june = Instant.parse(month.plusMonths(1) + "-03T02:00:00Z");

    private final Imports imports;
    private final Languages languages;
    private final Contacts contacts;
    private final Channels channels;
    private final Subscribers subscribers;
    private final Areas areas;
    private final JdbcClient db;

    @Autowired
    ContactImportTest(
            Imports imports,
            Languages languages,
            Contacts contacts,
            Channels channels,
            Subscribers subscribers,
            Areas areas,
            JdbcClient db) {
        this.imports = imports;
        this.languages = languages;
        this.contacts = contacts;
        this.channels = channels;
        this.subscribers = subscribers;
        this.areas = areas;
        this.db = db;
    }

    @BeforeEach
    void begin() {
        Town.areas(areas);
    }

    @Test
    void writesEachContactOnceIntoAMonthOfItsOwn() throws IOException {
        String file = HEAD
                + "past-1," + may + ",hotline,13857990001,,INBOUND,CALL,,," + JOURNEY + ",/zj/hz/\n"
                + "past-2," + june + ",web-hall,13857990001,,INBOUND,ORDER,data-pack-5g,LEFT," + JOURNEY
                + ",\n";
        assertThat(run(file, new StringWriter()).applied()).isTrue();
        assertThat(run(file, new StringWriter()).applied()).isTrue();
        List<LoggedContact> told = of("13857990001");
        assertThat(told).extracting(one -> one.contact().kind()).containsExactly(ContactKind.ORDER, ContactKind.CALL);
        assertThat(told).extracting(one -> one.contact().journey()).containsOnly(JOURNEY);
        LoggedContact order = told.getFirst();
        assertThat(order.contact().at()).isEqualTo(june);
        assertThat(order.contact().outcome()).isEqualTo("LEFT");
        assertThat(order.contact().business()).contains("data-pack-5g");
        assertThat(channels.find(order.contact().channel()).orElseThrow().code())
                .isEqualTo("web-hall");
        assertThat(db.sql("select count(*) from interaction.contact_"
                                + month.toString().replace('-', '_') + " where source = 'import'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void takesALineThatNamesNoJourneyForOneByItself() throws IOException {
        String line = "," + june + ",app,13857990002,,INBOUND,ENQUIRY,,,,\n";
        assertThat(run(HEAD + "alone-1" + line + "alone-2" + line, new StringWriter())
                        .applied())
                .isTrue();
        assertThat(of("13857990002"))
                .hasSize(2)
                .extracting(one -> one.contact().journey())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesEveryFaultAndTakesNothing() throws IOException {
        StringWriter errors = new StringWriter();
        String good = may + ",hotline,13857990003,,INBOUND,CALL,,,,\n";
        ImportReport report = run(
                HEAD + "ok," + good
                        + "," + good
                        + "a,2999-05-03T02:00:00Z,hotline,13857990003,,INBOUND,CALL,,,,\n"
                        + "b,yesterday,hotline,13857990003,,INBOUND,CALL,,,,\n"
                        + "c," + may + ",nowhere,13857990003,,INBOUND,CALL,,,,\n"
                        + "d," + may + ",hotline,12,,INBOUND,CALL,,,,\n"
                        + "e," + may + ",hotline,,,INBOUND,CALL,,,,\n"
                        + "f," + may + ",hotline,,no such firm,INBOUND,CALL,,,,\n"
                        + "g," + may + ",hotline,13857990003,,SIDEWAYS,CALL,,,,\n"
                        + "h," + may + ",hotline,13857990003,,INBOUND,CHAT,,,,\n"
                        + "i," + may + ",hotline,13857990003,,INBOUND,CALL,,,one,\n"
                        + "j," + may + ",hotline,13857990003,,INBOUND,CALL,,,,/moon/\n",
                errors);
        assertThat(report.applied()).isFalse();
        assertThat(errors.toString().lines())
                .extracting(line -> line.replaceFirst("^(\\d+,\\w*),.*", "$1"))
                .containsExactly(
                        "line,column,fault",
                        "3,id",
                        "4,at",
                        "5,at",
                        "6,channel",
                        "7,number",
                        "8,number",
                        "9,company",
                        "10,direction",
                        "11,kind",
                        "12,journey",
                        "13,area");
        assertThat(errors.toString()).doesNotContain("interaction.load");
        assertThat(of("13857990003")).isEmpty();
    }

    @Test
    void takesNoContactOlderThanTheLogKeepsThem() throws IOException {
        YearMonth oldest = month.minusMonths(5);
        String line = "-01T00:00:00Z,hotline,13857990004,,INBOUND,CALL,,,,\n";
        StringWriter errors = new StringWriter();
        assertThat(run(HEAD + "old-1," + oldest.minusMonths(1) + line + "old-2,0999-01" + line, errors)
                        .applied())
                .isFalse();
        assertThat(errors.toString())
                .contains("2,at", "3,at", "older than the log")
                .doesNotContain("interaction.load");
        assertThat(run(HEAD + "old-3," + oldest + line, new StringWriter()).applied())
                .isTrue();
        assertThat(of("13857990004")).hasSize(1);
        assertThat(db.sql("select to_regclass('interaction.contact_0999_01') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private List<LoggedContact> of(String number) {
        return subscribers
                .find(Msisdn.parse(number).orElseThrow())
                .map(id -> contacts.of(id, Paging.parse("")).rows())
                .orElse(List.of());
    }

    private ImportReport run(String file, StringWriter errors) throws IOException {
        Imports.Order order =
                new Imports.Order(imports.kind("contacts").orElseThrow(), false, "LI", languages.in(Locale.ENGLISH));
        return imports.run(order, new StringReader(file), errors, lines -> {});
    }
}
