package org.omnihall.portal.server;

import static org.omnihall.portal.AttributeType.CHALLENGE;
import static org.omnihall.portal.AttributeType.CHAP_PASSWORD;
import static org.omnihall.portal.AttributeType.IP_CONFIG;
import static org.omnihall.portal.AttributeType.PASSWORD;
import static org.omnihall.portal.AttributeType.TEXT_INFO;
import static org.omnihall.portal.AttributeType.USER_NAME;

import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.Header;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;
import org.omnihall.portal.server.LoginResult.AlreadyOnline;
import org.omnihall.portal.server.LoginResult.InProgress;
import org.omnihall.portal.server.LoginResult.NoAnswer;
import org.omnihall.portal.server.LoginResult.NothingSent;
import org.omnihall.portal.server.LoginResult.Online;
import org.omnihall.portal.server.LoginResult.Refused;

/**
 * One login, from the first request to the affirmation and a while beyond it. Lives on the loop.
 *
 * <p>All its packets share one serial. Where the device says that a login is in progress the server asks no more and listens; where it says
 * nothing the server tells it that it gave up, so that no half-open login blocks the client's next try.
 */
final class Login implements Waiting {

    /** Who wants in where. */
    record Wish(Bas bas, UserAddress user, String userName, Credential credential) {}

    /** What happens when it is over, and when nothing more can be repeated. */
    record Ends(Runnable over, Runnable forgotten) {}

    private static final int NEW_ADDRESS = -1;

    private final Loop loop;
    private final Timing timing;
    private final Wish wish;
    private final int serial;
    private final Ends ends;
    private final CompletableFuture<LoginResult> result = new CompletableFuture<>();

    private Stage stage = Stage.CHALLENGE;
    private Optional<Ask> ask = Optional.empty();
    private Optional<Packet> affirmation = Optional.empty();
    private boolean listening;
    private boolean over;

    Login(Loop loop, Timing timing, Wish wish, int serial, Ends ends) {
        this.loop = loop;
        this.timing = timing;
        this.wish = wish;
        this.serial = serial;
        this.ends = ends;
    }

    CompletableFuture<LoginResult> result() {
        return result;
    }

    Wish wish() {
        return wish;
    }

    void start() {
        switch (wish.credential()) {
            case Credential.Chap chap -> ask(packet(Type.REQ_CHALLENGE, 0), timing.challenge());
            case Credential.Pap pap ->
                authenticate(packet(Type.REQ_AUTH, 0)
                        .with(USER_NAME, wish.userName())
                        .with(PASSWORD, pap.secret()));
        }
    }

    @Override
    public Optional<InetAddress> user() {
        return Optional.of(wish.user().ip());
    }

    @Override
    public Optional<Octets> askedWith(Type answer) {
        Type expected = stage == Stage.CHALLENGE ? Type.ACK_CHALLENGE : Type.ACK_AUTH;
        return answer == expected ? ask.map(asked -> asked.request().authenticator()) : Optional.empty();
    }

    @Override
    public void hear(Packet answer) {
        if (answer.type() == Type.ACK_CHALLENGE && answer.errCode() == ErrCode.Challenge.OK.value()) {
            answer.first(CHALLENGE)
                    .filter(challenge -> !challenge.isEmpty())
                    .ifPresent(challenge -> respond(answer, challenge));
        } else if (answer.type() == Type.ACK_AUTH && answer.errCode() == ErrCode.Auth.OK.value()) {
            affirm(answer);
        } else if (!over) {
            declined(answer);
        }
    }

    private void respond(Packet answer, Octets challenge) {
        int requestId = answer.requestId();
        Octets password =
                Authenticator.chapPassword(requestId, wish.credential().secret(), challenge);
        Packet request = packet(Type.REQ_AUTH, requestId)
                .with(USER_NAME, wish.userName())
                .with(CHAP_PASSWORD, password);
        authenticate(wish.bas().habits().repeatsChallenge() ? request.with(CHALLENGE, challenge) : request);
    }

    private void authenticate(Packet request) {
        stage = Stage.AUTH;
        listening = false;
        ask(request, timing.auth());
    }

    private void affirm(Packet success) {
        if (affirmation.isEmpty()) {
            affirmation = Optional.of(sign(packet(Type.AFF_ACK_AUTH, success.requestId())));
        }
        loop.send(wish.bas(), affirmation.get());
        boolean newAddress = success.number(IP_CONFIG)
                .filter(ip -> ip.intValue() == NEW_ADDRESS)
                .isPresent();
        finish(new Online(serial, success.requestId(), success.mac(), newAddress));
    }

    /** ACK_CHALLENGE and ACK_AUTH share the meanings of their codes. */
    private void declined(Packet answer) {
        Optional<String> text = answer.text(TEXT_INFO);
        int code = answer.errCode();
        if (code == ErrCode.Auth.ALREADY_ONLINE.value()) {
            finish(new AlreadyOnline(stage, text));
        } else if (code == ErrCode.Auth.IN_PROGRESS.value()) {
            listen();
        } else {
            finish(new Refused(stage, code, text));
        }
    }

    private void listen() {
        ask.ifPresent(Ask::stop);
        if (!listening) {
            listening = true;
            Stage now = stage;
            loop.after(timing.patience(), () -> impatient(now));
        }
    }

    /** The half-open login in the challenge stage is somebody else's; only an own one is given up. */
    private void impatient(Stage since) {
        if (!over && listening && stage == since) {
            if (stage == Stage.AUTH) {
                giveUp();
            }
            finish(new InProgress(stage));
        }
    }

    private void silence() {
        if (!over) {
            giveUp();
            finish(new NoAnswer(stage));
        }
    }

    private void giveUp() {
        loop.send(wish.bas(), sign(packet(Type.REQ_LOGOUT, 0).withErrCode(ErrCode.Logout.GAVE_UP.value())));
    }

    @Override
    public void abandon() {
        finish(new NothingSent(NotSent.CLOSED));
    }

    private void finish(LoginResult outcome) {
        if (over) {
            return;
        }
        over = true;
        ends.over().run();
        ask.ifPresent(Ask::stop);
        if (outcome instanceof Online) {
            loop.after(timing.linger(), ends.forgotten());
        } else {
            ends.forgotten().run();
        }
        result.completeAsync(() -> outcome, Thread::startVirtualThread);
    }

    private void ask(Packet request, Timing.Retry retry) {
        ask.ifPresent(Ask::stop);
        Ask next = new Ask(loop, wish.bas(), sign(request), retry, this::silence);
        ask = Optional.of(next);
        next.next();
    }

    private Packet packet(Type type, int requestId) {
        int method = wish.credential() instanceof Credential.Pap ? Header.PAP : Header.CHAP;
        return Requests.about(wish.bas(), type, wish.user())
                .withMethod(method)
                .withSerial(serial)
                .withRequestId(requestId);
    }

    private Packet sign(Packet packet) {
        return Authenticator.sign(packet, wish.bas().secret());
    }
}
