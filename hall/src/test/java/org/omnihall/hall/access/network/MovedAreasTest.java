package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.AnyRow;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.party.AreaChange;
import org.omnihall.hall.party.Areas;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** What belongs to an Area goes with it, in the transaction of the move. */
@HallTest
class MovedAreasTest {

    private final JdbcClient db;
    private final Areas areas;
    private final ControllerRegistry registry;
    private final AccessControllers controllers;
    private final TransactionOperations transaction;

    @Autowired
    MovedAreasTest(
            JdbcClient db,
            Areas areas,
            ControllerRegistry registry,
            AccessControllers controllers,
            TransactionOperations transaction) {
        this.db = db;
        this.areas = areas;
        this.registry = registry;
        this.controllers = controllers;
        this.transaction = transaction;
    }

    @Test
    void knowsEveryTableThatNamesAnArea() {
        assertThat(MovedAreas.TABLES).containsExactlyInAnyOrderElementsOf(AnyRow.tablesWith(db, "access", "area_path"));
    }

    @Test
    void letsEverythingFollowAnAreaThatMoved() {
        add("/", "mva");
        add("/", "mvb");
        add("/mva/", "lake");
        Change<AccessController> added = registry.add(
                Draft.of(
                        "name",
                        "ac-moves",
                        "addresses",
                        "10.77.0.1",
                        "radiusSecret",
                        "sixteen-octets-at-least",
                        "area",
                        "/mva/lake/"),
                "test");
        long controller = ((Change.Done<AccessController>) added).value().id();
        List<String> others = MovedAreas.TABLES.stream()
                .filter(table -> !table.equals("access.controller"))
                .toList();
        withoutReferences(() -> {
            db.sql("delete from access.network_account where id = 1").update(); // of a test before, which is over
            others.forEach(table -> AnyRow.insert(db, table, text(table), "area_path", "/mva/lake/"));
            db.sql("update access.figure set scope_key = area_path where area_path = '/mva/lake/'")
                    .update();
        });
        assertThat(areas.move("/mva/lake/", "/mvb/", "test")).isInstanceOf(AreaChange.Done.class);
        MovedAreas.TABLES.forEach(table -> {
            assertThat(count(table, "/mva/")).as(table).isZero();
            assertThat(count(table, "/mvb/lake/")).as(table).isEqualTo(1);
        });
        assertThat(db.sql("select scope_key from access.figure where area_path = '/mvb/lake/'")
                        .query(String.class)
                        .single())
                .isEqualTo("/mvb/lake/");
        assertThat(controllers.byId(controller).map(AccessController::areaPath)).contains("/mvb/lake/");
        withoutReferences(
                () -> others.forEach(table -> db.sql("delete from " + table + " where area_path = '/mvb/lake/'")
                        .update()));
    }

    private void withoutReferences(Runnable work) {
        transaction.executeWithoutResult(status -> {
            db.sql("set local session_replication_role = replica").update();
            work.run();
        });
    }

    /** A word that each column of the table can be read as. */
    private static String text(String table) {
        return switch (table) {
            case "access.access_profile" -> "REJECT";
            case "access.figure" -> "AREA";
            default -> "mva";
        };
    }

    private void add(String parent, String code) {
        assertThat(areas.add(parent, code, code, "test")).isInstanceOf(AreaChange.Done.class);
    }

    private long count(String table, String path) {
        return db.sql("select count(*) from " + table + " where starts_with(area_path, ?)")
                .param(path)
                .query(Long.class)
                .single();
    }
}
