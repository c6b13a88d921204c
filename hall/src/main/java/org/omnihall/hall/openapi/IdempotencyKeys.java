package org.omnihall.hall.openapi;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.omnihall.hall.database.Times;
import org.omnihall.octets.Octets;
import org.omnihall.tmf.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Makes a creation that is sent twice happen once: the second request with the same key of the same client gets the first one's answer. The key
 * is written in the creation's own transaction, so that a request at the same time waits for the first and then finds its answer.
 */
@Component
class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    /** So long an answer is remembered. */
    static final Duration MEMORY = Duration.ofDays(7);

    private static final int LONGEST_KEY = 128;

    private final JdbcClient db;
    private final Clock clock;

    IdempotencyKeys(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What a creation came to.
     *
     * @param repeated whether it is the answer to an earlier request
     */
    record Made(String location, String body, boolean repeated) {

        ServerResponse toAnswer() {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("Location", location);
            if (repeated) {
                headers.put("Idempotency-Replayed", "true");
            }
            return Answers.text(201, headers, body);
        }
    }

    /**
     * Does it, or gives what came of it before. Needs a transaction.
     *
     * @throws Problem {@code KEY_USED} where the key came with another request
     */
    Made once(ApiClient client, String key, String request, Supplier<Made> creation) {
        if (key.isBlank() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > 0x1f && c < 0x7f)) {
            throw new Problem(Problem.Code.INVALID_QUERY, HEADER + " is 1 to " + LONGEST_KEY + " printable characters");
        }
        Octets digest = Octets.ofText(request).sha256();
        boolean first = db.sql("""
                        insert into openapi.idempotency_key (client, key, request, at) values (:client, :key, :request, :at)
                        on conflict do nothing""")
                        .param("client", client.name())
                        .param("key", key)
                        .param("request", digest.toBytes())
                        .param("at", Times.at(clock.instant()))
                        .update()
                == 1;
        return first ? remembered(client, key, creation.get()) : earlier(client, key, digest);
    }

    private Made remembered(ApiClient client, String key, Made made) {
        db.sql("update openapi.idempotency_key set location = ?, body = ? where client = ? and key = ?")
                .params(made.location(), made.body(), client.name(), key)
                .update();
        return made;
    }

    private Made earlier(ApiClient client, String key, Octets digest) {
        record Known(Octets request, Made made) {}
        Known known = db.sql("select request, location, body from openapi.idempotency_key where client = ? and key = ?")
                .params(client.name(), key)
                .query((row, number) -> new Known(
                        Octets.of(row.getBytes("request")),
                        new Made(row.getString("location"), row.getString("body"), true)))
                .single();
        if (!known.request().equals(digest)) {
            throw new Problem(Problem.Code.KEY_USED, "The key was sent with another request before");
        }
        return known.made();
    }
}
