package org.omnihall.bench.boss;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The account of what the business support system was told and did. Each key is done once; what cannot be, such as opening what is open, is
 * a contradiction of the caller.
 */
public final class Account {

    /** What was said to a command under a key. */
    sealed interface Saying {

        /** @param again whether it was done already under this key */
        record Done(String reference, boolean again) implements Saying {}

        record Refused(String why) implements Saying {}
    }

    /**
     * One command, however often it came.
     *
     * @param name such as {@code OPEN}
     * @param reference what it was answered when it was done; empty where it was not done yet
     * @param seen how often it came, done or not
     */
    public record Command(String key, String name, String product, String body, String reference, int seen) {

        Command again() {
            return new Command(key, name, product, body, reference, seen + 1);
        }

        Command done(String as) {
            return new Command(key, name, product, body, as, seen);
        }

        public boolean isDone() {
            return !reference.isEmpty();
        }
    }

    /** What became of a product: how often it was opened, changed and closed. */
    public record Product(int opened, int changed, int closed) {

        public boolean isOpen() {
            return opened > closed;
        }
    }

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Map<String, Product> products = new TreeMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private final List<Long> calls = new ArrayList<>();

    /** Notes a call at a reading of the machine's steady clock in nanoseconds. */
    synchronized void called(long nanos) {
        calls.add(nanos);
    }

    /** Notes that a command came; one that comes under the key of another is a contradiction. */
    synchronized void came(Command command) {
        @Nullable Command known = commands.get(command.key());
        if (known != null && !known.body().equals(command.body())) {
            contradictions.add(command.key() + " came with two bodies");
        }
        commands.put(command.key(), known == null ? command : known.again());
    }

    /** Does what came under the key, unless it is done. */
    synchronized Saying settle(String key) {
        Command command = commands.get(key);
        if (command == null) {
            return new Saying.Refused("never came");
        }
        if (command.isDone()) {
            return new Saying.Done(command.reference(), true);
        }
        Product before = products.getOrDefault(command.product(), new Product(0, 0, 0));
        String unfit = unfit(command, before);
        if (!unfit.isEmpty()) {
            contradictions.add(key + " " + unfit);
            return new Saying.Refused(unfit);
        }
        products.put(command.product(), after(command, before));
        Command done = command.done("B%06d".formatted(commands.size()));
        commands.put(key, done);
        return new Saying.Done(done.reference(), false);
    }

    private static String unfit(Command command, Product before) {
        return switch (command.name()) {
            case "OPEN" -> before.isOpen() ? "is open already" : "";
            case "CHANGE", "CHANGE_BACK", "CLOSE" -> before.isOpen() ? "" : "is not open";
            default -> "is no command";
        };
    }

    private static Product after(Command command, Product before) {
        return switch (command.name()) {
            case "OPEN" -> new Product(before.opened() + 1, before.changed(), before.closed());
            case "CLOSE" -> new Product(before.opened(), before.changed(), before.closed() + 1);
            default -> new Product(before.opened(), before.changed() + 1, before.closed());
        };
    }

    /** Every command that came, in the order in which each came first. */
    public synchronized List<Command> commands() {
        return List.copyOf(commands.values());
    }

    /** By the key that its caller knows each by. */
    public synchronized Map<String, Product> products() {
        return Map.copyOf(products);
    }

    public synchronized List<String> contradictions() {
        return List.copyOf(contradictions);
    }

    public synchronized int calls() {
        return calls.size();
    }

    /** The most calls that came within any span of this length, wherever it begins. */
    public synchronized int mostWithin(Duration span) {
        int most = 0;
        int first = 0;
        for (int last = 0; last < calls.size(); last++) {
            while (calls.get(last) - calls.get(first) >= span.toNanos()) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    /** In a few lines, as a person reads it. */
    public synchronized String summary() {
        long done = commands.values().stream().filter(Command::isDone).count();
        int again = commands.values().stream().mapToInt(Command::seen).sum() - commands.size();
        long open = products.values().stream().filter(Product::isOpen).count();
        return "BOSS        %d calls, at most %d in one second; %d commands, %d done, %d times told again%n            %d products open, %d closed; %d contradictions%n"
                .formatted(
                        calls.size(),
                        mostWithin(Duration.ofSeconds(1)),
                        commands.size(),
                        done,
                        again,
                        open,
                        products.size() - open,
                        contradictions.size());
    }
}
