package org.omnihall.portal.bas;

import java.util.function.Supplier;
import org.omnihall.portal.Authenticator;
import org.omnihall.portal.ErrCode;
import org.omnihall.portal.Packet;
import org.omnihall.portal.bas.BasState.AskedForBinding;
import org.omnihall.portal.bas.BasState.Bound;

/** What a device and a MAC binding server say to each other about one client. Where they cannot name an IPv6 client they say nothing. */
record MacMessages(BasProfile profile, BasClient client) {

    /** The step, and the server told of it. */
    BasStep tell(BasStep step, Supplier<Packet> message) {
        return spoken() ? step.and(new BasAction.TellMacServer(message.get())) : step;
    }

    /** Asks whether the client is bound, before any page is shown. */
    BasStep firstTraffic(BasState state, Given given) {
        if (!(state instanceof BasState.Idle) || !spoken()) {
            return BasStep.to(state);
        }
        Packet question = new BasPackets(profile, client).bindingQuestion(given.number());
        return BasStep.to(
                new AskedForBinding(question, given.now().plus(profile.timers().binding())),
                new BasAction.TellMacServer(question));
    }

    BasStep answered(BasState state, Packet answer, Given given) {
        boolean mine = state instanceof AskedForBinding asked
                && answer.serial() == asked.question().serial()
                && Authenticator.verifyAnswer(answer, asked.question().authenticator(), profile.secret());
        if (!mine) {
            return BasStep.to(state);
        }
        return answer.errCode() == ErrCode.MacBinding.BOUND.value()
                ? BasStep.to(new Bound(given.now().plus(profile.timers().binding())))
                : BasStep.to(new BasState.Idle());
    }

    private boolean spoken() {
        return profile.macMessages().carries(client.ip());
    }
}
