package org.omnihall.hall.access.network;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.omnihall.hall.database.AnswersInGroups;
import org.omnihall.hall.database.Feed;
import org.omnihall.hall.database.GroupAnswers;
import org.omnihall.hall.database.GroupAnswers.Fate;
import org.omnihall.hall.database.GroupWriter;
import org.omnihall.hall.database.Shelf;
import org.omnihall.hall.database.SpareHeap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The accounts that this node has seen lately, from memory: an answer from here waits for nothing, and is there while the database is away.
 *
 * <p>One thread reads what is missing, many names by one statement, and what changed, on whatever node, within a second. As it does the one after
 * the other, no change is lost between them: what a read did not see yet, the next look tells.
 */
@Component
class AccountView extends AnswersInGroups {

    /** The octets of an account, and their part of the heap that is to spare: a million and a half of them at 768 MB. */
    private static final int OCTETS_AN_ACCOUNT = 180;

    private static final double PART_OF_THE_HEAP = 0.5;

    private static final int ROOM = 8_192;
    private static final int GROUP = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final AccountTable table;
    private final NetworkState network;
    private final Clock clock;
    private final Shelf<Name, AccountRow> shelf =
            new Shelf<>(SpareHeap.rows(OCTETS_AN_ACCOUNT, PART_OF_THE_HEAP), (row, name) -> row.isOf(name.octets));
    private final GroupAnswers<String, Optional<NetworkAccount>> reader = new GroupAnswers<>(
            new GroupWriter.Shape("account-reader", ROOM, GROUP, 1), PATIENCE, this::read, this::lookWhenDue);
    private final Feed<String> changes;
    private Instant nextLook = Instant.MIN;

    AccountView(AccountTable table, NetworkState network, JdbcClient db, Clock clock, MeterRegistry meters) {
        this.table = table;
        this.network = network;
        this.clock = clock;
        this.changes = new Feed<>(db, "access.account_change", (row, number) -> row.getString("name"));
        meters.gauge("omnihall.accounts.queue", reader, GroupAnswers::waiting);
        meters.more().counter("omnihall.accounts.pushed.out", List.of(), shelf, Shelf::pushedOut);
    }

    /** A key of the shelf. */
    private static final class Name {

        private final byte[] octets;

        Name(String text) {
            this.octets = text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(octets);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Name name && Arrays.equals(octets, name.octets);
        }
    }

    /**
     * Answers at once where the account is known, else later on another thread.
     *
     * @param name as the table has it
     */
    void find(String name, Consumer<Fate<Optional<NetworkAccount>>> then) {
        Optional<NetworkAccount> known = known(name);
        if (known.isPresent()) {
            then.accept(new Fate.Answered<>(known));
        } else {
            reader.ask(name, then);
        }
    }

    /** From memory alone. */
    Optional<NetworkAccount> known(String name) {
        return shelf.find(new Name(name)).flatMap(row -> row.account(network.map()::profile));
    }

    /** To be called within a change's transaction: what was changed here is seen here at its end. */
    void changed(Collection<String> names) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            names.forEach(this::forget);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                names.forEach(AccountView.this::forget);
            }
        });
    }

    private void forget(String name) {
        shelf.forget(new Name(name));
    }

    @Override
    protected GroupAnswers<?, ?> answers() {
        return reader;
    }

    /** Before the RADIUS listeners when starting, after them when stopping. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE - 200;
    }

    private List<Optional<NetworkAccount>> read(List<String> names) {
        Map<String, NetworkAccount> found = table.find(Set.copyOf(names)).stream()
                .collect(Collectors.toMap(NetworkAccount::name, account -> account));
        found.forEach((name, account) -> shelf.put(new Name(name), AccountRow.of(account)));
        return names.stream().map(name -> Optional.ofNullable(found.get(name))).toList();
    }

    private void lookWhenDue() {
        Instant now = clock.instant();
        if (!now.isBefore(nextLook)) {
            nextLook = now.plus(BETWEEN_LOOKS);
            changes.follow(now, shelf::clear, this::forget);
        }
    }
}
