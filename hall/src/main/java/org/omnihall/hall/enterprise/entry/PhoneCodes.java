package org.omnihall.hall.enterprise.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.enterprise.EnterpriseSettings;
import org.omnihall.hall.messaging.Messages;
import org.omnihall.hall.messaging.Outgoing;
import org.omnihall.hall.messaging.Purpose;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes of six digits by SMS that prove a phone, each for one errand and one number. While a code lives, asking again sends the same digits
 * with the same end and the same tries used. At rest the digits are sealed; what is typed is compared in constant time.
 */
@Component
class PhoneCodes {

    private static final String PURPOSE = "enterprise.code";
    private static final int DIGITS = 6;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private record Row(Octets sealed, int tries, Instant sentAt, Instant expiresAt, boolean used) {

        boolean lives(Instant now) {
            return !used && now.isBefore(expiresAt);
        }
    }

    private final JdbcClient db;
    private final PhoneLimits limits;
    private final Vault vault;
    private final Messages messages;
    private final EnterpriseSettings.Codes rules;
    private final Clock clock;

    PhoneCodes(
            JdbcClient db,
            PhoneLimits limits,
            Vault vault,
            Messages messages,
            EnterpriseSettings settings,
            Clock clock) {
        this.db = db;
        this.limits = limits;
        this.vault = vault;
        this.messages = messages;
        this.rules = settings.code();
        this.clock = clock;
    }

    /** Sends a code, where one may be sent now. */
    @Transactional
    Sent send(Errand errand, Locale language) {
        Instant now = now();
        Optional<Row> before = locked(errand);
        if (before.filter(code -> now.isBefore(code.sentAt().plus(rules.coolDown())))
                .isPresent()) {
            return Sent.COOLING_DOWN;
        }
        if (before.filter(code -> code.lives(now) && code.tries() >= rules.tries())
                .isPresent()) {
            return Sent.SPENT;
        }
        if (!limits.take(asking(errand), now)) {
            return Sent.TOO_MANY;
        }
        Optional<Row> living = before.filter(code -> code.lives(now));
        String digits = living.map(code -> open(errand, code.sealed())).orElseGet(() -> vault.digits(DIGITS));
        Instant expires = living.map(Row::expiresAt).orElse(now.plus(rules.life()));
        put(errand, digits, new Row(Octets.EMPTY, living.map(Row::tries).orElse(0), now, expires, false));
        messages.send(new Outgoing(
                Purpose.CODE,
                errand.phone(),
                "enterprise.code",
                Map.of("code", digits, "minutes", Long.toString(rules.life().toMinutes())),
                language,
                expires,
                errand.journey(),
                errand.areaPath()));
        return Sent.SENT;
    }

    /** What the typed digits are worth; every wrong one costs a try and counts against the number's day. A right one works once. */
    @Transactional
    Guess guess(Errand errand, String typed) {
        Instant now = now();
        CodeLimit day = new CodeLimit(CodeLimit.Kind.WRONG_DAY, key(errand), rules.wrongPerDay(), DAY);
        if (!limits.take(List.of(day), now)) {
            return Guess.TRIES_SPENT;
        }
        Guess guess = compare(errand, typed, now);
        if (guess != Guess.WRONG) {
            limits.giveBack(day, now);
        }
        return guess;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    void purge() {
        Instant now = now();
        db.sql("delete from enterprise.phone_code where expires_at < ?")
                .param(Times.at(now.minus(DAY)))
                .update();
        limits.purge(now);
    }

    private Guess compare(Errand errand, String typed, Instant now) {
        Optional<Row> code = locked(errand).filter(row -> row.lives(now));
        if (code.isEmpty()) {
            return Guess.EXPIRED;
        }
        if (code.get().tries() >= rules.tries()) {
            return Guess.TRIES_SPENT;
        }
        boolean right = Octets.ofText(open(errand, code.get().sealed())).equalsInConstantTime(Octets.ofText(typed));
        db.sql(
                        "update enterprise.phone_code set tries = tries + 1, used_at = :used where errand = :errand and number_key = :key")
                .param("used", Times.at(right ? Optional.of(now) : Optional.empty()))
                .param("errand", errand.journey())
                .param("key", key(errand).toBytes())
                .update();
        return right ? Guess.RIGHT : Guess.WRONG;
    }

    private List<CodeLimit> asking(Errand errand) {
        Octets number = key(errand);
        Octets address = vault.mac(PURPOSE, Octets.ofText("from " + errand.address()));
        return List.of(
                new CodeLimit(CodeLimit.Kind.NUMBER_HOUR, number, rules.numberPerHour(), HOUR),
                new CodeLimit(CodeLimit.Kind.NUMBER_DAY, number, rules.numberPerDay(), DAY),
                new CodeLimit(CodeLimit.Kind.ADDRESS_HOUR, address, rules.addressPerHour(), HOUR),
                new CodeLimit(
                        CodeLimit.Kind.EVERYONE_MINUTE,
                        Octets.ofText("all"),
                        rules.perMinute(),
                        Duration.ofMinutes(1)));
    }

    private void put(Errand errand, String digits, Row row) {
        db.sql("""
                        insert into enterprise.phone_code (errand, number_key, sealed, tries, sent_at, expires_at)
                        values (:errand, :key, :sealed, :tries, :sent, :expires)
                        on conflict (errand, number_key) do update set sealed = excluded.sealed, tries = excluded.tries,
                            sent_at = excluded.sent_at, expires_at = excluded.expires_at, used_at = null""")
                .param("errand", errand.journey())
                .param("key", key(errand).toBytes())
                .param(
                        "sealed",
                        vault.seal(PURPOSE, Octets.ofText(digits), context(errand))
                                .toBytes())
                .param("tries", row.tries())
                .param("sent", Times.at(row.sentAt()))
                .param("expires", Times.at(row.expiresAt()))
                .update();
    }

    private Optional<Row> locked(Errand errand) {
        return db.sql("select * from enterprise.phone_code where errand = ? and number_key = ? for update")
                .params(errand.journey(), key(errand).toBytes())
                .query((row, number) -> new Row(
                        Octets.of(row.getBytes("sealed")),
                        row.getInt("tries"),
                        Times.in(row, "sent_at"),
                        Times.in(row, "expires_at"),
                        Times.maybeIn(row, "used_at").isPresent()))
                .optional();
    }

    private Octets key(Errand errand) {
        return vault.mac(PURPOSE, Octets.ofText("number " + errand.phone().digits()));
    }

    private String open(Errand errand, Octets sealed) {
        return vault.open(PURPOSE, sealed, context(errand)).toText();
    }

    private Octets context(Errand errand) {
        return Octets.ofText(errand.journey().toString()).plus(key(errand));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
