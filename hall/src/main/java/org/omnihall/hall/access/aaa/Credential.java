package org.omnihall.hall.access.aaa;

import java.util.Optional;
import org.omnihall.hall.access.network.NetworkAccount;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.Packet;
import org.omnihall.radius.auth.Chap;
import org.omnihall.radius.auth.MsChapV2;
import org.omnihall.radius.auth.SharedSecret;
import org.omnihall.radius.auth.UserPassword;

/** How a request proves who it is of. */
sealed interface Credential {

    record Password(Octets password) implements Credential {
        @Override
        public String toString() {
            return "password";
        }
    }

    record ChapAnswer(Chap chap) implements Credential {}

    record MsChapAnswer(MsChapV2 msChap) implements Credential {}

    /** None that we speak, EAP among them. */
    record None() implements Credential {}

    /** Throws {@link org.omnihall.radius.MalformedPacket} for one that is not well formed. */
    static Credential in(Packet packet, SharedSecret secret) {
        if (packet.has(AttributeTypes.EAP_MESSAGE)) {
            return new None();
        }
        Optional<Credential> found = MsChapV2.in(packet).map(MsChapAnswer::new);
        return found.or(() -> Chap.in(packet).map(ChapAnswer::new))
                .or(() -> UserPassword.in(packet, secret).map(Password::new))
                .orElseGet(None::new);
    }

    default Optional<NetworkAccount.Method> method() {
        return switch (this) {
            case Password _ -> Optional.of(NetworkAccount.Method.PAP);
            case ChapAnswer _ -> Optional.of(NetworkAccount.Method.CHAP);
            case MsChapAnswer _ -> Optional.of(NetworkAccount.Method.MS_CHAP_V2);
            case None _ -> Optional.empty();
        };
    }

    /** Whether it proves a known text, such as a login token. */
    default boolean proves(String userName, String known) {
        return switch (this) {
            case Password sent -> sent.password().equalsInConstantTime(Octets.ofText(known));
            case ChapAnswer sent -> sent.chap().proves(Octets.ofText(known));
            case MsChapAnswer sent -> sent.msChap().proves(userName, MsChapV2.ntHash(known));
            case None _ -> false;
        };
    }
}
