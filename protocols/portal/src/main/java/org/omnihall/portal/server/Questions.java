package org.omnihall.portal.server;

import static org.omnihall.portal.AttributeType.DOWNLINK_FLUX;
import static org.omnihall.portal.AttributeType.PORT;
import static org.omnihall.portal.AttributeType.SESSION_ID;
import static org.omnihall.portal.AttributeType.TEXT_INFO;
import static org.omnihall.portal.AttributeType.UPLINK_FLUX;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.omnihall.octets.MacAddress;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Attribute;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;

/** All exchanges of one request and one answer. */
final class Questions {

    private final Timing timing;
    private final Loop loop;
    private final Table table;

    Questions(Timing timing, Loop loop, Table table) {
        this.timing = timing;
        this.loop = loop;
        this.table = table;
    }

    static boolean fits(String text) {
        return Octets.ofText(text).length() <= Attribute.MAX_VALUE;
    }

    CompletableFuture<LogoutResult> logout(Bas bas, UserAddress user, int requestId) {
        if (!bas.dialect().carries(user.ip())) {
            return CompletableFuture.completedFuture(new LogoutResult.NothingSent(NotSent.ADDRESS_NOT_CARRIED));
        }
        Packet request = Requests.about(bas, Type.REQ_LOGOUT, user).withRequestId(requestId);
        return ask(
                bas,
                request,
                new Question.Terms<>(Type.ACK_LOGOUT, Questions::logout, new LogoutResult.NoAnswer()),
                LogoutResult.NothingSent::new);
    }

    private static LogoutResult logout(Packet answer) {
        int code = answer.errCode();
        boolean wasAlready = code == ErrCode.LogoutAnswer.ALREADY_OFFLINE.value();
        return wasAlready || code == ErrCode.LogoutAnswer.OK.value()
                ? new LogoutResult.Offline(wasAlready)
                : new LogoutResult.Refused(code, answer.text(TEXT_INFO));
    }

    CompletableFuture<InfoResult> info(Bas bas, UserAddress user) {
        if (!bas.dialect().carries(user.ip())) {
            return CompletableFuture.completedFuture(new InfoResult.NothingSent(NotSent.ADDRESS_NOT_CARRIED));
        }
        Packet request = Requests.about(bas, Type.REQ_INFO, user)
                .with(PORT, Octets.EMPTY)
                .with(UPLINK_FLUX, Octets.EMPTY)
                .with(DOWNLINK_FLUX, Octets.EMPTY);
        return ask(
                bas,
                request,
                new Question.Terms<>(Type.ACK_INFO, Questions::info, new InfoResult.NoAnswer()),
                InfoResult.NothingSent::new);
    }

    private static InfoResult info(Packet answer) {
        return answer.errCode() == ErrCode.InfoAnswer.OK.value()
                ? new InfoResult.Known(answer.text(PORT), answer.number(UPLINK_FLUX), answer.number(DOWNLINK_FLUX))
                : new InfoResult.Refused(answer.errCode(), answer.text(TEXT_INFO));
    }

    CompletableFuture<Boolean> heartbeat(Bas bas) {
        Packet beat = bas.dialect().packet(bas.habits().heartbeat());
        if (beat.type() == Type.WEB_STATUS_NOTIFY) {
            return ask(
                    bas, beat, new Question.Terms<>(Type.WEB_ACK_STATUS_NOTIFY, answer -> true, false), why -> false);
        }
        return CompletableFuture.completedFuture(loop.run(() -> tell(bas, beat)));
    }

    CompletableFuture<Set<InetAddress>> synchronise(Bas bas, List<InetAddress> online) {
        Question.Terms<Set<InetAddress>> terms =
                new Question.Terms<>(Type.ACK_NTF_USER_HEARTBEAT, UserList::in, Set.of());
        return UserList.packets(bas.dialect().packet(Type.NTF_USER_HEARTBEAT), online).stream()
                .map(list -> ask(bas, list, terms, why -> Set.of()))
                .reduce(CompletableFuture.completedFuture(Set.of()), (a, b) -> a.thenCombine(b, UserList::union));
    }

    void endSession(Bas bas, InetAddress user, MacAddress mac) {
        if (!bas.habits().macMessages().carries(user)) {
            return;
        }
        Packet request =
                bas.habits().macMessages().packet(Type.REQ_USER_OFFLINE, user).with(SESSION_ID, mac.octets());
        loop.run(() -> tell(bas, request));
    }

    private void tell(Bas bas, Packet packet) {
        table.freeSerial(bas)
                .ifPresent(serial -> loop.send(bas, Authenticator.sign(packet.withSerial(serial), bas.secret())));
    }

    private <R> CompletableFuture<R> ask(
            Bas bas, Packet request, Question.Terms<R> terms, Function<NotSent, R> notSent) {
        CompletableFuture<R> result = new CompletableFuture<>();
        boolean open = loop.run(() -> {
            Optional<Integer> serial = loop.closed() ? Optional.empty() : table.freeSerial(bas);
            NotSent why = loop.closed() ? NotSent.CLOSED : NotSent.TOO_MANY_WAITING;
            serial.ifPresentOrElse(
                    number -> begin(bas, request.withSerial(number), terms, result),
                    () -> result.complete(notSent.apply(why)));
        });
        if (!open) {
            result.complete(notSent.apply(NotSent.CLOSED));
        }
        return result;
    }

    private <R> void begin(Bas bas, Packet request, Question.Terms<R> terms, CompletableFuture<R> result) {
        Packet signed = Authenticator.sign(request, bas.secret());
        Question<R> question = new Question<>(
                terms,
                result,
                () -> table.remove(bas, request.serial()),
                silence -> new Ask(loop, bas, signed, timing.other(), silence));
        table.put(bas, request.serial(), question);
        question.start();
    }
}
