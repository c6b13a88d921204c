package org.omnihall.hall.access.network;

import java.util.Locale;
import java.util.Optional;

/** How one controller writes user names (access rule 11). Its text form, in the table and in commands: {@code none}, {@code strip}, {@code append:DOMAIN}. */
public sealed interface DomainRule {

    /** Names travel as they are. */
    record None() implements DomainRule {}

    /** Whatever follows the last @ is no part of the name. */
    record Strip() implements DomainRule {}

    /** The controller wants {@code name@domain} and sends it so. */
    record Append(String domain) implements DomainRule {}

    /** The name as this controller wants to be given it. */
    default String toController(String name) {
        return switch (this) {
            case None none -> name;
            case Strip strip -> name;
            case Append append -> name + "@" + append.domain();
        };
    }

    /** The bare name in what this controller sent. */
    default String toName(String sent) {
        int at = sent.lastIndexOf('@');
        return switch (this) {
            case None none -> sent;
            case Strip strip -> at < 0 ? sent : sent.substring(0, at);
            case Append append ->
                at >= 0 && sent.substring(at + 1).equalsIgnoreCase(append.domain()) ? sent.substring(0, at) : sent;
        };
    }

    /** Whether what stands behind the @ is this controller's own domain, and no realm of others. */
    default boolean isOwn(String domain) {
        return this instanceof Append append && append.domain().equalsIgnoreCase(domain);
    }

    /** How this controller would have to write a name of which nothing may get lost, such as one with the realm of another operator. */
    default String keeping(String name) {
        return switch (this) {
            case None none -> name;
            case Strip strip -> name + "@";
            case Append append -> name;
        };
    }

    default String text() {
        return switch (this) {
            case None none -> "none";
            case Strip strip -> "strip";
            case Append append -> "append:" + append.domain();
        };
    }

    static Optional<DomainRule> parse(String text) {
        String rule = text.strip().toLowerCase(Locale.ROOT);
        if (rule.isEmpty() || rule.equals("none")) {
            return Optional.of(new None());
        }
        if (rule.equals("strip")) {
            return Optional.of(new Strip());
        }
        return rule.matches("append:[a-z0-9][a-z0-9._-]{0,62}")
                ? Optional.of(new Append(rule.substring("append:".length())))
                : Optional.empty();
    }
}
