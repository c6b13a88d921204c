package org.omnihall.eap.tls;

import org.omnihall.eap.EapPacket;
import org.omnihall.eap.EapTypes;
import org.omnihall.octets.Octets;
import org.omnihall.radius.AttributeType;
import org.omnihall.radius.AttributeTypes;
import org.omnihall.radius.auth.MsChapV2;

/** What supplicants say inside a tunnel, by name and password. */
final class SaidInside {

    static final Octets NOTHING = Octets.EMPTY;

    private SaidInside() {}

    /** What a supplicant says inside. */
    static Peer.Words words(TlsKind kind, String name, String password) {
        return switch (kind) {
            case TLS -> (said, request, tunnel) -> NOTHING;
            case PEAP -> new PeapWords(name, password);
            case TTLS -> new Once(pap(name, password));
        };
    }

    private static Octets pap(String name, String password) {
        return avp(AttributeTypes.USER_NAME, Octets.ofText(name))
                .plus(avp(AttributeTypes.USER_PASSWORD, Octets.ofText(password + "\0\0\0")));
    }

    static Octets avp(AttributeType type, Octets value) {
        return new Avp(type.number(), type.vendor(), true, value).encode();
    }

    /** Says something once the server has seen that the tunnel is open, then nothing more. */
    private static final class Once implements Peer.Words {

        private Octets left;
        private boolean silent;

        Once(Octets words) {
            this.left = words;
        }

        @Override
        public Octets to(Octets said, EapPacket request, TlsTunnel tunnel) {
            if (tunnel.isTls13() && !silent) {
                silent = true;
                return NOTHING;
            }
            Octets now = said.isEmpty() ? left : NOTHING;
            left = NOTHING;
            return now;
        }
    }

    /** Identity, the answer to a challenge, and agreement with whatever result. */
    record PeapWords(String name, String password) implements Peer.Words {

        @Override
        public Octets to(Octets said, EapPacket request, TlsTunnel tunnel) {
            if (said.isEmpty()) {
                return NOTHING;
            }
            if (said.length() > 4 && said.at(4) == EapTypes.EXTENSIONS) {
                return result(EapPacket.decode(said));
            }
            return switch (said.at(0)) {
                case EapTypes.IDENTITY -> Octets.of((byte) EapTypes.IDENTITY).plus(Octets.ofText(name));
                case EapTypes.MS_CHAP_V2 -> answer(said);
                default -> throw new AssertionError("what is " + said);
            };
        }

        private Octets answer(Octets said) {
            if (said.at(1) != InnerMsChap.CHALLENGE) {
                return said.slice(0, 2);
            }
            MsChapV2 proof = MsChapV2.answer(
                    said.at(2), said.slice(6, 22), Octets.of(new byte[16]), name, MsChapV2.ntHash(password));
            return Octets.of((byte) 26, (byte) 2, (byte) said.at(2), (byte) 0, (byte) (54 + name.length()), (byte) 49)
                    .plus(proof.responseValue().slice(2, 50))
                    .plus(Octets.of((byte) 0))
                    .plus(Octets.ofText(name));
        }

        private static Octets result(EapPacket told) {
            return EapPacket.response(told.identifier(), EapTypes.EXTENSIONS, told.typeData())
                    .encode();
        }
    }
}
