package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.bench.city.CityPlan;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.ChannelClass;
import org.omnihall.hall.channel.Channels;
import org.omnihall.hall.party.Companies;
import org.omnihall.hall.party.Company;
import org.omnihall.hall.party.Tier;
import org.omnihall.hall.shell.Paging;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A made-up city moves into a hall by the ordinary imports, and moves in once. */
@ExtendWith(SystemHall.class)
class CitizensSystemTest {

    private static final CityPlan PLAN = new CityPlan(11, 600, 40, LocalDate.of(2026, 10, 31), "admin");

    @Test
    void movesInOnce(RunningHall hall, @TempDir Path directory) throws IOException {
        hall.city().register();
        Citizens citizens = new Citizens(hall, directory);
        assertThat(citizens.moveIn(PLAN)).isTrue();
        JdbcClient db = hall.bean(JdbcClient.class);
        long contacts = contacts(db);
        assertThat(contacts).isGreaterThan(600 * 8);
        assertThat(citizens.moveIn(PLAN)).isFalse();
        assertThat(new Citizens(hall, directory.resolve("again")).moveIn(PLAN)).isTrue();
        assertThat(contacts(db)).as("imported again").isEqualTo(contacts);

        List<Company> companies = hall.bean(Companies.class)
                .search(Companies.Filter.all("/zj/"), Paging.parse(""))
                .rows();
        assertThat(companies.stream().map(Company::tier).collect(Collectors.toSet()))
                .contains(Tier.C, Tier.MICRO);
        assertThat(hall.bean(Channels.class).all().stream()
                        .map(Channel::kind)
                        .map(kind -> kind.ofClass())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ChannelClass.values());
    }

    private static long contacts(JdbcClient db) {
        return db.sql("select count(*) from interaction.contact where source = 'import'")
                .query(Long.class)
                .single();
    }
}
