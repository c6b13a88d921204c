package org.omnihall.hall.access.code;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.omnihall.hall.database.Times;
import org.omnihall.hall.vault.NotOurSeal;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Pictures of four digits that people read and programs find hard, asked for near a limit. Needs neither JavaScript nor a store: the page
 * carries the answer sealed for its attempt, and each picture can be answered once (rule 5).
 */
@Component
public class Pictures {

    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final String PURPOSE = "access.picture";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{40,120}");
    private static final String DIGITS = "23456789";
    private static final int LENGTH = 4;

    private record Asked(String answer, Instant until) {}

    private final JdbcClient db;
    private final Vault vault;

    Pictures(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** A new picture's name, which goes into the page. */
    public String ask(UUID attempt, Instant now) {
        StringBuilder answer = new StringBuilder(LENGTH);
        for (byte drawn : vault.random(LENGTH).toBytes()) {
            answer.append(DIGITS.charAt(drawn & 7));
        }
        String plain = answer + "|" + now.plus(LIFE).toEpochMilli();
        Octets sealed = vault.seal(PURPOSE, Octets.ofText(plain), Octets.ofText(attempt.toString()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.toBytes());
    }

    /** The picture as PNG; the same name always gives the same picture, so that averaging many of them tells nothing. */
    public Optional<Octets> draw(UUID attempt, String name) {
        return read(attempt, name).map(asked -> Drawing.png(asked.answer(), seed(name)));
    }

    /** Whether the picture was read rightly, in time and for the first time. */
    public boolean solved(UUID attempt, String name, String typed, Instant now) {
        Optional<Asked> asked = read(attempt, name).filter(known -> now.isBefore(known.until()));
        if (asked.isEmpty() || !first(name, asked.get().until())) {
            return false;
        }
        return Octets.ofText(asked.get().answer()).equalsInConstantTime(Octets.ofText(typed.strip()));
    }

    int purge(Instant now) {
        return db.sql("delete from access.picture_used where expires_at < ?")
                .param(Times.at(now))
                .update();
    }

    private boolean first(String name, Instant until) {
        byte[] nonce = vault.mac(PURPOSE, Octets.ofText(name)).slice(0, 16).toBytes();
        return db.sql("insert into access.picture_used (nonce, expires_at) values (?, ?) on conflict do nothing")
                        .params(nonce, Times.at(until))
                        .update()
                == 1;
    }

    private Optional<Asked> read(UUID attempt, String name) {
        if (!FORM.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            Octets sealed = Octets.of(Base64.getUrlDecoder().decode(name.getBytes(StandardCharsets.US_ASCII)));
            String[] parts = vault.open(PURPOSE, sealed, Octets.ofText(attempt.toString()))
                    .toText()
                    .split("\\|", 2);
            return Optional.of(new Asked(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1]))));
        } catch (IllegalArgumentException | NotOurSeal forged) {
            return Optional.empty();
        }
    }

    private long seed(String name) {
        return vault.mac(PURPOSE, Octets.ofText("seed|" + name)).toLong();
    }
}
