package org.omnihall.hall.access.aaa;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One reason to refuse. Rules are pure and are asked in order; the first refusal wins. Who does not know the password learns nothing more. */
record Rule(Refusal refusal, Predicate<Facts> refusesWhen) {

    static final List<Rule> ALL = List.of(
            new Rule(Refusal.NOT_OUR_SUBSCRIBER, f -> !f.known()),
            new Rule(Refusal.METHOD_NOT_ALLOWED, f -> !f.methodAllowed()),
            new Rule(Refusal.BAD_PASSWORD, f -> !f.proved()),
            new Rule(Refusal.MISMATCH, f -> !f.sameDevice()),
            new Rule(Refusal.TOKEN_SPENT, f -> !f.tokenFresh()),
            new Rule(Refusal.SUSPENDED, f -> !f.active()),
            new Rule(Refusal.EXPIRED, f -> !f.valid()),
            new Rule(Refusal.OUT_OF_HOURS, f -> !f.inHours()),
            new Rule(Refusal.USED_UP, f -> !f.left()),
            new Rule(Refusal.TOO_MANY_DEVICES, f -> !f.room()));

    static Optional<Refusal> judge(Facts facts) {
        for (Rule rule : ALL) {
            if (rule.refusesWhen().test(facts)) {
                return Optional.of(rule.refusal());
            }
        }
        return Optional.empty();
    }
}
