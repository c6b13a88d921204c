package org.omnihall.hall.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.omnihall.hall.Swiftly;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.Some;
import org.omnihall.hall.vault.MasterKeys;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.omnihall.radius.MalformedPacket;
import org.omnihall.radius.Packet;

/** Any octets at all as Class, as an Accounting-Request and as what journal and inbox keep of them; a search with the environment's JAZZER_FUZZ=1. */
class SessionFuzzTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private static final AccessController CONTROLLER = Some.controller(1, "10.0.0.1");

    private static final int LONGEST = 4_096;

    @TempDir
    static Path folder;

    private static SessionClass classes;

    @BeforeAll
    static void keys() throws IOException {
        classes = new SessionClass(new Vault(MasterKeys.openOrCreate(folder.resolve("keys"))));
    }

    @FuzzTest(maxDuration = "10m")
    void throwsNothingElse(byte[] octets) {
        Swiftly.read(() -> {
            assertThat(classes.read(Octets.of(octets)))
                    .as("nobody knows our key")
                    .isEmpty();
            CalledStation.parse(new String(octets, StandardCharsets.UTF_8));
            kept(Octets.of(octets));
            waiting(Octets.of(octets));
            sent(octets);
        });
    }

    private static void kept(Octets octets) {
        try {
            AccountingRequest request = AccountingCodec.decode(octets);
            if (octets.length() <= LONGEST) { // what a packet can hold
                AccountingRequest ours = AccountingCodec.decode(AccountingCodec.encode(request));
                assertThat(AccountingCodec.decode(AccountingCodec.encode(ours))).isEqualTo(ours);
            }
        } catch (UnreadableAccounting expected) {
            assertThat(expected.getStackTrace()).isEmpty();
        }
    }

    private static void waiting(Octets octets) {
        try {
            assertThat(AccountingCodec.join(AccountingCodec.parts(octets))).isEqualTo(octets);
            List<AccountingRequest> group = AccountingCodec.decodeAll(octets);
            if (octets.length() <= LONGEST) {
                List<AccountingRequest> ours = AccountingCodec.decodeAll(AccountingCodec.encodeAll(group));
                assertThat(AccountingCodec.decodeAll(AccountingCodec.encodeAll(ours)))
                        .isEqualTo(ours);
            }
        } catch (UnreadableAccounting expected) {
            assertThat(expected.getStackTrace()).isEmpty();
        }
    }

    private static void sent(byte[] octets) {
        try {
            AccountingRequest request =
                    AccountingRequest.read(Packet.decode(ByteBuffer.wrap(octets)), CONTROLLER, NOON, classes);
            assertThat(AccountingCodec.decode(AccountingCodec.encode(request))).isEqualTo(request);
        } catch (MalformedPacket expected) {
            assertThat(expected.getStackTrace()).isEmpty();
        }
    }
}
