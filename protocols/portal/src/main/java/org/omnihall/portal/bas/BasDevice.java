package org.omnihall.portal.bas;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.omnihall.octets.Octets;
import org.omnihall.portal.AttributeType;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.ErrId;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** What a device answers when the packet is not about a client of its own. */
public record BasDevice(BasProfile profile) {

    /** An address that no client has: a China Mobile device refuses, others are silent. */
    public Optional<Packet> unknownClient(Packet request) {
        return profile.dialect().authenticated() ? Optional.empty() : refusal(request);
    }

    private static Optional<Packet> refusal(Packet request) {
        return switch (request.type()) {
            case REQ_CHALLENGE -> Optional.of(refusal(request, Type.ACK_CHALLENGE, ErrCode.Challenge.REFUSED));
            case REQ_AUTH -> Optional.of(refusal(request, Type.ACK_AUTH, ErrCode.Auth.REFUSED));
            case REQ_LOGOUT ->
                request.errCode() == ErrCode.Logout.GAVE_UP.value()
                        ? Optional.empty()
                        : Optional.of(refusal(request, Type.ACK_LOGOUT, ErrCode.LogoutAnswer.REFUSED));
            default -> Optional.empty();
        };
    }

    private static Packet refusal(Packet request, Type type, ErrCode code) {
        return request.answer(type)
                .withErrCode(code.value())
                .with(AttributeType.TEXT_INFO, ErrId.ADDRESS_NOT_OURS.code());
    }

    /** The server's heartbeat and its list of clients; an H3C device is silent when it has all of them, and so is this one. */
    public Optional<Packet> aboutAll(Packet told, Predicate<InetAddress> online) {
        if (!Authenticator.verify(told, profile.secret())) {
            return Optional.empty();
        }
        return switch (told.type()) {
            case WEB_STATUS_NOTIFY -> Optional.of(sign(told, told.answer(Type.WEB_ACK_STATUS_NOTIFY)));
            case NTF_USER_HEARTBEAT -> missing(told, online);
            default -> Optional.empty();
        };
    }

    private Optional<Packet> missing(Packet told, Predicate<InetAddress> online) {
        Packet answer = told.answer(Type.ACK_NTF_USER_HEARTBEAT);
        for (AttributeType list : List.of(AttributeType.USER_LIST, AttributeType.USER_IPV6_LIST)) {
            Octets strangers = told.addresses(list).stream()
                    .filter(online.negate())
                    .map(user -> Octets.of(user.getAddress()))
                    .reduce(Octets.EMPTY, Octets::plus);
            answer = strangers.isEmpty() ? answer : answer.with(list, strangers);
        }
        return answer.attributes().isEmpty() ? Optional.empty() : Optional.of(sign(told, answer));
    }

    private Packet sign(Packet request, Packet answer) {
        return Authenticator.signAnswer(answer, request.authenticator(), profile.secret());
    }
}
