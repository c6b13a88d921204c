package org.omnihall.hall.access.session;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.omnihall.hall.access.limit.Limit;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.hall.access.network.DevicePolicy;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/**
 * The Class attribute of every Accept (access-rules.md rule 11): a handle under our signature that joins page, token and accounting. Version (1
 * octet), the journey (16), the MAC (6, zero for none), in version 2 what was granted, the first 10 octets of the vault's MAC over all that; 121
 * octets at most. Nodes of version 0.1 gave version 1, which may still come back.
 */
@Component
public class SessionClass {

    private static final String PURPOSE = "access.class";
    private static final int BODY = 23;
    private static final int PROOF = 10;
    private static final byte WITHOUT_GRANT = 1;
    private static final byte WITH_GRANT = 2;
    private static final int LONGEST = 121;
    private static final int MOST_SSID = 56;
    private static final long NONE = -1;

    private final Vault vault;

    SessionClass(Vault vault) {
        this.vault = vault;
    }

    /** What a Class of ours says. */
    public record Handle(UUID journey, Optional<MacAddress> mac, Optional<Grant> grant) {}

    /** The octets for an Accept. */
    public Octets of(Handle handle) {
        ByteBuffer body = ByteBuffer.allocate(LONGEST);
        body.put(handle.grant().isPresent() ? WITH_GRANT : WITHOUT_GRANT);
        body.putLong(handle.journey().getMostSignificantBits())
                .putLong(handle.journey().getLeastSignificantBits());
        handle.mac().orElse(new MacAddress(0)).octets().writeTo(body);
        handle.grant().ifPresent(grant -> write(grant, body));
        Octets signed = Octets.take(body.flip(), body.remaining());
        return signed.plus(proof(signed));
    }

    private static void write(Grant grant, ByteBuffer body) {
        body.putLong(grant.owner().number());
        body.put(letter(grant.limit().policy()))
                .putShort((short) Math.min(grant.limit().devices(), Short.MAX_VALUE));
        body.putInt(Math.toIntExact(grant.interim().toSeconds()));
        body.putLong(grant.venueId().orElse(NONE)).putLong(grant.apId().orElse(NONE));
        Octets ssid = Octets.ofText(grant.ssid().orElse(""));
        (ssid.length() <= MOST_SSID ? ssid : Octets.EMPTY).writeTo(body);
    }

    /** What it says, if it is ours and nobody changed it. */
    public Optional<Handle> read(Octets octets) {
        int body = octets.length() - PROOF;
        if (body < BODY
                || octets.length() > LONGEST
                || !proof(octets.slice(0, body)).equalsInConstantTime(octets.slice(body, octets.length()))) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(octets.slice(0, body).toBytes());
        byte version = in.get();
        UUID journey = new UUID(in.getLong(), in.getLong());
        Optional<MacAddress> mac = MacAddress.of(Octets.take(in, 6)).filter(known -> known.bits() != 0);
        return switch (version) {
            case WITHOUT_GRANT -> Optional.of(new Handle(journey, mac, Optional.empty()));
            case WITH_GRANT -> Optional.of(new Handle(journey, mac, Optional.of(grant(in))));
            default -> Optional.empty(); // of a later version
        };
    }

    private static Grant grant(ByteBuffer in) {
        Owner owner = Owner.ofNumber(in.getLong());
        Limit limit = new Limit(policy(in.get()), in.getShort());
        Duration interim = Duration.ofSeconds(in.getInt());
        OptionalLong venue = number(in.getLong());
        OptionalLong ap = number(in.getLong());
        Octets ssid = Octets.take(in, in.remaining());
        return new Grant(
                owner, limit, interim, venue, ap, ssid.isEmpty() ? Optional.empty() : Optional.of(ssid.toText()));
    }

    private static OptionalLong number(long number) {
        return number == NONE ? OptionalLong.empty() : OptionalLong.of(number);
    }

    private static byte letter(DevicePolicy policy) {
        return (byte)
                switch (policy) {
                    case REJECT -> 'R';
                    case REPLACE_SAME_MAC -> 'M';
                    case RELEASE_OLDEST -> 'O';
                };
    }

    private static DevicePolicy policy(byte letter) {
        return switch (letter) {
            case 'M' -> DevicePolicy.REPLACE_SAME_MAC;
            case 'O' -> DevicePolicy.RELEASE_OLDEST;
            default -> DevicePolicy.REJECT;
        };
    }

    private Octets proof(Octets body) {
        return vault.mac(PURPOSE, body).slice(0, PROOF);
    }
}
