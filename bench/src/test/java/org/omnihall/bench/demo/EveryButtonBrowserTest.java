package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.omnihall.hall.shell.Right;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every link and every button of the console under each role that the product brings. */
@ExtendWith(BrowserRing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryButtonBrowserTest {

    private final OpenTown town;
    private final Chromium chromium;

    EveryButtonBrowserTest(OpenTown town, Chromium chromium) {
        this.town = town;
        this.chromium = chromium;
    }

    /** A role and what it may do. */
    record Holder(String role, Set<Right> rights) {

        @Override
        public String toString() {
            return role;
        }
    }

    @BeforeAll
    void fillsTheTown() throws IOException, InterruptedException, ExecutionException {
        town.livedIn();
        town.signedIn(chromium);
    }

    List<Holder> roles() {
        return db().sql("select name, rights from party.role order by name")
                .query((row, number) -> new Holder(
                        row.getString("name"),
                        Arrays.stream((String[]) row.getArray("rights").getArray())
                                .map(Right::valueOf)
                                .collect(Collectors.toSet())))
                .list();
    }

    private JdbcClient db() {
        return town.hall().bean(JdbcClient.class);
    }

    @ParameterizedTest
    @MethodSource("roles")
    void leadsSomewhereAndNotWhereTheRoleMayNotGo(Holder holder) {
        String login = "every-button-" + holder.role();
        db().sql(
                        "insert into party.staff (login, name, roles, area_path, password, must_change, made_at)"
                                + " select ?, ?, array[?], '/', password, false, made_at from party.staff where login = 'admin'")
                .params(login, login, holder.role())
                .update();
        try (Inspector inspector = new Inspector(town, chromium, holder.rights(), login)) {
            inspector.walk();
            assertThat(inspector.faults()).isEmpty();
            assertThat(inspector.pages()).as("pages").isGreaterThan(20);
            assertThat(inspector.pressed()).as("buttons").isGreaterThan(30);
            System.err.println("%s: %d kinds of pages, %d links, %d kinds of buttons"
                    .formatted(holder, inspector.pages(), inspector.links(), inspector.pressed()));
        }
    }
}
