package org.omnihall.hall.ordering;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.omnihall.hall.catalogue.Characteristic;
import org.omnihall.hall.catalogue.Completion;
import org.omnihall.hall.catalogue.ProductOffering;
import org.omnihall.hall.ordering.Placement.Refused;
import org.omnihall.hall.party.BillingAccount;
import org.omnihall.hall.party.UserLogin;

/** Whether an order may be placed: all reasons against it, in the order in which they are asked. Pure. */
final class PlacingRules {

    static final int MOST_ITEMS = 50;

    /**
     * What is known when an order comes.
     *
     * @param user the login that orders; nothing where staff do
     * @param account the one that was named, or the buyer's first active one
     * @param channelKnown whether the registry has the channel
     */
    record Facts(
            Placing placing,
            boolean buyerKnown,
            Optional<UserLogin> user,
            Optional<BillingAccount> account,
            boolean channelKnown,
            List<Line> lines) {}

    /**
     * A wish with what is known about it.
     *
     * @param offered whether the buyer can order or try the offering now
     * @param completion whether the channel may complete its business; nothing where the offering is unknown
     * @param product what it is about, where that is the buyer's
     * @param busy whether another order about the product is under way
     */
    record Line(
            Wish wish,
            Optional<ProductOffering> offering,
            boolean offered,
            Optional<Completion> completion,
            Optional<Product> product,
            boolean busy,
            boolean tried) {}

    private PlacingRules() {}

    /** The first reason against the order; nothing where it may be placed. */
    static Optional<Refused> refuses(Facts facts) {
        return whole(facts)
                .map(reason -> new Refused(reason, ""))
                .or(() -> facts.lines().stream()
                        .flatMap(line -> refuses(line).stream())
                        .findFirst())
                .or(() -> twice(facts.placing().wishes()));
    }

    /** The first reason against a cart: it may be unfinished, and what its channel may not complete another one may. */
    static Optional<Refused> refusesCart(Facts facts) {
        if (facts.placing().wishes().size() > MOST_ITEMS) {
            return Optional.of(new Refused(Refusal.TOO_MANY_ITEMS, ""));
        }
        if (!facts.channelKnown() || !facts.buyerKnown()) {
            return Optional.of(new Refused(facts.channelKnown() ? Refusal.BUYER_UNKNOWN : Refusal.CHANNEL_UNKNOWN, ""));
        }
        return role(facts)
                .or(() -> account(facts))
                .map(reason -> new Refused(reason, ""))
                .or(() -> facts.lines().stream()
                        .flatMap(line -> unfinished(line).stream())
                        .findFirst());
    }

    private static Optional<Refused> unfinished(Line line) {
        return line.offering().isEmpty()
                ? Optional.of(new Refused(Refusal.OFFERING_UNKNOWN, line.wish().offering()))
                : trial(line.wish())
                        .or(() -> product(line))
                        .or(() -> quantity(line.wish(), line.offering().get()))
                        .map(reason -> new Refused(reason, line.wish().offering()));
    }

    private static Optional<Refusal> whole(Facts facts) {
        List<Wish> wishes = facts.placing().wishes();
        if (wishes.isEmpty()) {
            return Optional.of(Refusal.NO_ITEMS);
        }
        if (wishes.size() > MOST_ITEMS) {
            return Optional.of(Refusal.TOO_MANY_ITEMS);
        }
        if (!facts.channelKnown()) {
            return Optional.of(Refusal.CHANNEL_UNKNOWN);
        }
        if (!facts.buyerKnown()) {
            return Optional.of(Refusal.BUYER_UNKNOWN);
        }
        long ends = wishes.stream()
                .filter(wish -> wish.action() == ItemAction.TERMINATE)
                .count();
        if (ends > 0 && ends < wishes.size()) {
            return Optional.of(Refusal.MIXED);
        }
        return role(facts).or(() -> account(facts));
    }

    private static Optional<Refusal> role(Facts facts) {
        boolean may = switch (facts.placing().buyer()) {
            case Buyer.Person person -> true;
            case Buyer.Firm firm ->
                firm.user().isEmpty()
                        || facts.user()
                                .filter(user -> Roles.holds(user, firm, UserLogin.Role.BUYER, UserLogin.Role.ADMIN))
                                .isPresent();
        };
        return may ? Optional.empty() : Optional.of(Refusal.ROLE_MISSING);
    }

    private static Optional<Refusal> account(Facts facts) {
        if (facts.placing().account().isPresent() && facts.account().isEmpty()) {
            return Optional.of(Refusal.ACCOUNT_UNKNOWN);
        }
        boolean closed = facts.account()
                .filter(one -> one.state() != BillingAccount.State.ACTIVE)
                .isPresent();
        return closed ? Optional.of(Refusal.ACCOUNT_NOT_ACTIVE) : Optional.empty();
    }

    private static Optional<Refused> refuses(Line line) {
        return reason(line)
                .map(reason -> new Refused(reason, line.wish().offering()))
                .or(() -> answers(line).map(detail -> new Refused(Refusal.ANSWER_WRONG, detail)));
    }

    private static Optional<Refusal> reason(Line line) {
        if (line.offering().isEmpty() || line.completion().isEmpty()) {
            return Optional.of(Refusal.OFFERING_UNKNOWN);
        }
        return channel(line.completion().get())
                .or(() -> trial(line.wish()))
                .or(() -> product(line))
                .or(() -> offer(line))
                .or(() -> quantity(line.wish(), line.offering().get()));
    }

    private static Optional<Refusal> channel(Completion completion) {
        return switch (completion) {
            case Completion.Allowed allowed -> Optional.empty();
            case Completion.Refused refused ->
                Optional.of(
                        switch (refused.reason()) {
                            case TYPE_NOT_HERE -> Refusal.NOT_ON_THIS_CHANNEL;
                            case SENSITIVE_OUTSIDE_OWN_STORE -> Refusal.SENSITIVE_OUTSIDE_OWN_STORE;
                            case CHANNEL_NOT_OPEN -> Refusal.CHANNEL_NOT_OPEN;
                        });
        };
    }

    /** Only what is new can be tried. */
    private static Optional<Refusal> trial(Wish wish) {
        return wish.trial() && wish.action() != ItemAction.ADD
                ? Optional.of(Refusal.NOT_TO_BE_TRIED)
                : Optional.empty();
    }

    private static Optional<Refusal> product(Line line) {
        if (line.wish().action() == ItemAction.ADD) {
            return line.wish().product().map(named -> Refusal.PRODUCT_UNKNOWN);
        }
        Optional<Product> product =
                line.product().filter(one -> one.offering().equals(line.wish().offering()));
        if (product.isEmpty()) {
            return Optional.of(Refusal.PRODUCT_UNKNOWN);
        }
        if (product.get().state() == ProductState.TERMINATED) {
            return Optional.of(Refusal.PRODUCT_NOT_ACTIVE);
        }
        return line.busy() ? Optional.of(Refusal.PRODUCT_IN_ORDER) : Optional.empty();
    }

    private static Optional<Refusal> offer(Line line) {
        if (line.wish().action() == ItemAction.TERMINATE) {
            return Optional.empty();
        }
        if (!line.offered()) {
            return Optional.of(line.wish().trial() ? Refusal.NOT_TO_BE_TRIED : Refusal.NOT_SELLABLE);
        }
        return line.tried() ? Optional.of(Refusal.TRIED_BEFORE) : Optional.empty();
    }

    private static Optional<Refusal> quantity(Wish wish, ProductOffering offering) {
        boolean inside = wish.action() == ItemAction.TERMINATE
                ? wish.quantity() >= 1
                : wish.quantity() >= offering.least() && wish.quantity() <= offering.most();
        return inside ? Optional.empty() : Optional.of(Refusal.QUANTITY_OUTSIDE);
    }

    /** A product is in one order once, and an offering is tried once, within one order too. */
    private static Optional<Refused> twice(List<Wish> wishes) {
        Set<Long> products = new HashSet<>();
        Set<String> trials = new HashSet<>();
        for (Wish wish : wishes) {
            if (wish.product().filter(product -> !products.add(product)).isPresent()) {
                return Optional.of(new Refused(Refusal.PRODUCT_IN_ORDER, wish.offering()));
            }
            if (wish.trial() && !trials.add(wish.offering())) {
                return Optional.of(new Refused(Refusal.TRIED_BEFORE, wish.offering()));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> answers(Line line) {
        if (line.wish().action() == ItemAction.TERMINATE) {
            return Optional.empty();
        }
        Map<String, Characteristic.Fault> faults =
                line.offering().orElseThrow().faults(line.wish().answers());
        return Optional.of(faults.entrySet().stream()
                        .map(fault -> fault.getKey() + " " + fault.getValue())
                        .collect(Collectors.joining(", ")))
                .filter(text -> !text.isEmpty());
    }
}
