package org.omnihall.bench.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.bench.demo.SystemHall.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.omnihall.hall.access.aaa.RadiusListeners;
import org.omnihall.hall.access.network.ControllerRegistry;
import org.omnihall.hall.access.network.Draft;
import org.omnihall.hall.database.Durability;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Code;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.transport.RadiusClient;
import org.omnihall.radius.transport.Retransmission;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an acknowledgement is worth when the power goes (access rule 24). */
@ExtendWith(SystemHall.class)
class DurabilitySystemTest {

    private static final int GROUPS = 40;
    private static final byte[] SOURCE = {127, 0, 0, 61};
    private static final String SECRET = "only-for-this-test";

    @Test
    void readsBackThatNothingAcknowledgedCanBeLost(RunningHall hall) {
        assertThat(Durability.of(hall.bean(JdbcClient.class))).isEqualTo(new Durability(true, true, true, true));
    }

    @Test
    void flushesTheDatabasesLogAtLeastOnceForEachGroupItAcknowledges(RunningHall hall) throws UnknownHostException {
        InetAddress source = InetAddress.getByAddress(SOURCE);
        hall.bean(ControllerRegistry.class)
                .add(Draft.of("name", "flushes", "addresses", source.getHostAddress(), "radiusSecret", SECRET), "test");
        InetSocketAddress server = hall.bean(RadiusListeners.class).accounting().getFirst();
        JdbcClient db = hall.bean(JdbcClient.class);
        long before = flushes(db);

        try (RadiusClient client = new RadiusClient(source)) {
            for (int i = 0; i < GROUPS; i++) { // each waits for the last, so each is a group of its own
                Packet start = Packet.request(Code.ACCOUNTING_REQUEST)
                        .integer(AttributeTypes.ACCT_STATUS_TYPE, 1)
                        .text(AttributeTypes.ACCT_SESSION_ID, UUID.randomUUID().toString())
                        .text(AttributeTypes.USER_NAME, "flushes")
                        .build();
                Packet answer = client.send(start, server, SharedSecret.of(SECRET), Retransmission.USUAL)
                        .join();
                assertThat(answer.code()).isEqualTo(Code.ACCOUNTING_RESPONSE);
            }
        }

        await(GROUPS + " fdatasyncs of the log, as PostgreSQL counts them", () -> flushes(db) - before >= GROUPS);
    }

    /** Told by each server process with a delay of up to ten seconds. */
    private static long flushes(JdbcClient db) {
        return db.sql("select coalesce(sum(fsyncs), 0)::bigint from pg_stat_io where object = 'wal'")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
