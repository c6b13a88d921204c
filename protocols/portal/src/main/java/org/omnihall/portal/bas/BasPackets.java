package org.omnihall.portal.bas;

import static org.omnihall.portal.AttributeType.BAS_IP;
import static org.omnihall.portal.AttributeType.BAS_IPV6;
import static org.omnihall.portal.AttributeType.CHALLENGE;
import static org.omnihall.portal.AttributeType.DOWNLINK_FLUX;
import static org.omnihall.portal.AttributeType.INPUT_GIGAWORDS;
import static org.omnihall.portal.AttributeType.INPUT_OCTETS;
import static org.omnihall.portal.AttributeType.NAS_ID;
import static org.omnihall.portal.AttributeType.OUTPUT_GIGAWORDS;
import static org.omnihall.portal.AttributeType.OUTPUT_OCTETS;
import static org.omnihall.portal.AttributeType.PORT;
import static org.omnihall.portal.AttributeType.SESSION_ID;
import static org.omnihall.portal.AttributeType.SESSION_START;
import static org.omnihall.portal.AttributeType.SESSION_STOP;
import static org.omnihall.portal.AttributeType.SESSION_TIME;
import static org.omnihall.portal.AttributeType.TEXT_INFO;
import static org.omnihall.portal.AttributeType.UPLINK_FLUX;
import static org.omnihall.portal.AttributeType.USER_NAME;

import java.net.Inet4Address;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.AttributeType;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** The packets that a device writes about one client. */
record BasPackets(BasProfile profile, BasClient client) {

    private static final long OCTETS_IN_KILOBYTE = 1024;

    Packet answer(Packet request, Type type, ErrCode code) {
        return sign(request, request.answer(type).withErrCode(code.value()));
    }

    Packet answer(Packet request, Type type, ErrCode code, Optional<String> text) {
        Packet answer = request.answer(type).withErrCode(code.value());
        return sign(request, text.map(why -> answer.with(TEXT_INFO, why)).orElse(answer));
    }

    Packet challenge(Packet request, int requestId, Octets challenge) {
        return sign(
                request,
                request.answer(Type.ACK_CHALLENGE).withRequestId(requestId).with(CHALLENGE, challenge));
    }

    Packet success(Packet request, int requestId) {
        Packet answer = withAddress(request.answer(Type.ACK_AUTH).withRequestId(requestId));
        return sign(
                request,
                profile.naming().mac() ? answer.with(SESSION_ID, client.mac().octets()) : answer);
    }

    /** Fills each attribute that was asked for. */
    Packet info(Packet request, Given.Traffic traffic) {
        Packet answer = request.answer(Type.ACK_INFO);
        if (request.first(PORT).isPresent()) {
            answer = answer.with(PORT, traffic.port().orElse(""));
        }
        answer = flux(request, answer, UPLINK_FLUX, traffic.uplinkKilobytes());
        return sign(request, flux(request, answer, DOWNLINK_FLUX, traffic.downlinkKilobytes()));
    }

    private static Packet flux(Packet request, Packet answer, AttributeType type, long kilobytes) {
        return request.first(type).isPresent() ? answer.with(type, Octets.ofLong(kilobytes)) : answer;
    }

    Packet logoutNotice(int requestId, int errCode, Optional<String> text) {
        Packet notice = profile.dialect().packet(Type.NTF_LOGOUT, client.ip());
        Packet told = withAddress(notice.withRequestId(requestId).withErrCode(errCode))
                .with(SESSION_ID, client.mac().octets());
        return Authenticator.sign(text.map(why -> told.with(TEXT_INFO, why)).orElse(told), profile.secret());
    }

    Packet bindingQuestion(int serial) {
        return macMessage(Type.REQ_MACBINDING_INFO, serial);
    }

    Packet logon(BasState.Attempt attempt, int serial, Instant now) {
        Packet told = macMessage(Type.NTF_USER_LOGON, serial)
                .with(USER_NAME, attempt.userName())
                .with(SESSION_START, seconds(now.getEpochSecond()))
                .withReserved(attempt.byMac() ? 1 : 0);
        return Authenticator.sign(told, profile.secret());
    }

    Packet logoff(BasState.Online online, Given given) {
        long in = given.traffic().uplinkKilobytes() * OCTETS_IN_KILOBYTE;
        long out = given.traffic().downlinkKilobytes() * OCTETS_IN_KILOBYTE;
        Packet told = macMessage(Type.NTF_USER_LOGOUT, given.number())
                .with(USER_NAME, online.attempt().userName())
                .with(SESSION_STOP, seconds(given.now().getEpochSecond()))
                .with(
                        SESSION_TIME,
                        seconds(Duration.between(online.since(), given.now()).toSeconds()))
                .with(INPUT_OCTETS, Octets.ofInt((int) in))
                .with(OUTPUT_OCTETS, Octets.ofInt((int) out))
                .with(INPUT_GIGAWORDS, Octets.ofInt((int) (in >>> 32)))
                .with(OUTPUT_GIGAWORDS, Octets.ofInt((int) (out >>> 32)));
        return Authenticator.sign(told, profile.secret());
    }

    private Packet macMessage(Type type, int serial) {
        Packet message = profile.macMessages()
                .packet(type, client.ip())
                .withSerial(serial)
                .with(SESSION_ID, client.mac().octets());
        Packet located = withBasIp(message);
        return Authenticator.sign(
                profile.naming().nasId().map(id -> located.with(NAS_ID, id)).orElse(located), profile.secret());
    }

    private static Octets seconds(long seconds) {
        return Octets.ofInt((int) seconds);
    }

    /** The portal 2.0 text wants the device's address in nearly every packet, the China Mobile text does not. */
    private Packet withAddress(Packet packet) {
        return profile.dialect().authenticated() ? withBasIp(packet) : packet;
    }

    private Packet withBasIp(Packet packet) {
        AttributeType type = profile.address() instanceof Inet4Address ? BAS_IP : BAS_IPV6;
        return packet.with(type, Octets.of(profile.address().getAddress()));
    }

    private Packet sign(Packet request, Packet answer) {
        return Authenticator.signAnswer(answer, request.authenticator(), profile.secret());
    }
}
