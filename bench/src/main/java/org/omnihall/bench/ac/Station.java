package org.omnihall.bench.ac;

import java.util.Optional;
import org.omnihall.bench.phone.Handset;
import org.omnihall.octets.MacAddress;
import org.omnihall.portal.bas.BasClient;
import org.omnihall.portal.bas.BasState;
import org.omnihall.radius.Packet;

/** A phone that joined an SSID at an access point, and where it stands. Guarded by itself. */
final class Station {

    private final Handset handset;
    private final String ssid;
    private final MacAddress accessPoint;
    private BasState state = new BasState.Idle();
    private Optional<Packet> accept = Optional.empty();
    private int told;
    private Optional<Session> session = Optional.empty();

    Station(Handset handset, String ssid, MacAddress accessPoint) {
        this.handset = handset;
        this.ssid = ssid;
        this.accessPoint = accessPoint;
    }

    Handset handset() {
        return handset;
    }

    BasClient client() {
        return new BasClient(handset.address(), handset.mac());
    }

    String ssid() {
        return ssid;
    }

    MacAddress accessPoint() {
        return accessPoint;
    }

    BasState state() {
        return state;
    }

    void moveTo(BasState next) {
        state = next;
    }

    /** The newest terms: an Accept, or the CoA-Request that came after it. */
    Optional<Packet> accept() {
        return accept;
    }

    void accepted(Packet packet) {
        accept = Optional.of(packet);
        told++;
    }

    /** What a CoA-Request carries holds from now on, and nothing of what it leaves out; the session goes on. */
    void changed(Packet request) {
        accepted(request);
        session = session.map(running -> running.with(RadiusWords.classOf(request)));
    }

    /** How often it was told terms: what was begun by earlier ones is void. */
    int told() {
        return told;
    }

    Optional<Session> session() {
        return session;
    }

    void begin(Session begun) {
        session = Optional.of(begun);
    }

    /** Ends the session and gives it, once. */
    Optional<Session> end() {
        Optional<Session> ended = session;
        session = Optional.empty();
        return ended;
    }
}
