package org.omnihall.portal.bas;

import static org.omnihall.portal.AttributeType.CHAP_PASSWORD;
import static org.omnihall.portal.AttributeType.PASSWORD;
import static org.omnihall.portal.AttributeType.USER_NAME;

import java.time.Instant;
import java.util.Optional;
import org.omnihall.octets.Octets;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.ErrId;
import org.omnihall.portal.Header;
import org.omnihall.portal.Packet;
import org.omnihall.portal.Type;
import org.omnihall.portal.bas.BasAction.Proof;
import org.omnihall.portal.bas.BasAction.Reply;
import org.omnihall.portal.bas.BasState.Attempt;
import org.omnihall.portal.bas.BasState.Authenticating;
import org.omnihall.portal.bas.BasState.AwaitingAffirmation;
import org.omnihall.portal.bas.BasState.Bound;
import org.omnihall.portal.bas.BasState.Challenged;
import org.omnihall.portal.bas.BasState.Notifying;
import org.omnihall.portal.bas.BasState.Online;

/**
 * What a device does about one client: state and event in, state and actions out, nothing else touched.
 *
 * <p>Repetition is answered as a China Mobile access controller does: a challenge again gives the same one, a request while RADIUS is asked
 * gives "in progress", one whose success was not affirmed gives the success again. What fails its authenticator is dropped in silence. Who is
 * online without accounting does not exist: accounting starts with AFF_ACK_AUTH.
 */
public record BasStateMachine(BasProfile profile, BasClient client) {

    public BasStep step(BasState state, BasEvent event, Given given) {
        BasState now = expired(state, given.now()) ? new BasState.Idle() : state;
        return switch (event) {
            case BasEvent.Heard heard -> heard(now, heard, given);
            case BasEvent.RadiusAccepted accepted -> accepted(now, accepted.requestId(), given);
            case BasEvent.RadiusRejected rejected ->
                rejected(
                        now,
                        rejected.requestId(),
                        ErrCode.Auth.REFUSED,
                        rejected.text().or(() -> errId(ErrId.OTHER)));
            case BasEvent.RadiusSilent silent ->
                rejected(now, silent.requestId(), ErrCode.Auth.FAILED, errId(ErrId.RADIUS_TIMEOUT));
            case BasEvent.ForcedOff off -> forcedOff(now, off, given);
            case BasEvent.FirstTraffic traffic -> macMessages().firstTraffic(now, given);
            case BasEvent.Tick tick -> tick(now, given);
        };
    }

    /** All that waits ends in {@link BasState.Idle} but a notice, which is repeated. */
    private static boolean expired(BasState state, Instant now) {
        return !(state instanceof Notifying)
                && state.wakeAt().filter(until -> !now.isBefore(until)).isPresent();
    }

    private BasPackets packets() {
        return new BasPackets(profile, client);
    }

    private MacMessages macMessages() {
        return new MacMessages(profile, client);
    }

    private BasStep heard(BasState state, BasEvent.Heard heard, Given given) {
        Packet packet = heard.packet();
        return switch (packet.type()) {
            case ACK_NTF_LOGOUT, ACK_LOGOUT -> acknowledged(state, packet);
            case ACK_MACBINDING_INFO -> macMessages().answered(state, packet, given);
            default -> Authenticator.verify(packet, profile.secret()) ? asked(state, heard, given) : BasStep.to(state);
        };
    }

    private BasStep asked(BasState state, BasEvent.Heard heard, Given given) {
        Packet packet = heard.packet();
        return switch (packet.type()) {
            case REQ_CHALLENGE -> challenge(state, packet, given);
            case REQ_AUTH -> authenticate(state, heard, given);
            case AFF_ACK_AUTH -> affirmed(state, packet, given);
            case REQ_LOGOUT -> logout(state, packet, given);
            case REQ_INFO -> info(state, packet, given);
            case REQ_USER_OFFLINE ->
                packet.mac().filter(client.mac()::equals).isPresent()
                        ? forcedOff(state, new BasEvent.ForcedOff(StopCause.ADMIN_RESET, 0, Optional.empty()), given)
                        : BasStep.to(state);
            default -> BasStep.to(state);
        };
    }

    private BasStep challenge(BasState state, Packet request, Given given) {
        if (request.header().reserved() != 0) {
            return refuse(state, request, ErrCode.Challenge.FAILED);
        }
        return switch (state) {
            case Challenged same ->
                BasStep.to(same, new Reply(packets().challenge(request, same.requestId(), same.challenge())));
            case Authenticating busy -> refuse(state, request, ErrCode.Challenge.IN_PROGRESS);
            case AwaitingAffirmation busy -> refuse(state, request, ErrCode.Challenge.IN_PROGRESS);
            case Online online -> refuse(state, request, ErrCode.Challenge.ALREADY_ONLINE);
            case BasState.Idle free -> challengeAnew(request, given);
            case Notifying free -> challengeAnew(request, given);
            case BasState.AskedForBinding free -> challengeAnew(request, given);
            case Bound free -> challengeAnew(request, given);
        };
    }

    private BasStep challengeAnew(Packet request, Given given) {
        Instant until = given.now().plus(profile.timers().challenge());
        return BasStep.to(
                new Challenged(given.number(), given.challenge(), until),
                new Reply(packets().challenge(request, given.number(), given.challenge())));
    }

    /** Names the login that stands in the way, if there is one. */
    private BasStep refuse(BasState state, Packet request, ErrCode code) {
        Type type = request.type() == Type.REQ_CHALLENGE ? Type.ACK_CHALLENGE : Type.ACK_AUTH;
        Optional<String> text = state instanceof Online ? errId(ErrId.ALREADY_ONLINE) : Optional.empty();
        Packet named = request.withRequestId(requestId(state).orElse(request.requestId()));
        return BasStep.to(state, new Reply(packets().answer(named, type, code, text)));
    }

    private static Optional<Integer> requestId(BasState state) {
        return switch (state) {
            case Authenticating busy -> Optional.of(busy.attempt().requestId());
            case AwaitingAffirmation done -> Optional.of(done.attempt().requestId());
            case Online online -> Optional.of(online.attempt().requestId());
            case Challenged challenged -> Optional.of(challenged.requestId());
            case BasState.Idle none -> Optional.empty();
            case Notifying none -> Optional.empty();
            case BasState.AskedForBinding none -> Optional.empty();
            case Bound none -> Optional.empty();
        };
    }

    private BasStep authenticate(BasState state, BasEvent.Heard heard, Given given) {
        Packet request = heard.packet();
        return switch (state) {
            case Authenticating busy -> refuse(state, request, ErrCode.Auth.IN_PROGRESS);
            case AwaitingAffirmation done ->
                BasStep.to(
                        done,
                        new Reply(packets().success(request, done.attempt().requestId())));
            case Online online -> refuse(state, request, ErrCode.Auth.ALREADY_ONLINE);
            case Challenged challenged -> isPap(request) ? pap(state, heard, given) : chap(challenged, heard);
            case BasState.Idle free -> pap(state, heard, given);
            case Notifying free -> pap(state, heard, given);
            case BasState.AskedForBinding free -> pap(state, heard, given);
            case Bound free -> pap(state, heard, given);
        };
    }

    private static boolean isPap(Packet request) {
        return request.header().method() == Header.PAP;
    }

    private BasStep pap(BasState state, BasEvent.Heard heard, Given given) {
        Optional<Octets> password = heard.packet().first(PASSWORD);
        return isPap(heard.packet()) && password.isPresent()
                ? askRadius(state, heard, given.number(), new Proof.Pap(password.get()))
                : refuse(state, heard.packet(), ErrCode.Auth.REFUSED);
    }

    private BasStep chap(Challenged challenged, BasEvent.Heard heard) {
        Packet request = heard.packet();
        int requestId = challenged.requestId();
        Optional<Octets> response = request.first(CHAP_PASSWORD).filter(password -> password.length() == 16);
        return request.requestId() == requestId && response.isPresent()
                ? askRadius(
                        challenged,
                        heard,
                        requestId,
                        new Proof.Chap(requestId & 0xff, response.get(), challenged.challenge()))
                : refuse(challenged, request, ErrCode.Auth.REFUSED);
    }

    private BasStep askRadius(BasState state, BasEvent.Heard heard, int requestId, Proof proof) {
        Packet request = heard.packet();
        return request.text(USER_NAME)
                .map(name -> new Attempt(requestId, name, heard.fromMacServer()))
                .map(attempt ->
                        BasStep.to(new Authenticating(attempt, request), new BasAction.AskRadius(attempt, proof)))
                .orElseGet(() -> refuse(state, request, ErrCode.Auth.REFUSED));
    }

    private BasStep accepted(BasState state, int requestId, Given given) {
        return state instanceof Authenticating asked && asked.attempt().requestId() == requestId
                ? BasStep.to(
                        new AwaitingAffirmation(
                                asked.attempt(),
                                given.now().plus(profile.timers().affirmation())),
                        new Reply(packets().success(asked.request(), requestId)))
                : BasStep.to(state);
    }

    private BasStep rejected(BasState state, int requestId, ErrCode code, Optional<String> text) {
        if (!(state instanceof Authenticating asked) || asked.attempt().requestId() != requestId) {
            return BasStep.to(state);
        }
        Packet request = asked.request().withRequestId(requestId);
        return BasStep.to(new BasState.Idle(), new Reply(packets().answer(request, Type.ACK_AUTH, code, text)));
    }

    /** Only a China Mobile device says it by five characters. */
    private Optional<String> errId(ErrId id) {
        return profile.dialect().authenticated() ? Optional.empty() : Optional.of(id.code());
    }

    private BasStep affirmed(BasState state, Packet packet, Given given) {
        if (!(state instanceof AwaitingAffirmation done)
                || packet.requestId() != done.attempt().requestId()) {
            return BasStep.to(state);
        }
        Attempt attempt = done.attempt();
        return macMessages()
                .tell(
                        BasStep.to(new Online(attempt, given.now()), new BasAction.StartAccounting(attempt)),
                        () -> packets().logon(attempt, given.number(), given.now()));
    }

    private BasStep logout(BasState state, Packet request, Given given) {
        boolean gaveUp = request.errCode() == ErrCode.Logout.GAVE_UP.value();
        if (state instanceof Online online) {
            return gaveUp ? BasStep.to(state) : loggedOut(online, request, given);
        }
        boolean halfOpen =
                state instanceof Challenged || state instanceof Authenticating || state instanceof AwaitingAffirmation;
        BasState after = halfOpen ? new BasState.Idle() : state;
        ErrCode code = halfOpen ? ErrCode.LogoutAnswer.OK : ErrCode.LogoutAnswer.REFUSED;
        return gaveUp
                ? BasStep.to(after)
                : BasStep.to(after, new Reply(packets().answer(request, Type.ACK_LOGOUT, code)));
    }

    private BasStep loggedOut(Online online, Packet request, Given given) {
        BasStep step = BasStep.to(
                new BasState.Idle(),
                new Reply(packets().answer(request, Type.ACK_LOGOUT, ErrCode.LogoutAnswer.OK)),
                new BasAction.StopAccounting(online.attempt(), StopCause.USER_REQUEST));
        return macMessages().tell(step, () -> packets().logoff(online, given));
    }

    private BasStep info(BasState state, Packet request, Given given) {
        Packet answer = state instanceof Online
                ? packets().info(request, given.traffic())
                : packets().answer(request, Type.ACK_INFO, ErrCode.InfoAnswer.FAILED);
        return BasStep.to(state, new Reply(answer));
    }

    private BasStep forcedOff(BasState state, BasEvent.ForcedOff off, Given given) {
        if (!(state instanceof Online online)) {
            return BasStep.to(state);
        }
        Packet notice = packets().logoutNotice(online.attempt().requestId(), off.errCode(), off.text());
        Instant next = given.now().plus(profile.timers().logoutInterval());
        BasStep step = BasStep.to(
                new Notifying(notice, profile.timers().logoutNotices() - 1, next),
                new BasAction.StopAccounting(online.attempt(), off.cause()),
                new BasAction.TellServer(notice));
        return macMessages().tell(step, () -> packets().logoff(online, given));
    }

    private BasStep acknowledged(BasState state, Packet packet) {
        return state instanceof Notifying told
                        && packet.type() == profile.dialect().answerToNtfLogout()
                        && packet.serial() == told.notice().serial()
                        && Authenticator.verifyAnswer(packet, told.notice().authenticator(), profile.secret())
                ? BasStep.to(new BasState.Idle())
                : BasStep.to(state);
    }

    private BasStep tick(BasState state, Given given) {
        if (!(state instanceof Notifying told) || given.now().isBefore(told.next())) {
            return BasStep.to(state);
        }
        Instant next = given.now().plus(profile.timers().logoutInterval());
        return told.left() == 0
                ? BasStep.to(new BasState.Idle())
                : BasStep.to(
                        new Notifying(told.notice(), told.left() - 1, next), new BasAction.TellServer(told.notice()));
    }
}
