package org.omnihall.hall.access.network;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.omnihall.hall.access.network.NetworkAccount.Method;
import org.omnihall.hall.access.network.NetworkAccount.SecretForm;
import org.omnihall.hall.access.network.NetworkAccount.Standing;
import org.omnihall.octets.Octets;

/**
 * An account as one row of octets, a hundred and a half of them where the same as objects takes twice as much. The profile is named by its id, for
 * profiles change by themselves; the secret stays sealed.
 */
final class AccountRow {

    private static final long FOR_EVER = Long.MIN_VALUE;
    private static final int FIXED = 3 * Long.BYTES + 3;
    private static final int PAP = 1;
    private static final int CHAP = 2;
    private static final int MS_CHAP_V2 = 4;
    private static final int TLS = 8;

    /** By their bits. */
    private static final List<Set<Method>> SETS =
            IntStream.range(0, 2 * TLS).mapToObj(AccountRow::methods).toList();

    private final byte[] octets;

    private AccountRow(byte[] octets) {
        this.octets = octets;
    }

    static AccountRow of(NetworkAccount account) {
        byte[] name = account.name().getBytes(StandardCharsets.UTF_8);
        byte[] area = account.areaPath().getBytes(StandardCharsets.UTF_8);
        ByteBuffer row = ByteBuffer.allocate(2 * Short.BYTES
                + name.length
                + area.length
                + FIXED
                + account.sealedSecret().length());
        row.putShort((short) name.length).put(name);
        row.putShort((short) area.length).put(area);
        row.putLong(account.id());
        row.putLong(account.profile().id());
        row.putLong(account.validUntil()
                .map(until -> ChronoUnit.MICROS.between(Instant.EPOCH, until))
                .orElse(FOR_EVER));
        row.put((byte) account.methods().stream().mapToInt(AccountRow::bit).sum());
        row.put((byte) (account.standing() == Standing.ACTIVE ? 1 : 0));
        row.put((byte) account.form().letter());
        account.sealedSecret().writeTo(row);
        return new AccountRow(row.array());
    }

    /** Whether it is the row of this name, given in UTF-8. */
    boolean isOf(byte[] name) {
        return ByteBuffer.wrap(octets).getShort() == name.length
                && Arrays.equals(octets, Short.BYTES, Short.BYTES + name.length, name, 0, name.length);
    }

    /** The account; nothing where its profile is not known yet. */
    Optional<NetworkAccount> account(LongFunction<Optional<AccessProfile>> profiles) {
        ByteBuffer row = ByteBuffer.wrap(octets);
        String name = text(row);
        String area = text(row);
        long id = row.getLong();
        Optional<AccessProfile> profile = profiles.apply(row.getLong());
        long until = row.getLong();
        int methods = row.get();
        Standing standing = row.get() == 1 ? Standing.ACTIVE : Standing.SUSPENDED;
        SecretForm form = SecretForm.ofLetter((char) row.get());
        Octets secret = Octets.take(row, row.remaining());
        return profile.map(known -> new NetworkAccount(
                id,
                name,
                area,
                SETS.get(methods),
                known,
                until == FOR_EVER ? Optional.empty() : Optional.of(Instant.EPOCH.plus(until, ChronoUnit.MICROS)),
                standing,
                form,
                secret));
    }

    private static String text(ByteBuffer row) {
        byte[] text = new byte[row.getShort()];
        row.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static int bit(Method method) {
        return switch (method) {
            case PAP -> PAP;
            case CHAP -> CHAP;
            case MS_CHAP_V2 -> MS_CHAP_V2;
            case TLS -> TLS;
        };
    }

    private static Set<Method> methods(int bits) {
        EnumSet<Method> methods = EnumSet.allOf(Method.class);
        methods.removeIf(method -> (bit(method) & bits) == 0);
        return Set.copyOf(methods);
    }
}
