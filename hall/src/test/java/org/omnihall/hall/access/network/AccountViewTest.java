package org.omnihall.hall.access.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.omnihall.hall.Eventually;
import org.omnihall.hall.HallTest;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts in memory: as many as come, and never older than two seconds. */
@HallTest
class AccountViewTest {

    private final AccountView view;
    private final Accounts accounts;
    private final JdbcClient db;

    @Autowired
    AccountViewTest(AccountView view, Accounts accounts, JdbcClient db) {
        this.view = view;
        this.accounts = accounts;
        this.db = db;
    }

    @AfterEach
    void empty() {
        db.sql("delete from access.network_account where starts_with(name, 'view-')")
                .update();
    }

    private Optional<NetworkAccount> seen(String name) {
        CompletableFuture<Fate<Optional<NetworkAccount>>> answer = new CompletableFuture<>();
        view.find(name, answer::complete);
        return switch (answer.join()) {
            case Fate.Answered<Optional<NetworkAccount>>(Optional<NetworkAccount> account) -> account;
            case Fate.Lost<Optional<NetworkAccount>> lost -> throw new AssertionError(lost.toString());
        };
    }

    private void put(String name, String... more) {
        List<String> fields = new java.util.ArrayList<>(List.of("name", name, "password", "correct horse"));
        fields.addAll(List.of(more));
        assertThat(accounts.add(Draft.of(fields.toArray(String[]::new)), "test"))
                .isInstanceOf(Change.Done.class);
    }

    @Test
    void givesFromMemoryWhatTheTableHolds() {
        put("view-li", "methods", "pap chap", "valid_until", "2099-12-31", "standing", "suspended");
        put("view-李", "methods", "ms-chap-v2");
        for (String name : List.of("view-li", "view-李")) {
            NetworkAccount read = seen(name).orElseThrow();
            assertThat(seen(name)).as("the second time from memory").contains(read);
        }
        assertThat(seen("view-nobody")).isEmpty();
    }

    @Test
    void seesAChangeOfThisNodeAtOnce() {
        put("view-wang");
        assertThat(seen("view-wang").orElseThrow().standing()).isEqualTo(NetworkAccount.Standing.ACTIVE);
        accounts.change(Draft.of("name", "view-wang", "standing", "suspended"), "test");
        NetworkAccount changed = seen("view-wang").orElseThrow();
        assertThat(changed.standing()).isEqualTo(NetworkAccount.Standing.SUSPENDED);
        accounts.remove(changed.id(), "test");
        assertThat(seen("view-wang")).isEmpty();
    }

    @Test
    void seesAChangeOfAnotherNodeWithinTwoSeconds() {
        put("view-zhao");
        put("view-gone");
        assertThat(seen("view-zhao")).isPresent();
        assertThat(seen("view-gone")).isPresent();
        db.sql("update access.network_account set standing = 'SUSPENDED' where name = 'view-zhao'")
                .update();
        db.sql("delete from access.network_account where name = 'view-gone'").update();
        Eventually.holds(
                "the change is seen",
                () -> seen("view-zhao").orElseThrow().standing() == NetworkAccount.Standing.SUSPENDED
                        && seen("view-gone").isEmpty());
    }
}
