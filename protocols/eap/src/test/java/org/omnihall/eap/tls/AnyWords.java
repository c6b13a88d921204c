package org.omnihall.eap.tls;

import static org.assertj.core.api.Assertions.assertThat;

import org.omnihall.eap.EapPacket;
import org.omnihall.eap.Limits;
import org.omnihall.eap.MalformedEap;
import org.omnihall.octets.Octets;

/** Every reader of the library that knows no keys. */
public final class AnyWords {

    private AnyWords() {}

    /** Reads the octets as everything that a peer may send; only {@link MalformedEap} may come out, and what is read is written back the same. */
    public static void readAll(Octets octets) {
        quietly(() -> {
            EapPacket packet = EapPacket.decode(octets);
            assertThat(EapPacket.decode(packet.encode())).isEqualTo(packet);
            Fragments fragments = new Fragments(Limits.USUAL);
            fragments.take(packet.typeData());
            fragments.take(packet.typeData());
        });
        quietly(() -> Avp.read(octets)
                .forEach(avp -> assertThat(Avp.read(avp.encode())).containsExactly(avp)));
        quietly(() -> new InnerMsChap(octets.isEmpty() ? 0 : octets.at(0), Octets.of(new byte[16])).read(octets));
        quietly(() -> PeapInner.agrees(octets));
    }

    private static void quietly(Runnable reading) {
        try {
            reading.run();
        } catch (MalformedEap expected) {
            assertThat(expected.getStackTrace()).isEmpty();
        }
    }
}
