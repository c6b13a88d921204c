package org.omnihall.hall.access.attempt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.omnihall.hall.vault.MasterKeys;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Attempts, phones and moments for tests. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    public static final MacAddress PHONE = MacAddress.parse("08:ee:21:a2:59:97").orElseThrow();
    public static final InetAddress ADDRESS = InetAddress.ofLiteral("10.1.0.100");
    public static final Octets LI = Octets.ofHex("00112233445566778899aabbccddeeff");
    public static final Octets WANG = Octets.ofHex("ffeeddccbbaa99887766554433221100");
    public static final SlotTimes SLOT = new SlotTimes(Duration.ofSeconds(10), Duration.ofSeconds(120));

    private Samples() {}

    /** A fresh attempt of the phone at controller 7, good for 15 minutes. */
    public static Attempt attempt(State state) {
        return new Attempt(
                UUID.randomUUID(),
                7,
                new Attempt.Spot("/zj/hz/", Optional.of(3L), "CMCC-CITY", "city", Optional.empty()),
                new Attempt.Device(Optional.of(PHONE), ADDRESS, ADDRESS),
                Optional.empty(),
                Language.ZH,
                PhoneKind.IOS,
                state,
                Optional.empty(),
                false,
                NOON,
                NOON.plus(Duration.ofMinutes(15)));
    }

    /** A vault with keys of its own. */
    public static Vault vault() {
        try {
            Path directory = Files.createTempDirectory("vault-");
            Path file = directory.resolve("vault.keys");
            MasterKeys keys = MasterKeys.openOrCreate(file);
            Files.delete(file);
            Files.delete(directory);
            return new Vault(keys);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Attempts attempts(DataSource database, Vault vault) {
        return new Attempts(JdbcClient.create(database), vault);
    }

    public static TransactionOperations transactions(DataSource database) {
        return new TransactionTemplate(new JdbcTransactionManager(database));
    }
}
