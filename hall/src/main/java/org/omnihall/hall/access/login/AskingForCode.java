package org.omnihall.hall.access.login;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.omnihall.hall.access.attempt.Act;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.Journey;
import org.omnihall.hall.access.attempt.NumberKeys;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.code.Codes;
import org.omnihall.hall.access.code.Issue;
import org.omnihall.hall.access.code.Limit;
import org.omnihall.hall.access.code.LimitKind;
import org.omnihall.hall.access.code.Limits;
import org.omnihall.hall.access.code.Pictures;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.messaging.MessageId;
import org.omnihall.hall.messaging.Messages;
import org.omnihall.hall.messaging.Outgoing;
import org.omnihall.hall.messaging.Purpose;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.NumberPlan;
import org.omnihall.hall.party.NumberStanding;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** From a typed number to a code on its way. Limits first, so that refused look-ups count too (rule 6). */
@Component
class AskingForCode {

    private final Attempts attempts;
    private final NumberKeys keys;
    private final NumberPlan plan;
    private final Subscribers subscribers;
    private final Limits limits;
    private final Pictures pictures;
    private final Codes codes;
    private final Messages messages;
    private final Funnel funnel;
    private final Ground ground;

    AskingForCode(
            Attempts attempts,
            NumberKeys keys,
            NumberPlan plan,
            Subscribers subscribers,
            Limits limits,
            Pictures pictures,
            Codes codes,
            Messages messages,
            Funnel funnel,
            Ground ground) {
        this.attempts = attempts;
        this.keys = keys;
        this.plan = plan;
        this.subscribers = subscribers;
        this.limits = limits;
        this.pictures = pictures;
        this.codes = codes;
        this.messages = messages;
        this.funnel = funnel;
        this.ground = ground;
    }

    /** A number was typed. */
    Reply first(Attempt attempt, Ground.Facts here, Wish wish, Instant now) {
        if (!Journey.allows(attempt, Act.GIVE_NUMBER, now)) {
            return Reply.Show.plain();
        }
        Optional<Msisdn> number = Msisdn.parse(wish.number());
        if (number.isEmpty()) {
            funnel.dropped(attempt.where(), Drop.NUMBER_UNREADABLE, now);
            return Reply.Show.with(Say.NUMBER_UNREADABLE);
        }
        return send(attempt.about(keys.of(number.get())), here, number.get(), wish, now);
    }

    /** The code is wished once more. */
    Reply again(Attempt attempt, Ground.Facts here, Wish wish, Instant now) {
        if (!Journey.allows(attempt, Act.SEND_AGAIN, now) || !(attempt.state() instanceof State.Coded coded)) {
            return Reply.Show.plain();
        }
        return subscribers
                .numberOf(coded.subscriber())
                .map(number -> send(attempt, here, number, wish, now))
                .orElseGet(Reply.Show::plain);
    }

    private Reply send(Attempt attempt, Ground.Facts here, Msisdn number, Wish wish, Instant now) {
        Octets key = keys.of(number);
        List<Limit> counted =
                CodeLimits.of(attempt, key, here.figures(), here.controller().nat(), ground.everyone());
        if (limits.near(counted, here.figures().pictureAtPercent(), now) && !solved(attempt, wish, now)) {
            boolean tried = !wish.picture().isEmpty();
            funnel.dropped(attempt.where(), tried ? Drop.PICTURE_WRONG : Drop.PICTURE_ASKED, now);
            return new Reply.Picture(tried ? Say.PICTURE_WRONG : Say.PICTURE, wish.number());
        }
        Optional<LimitKind> full = limits.take(counted, now).full();
        if (full.isPresent()) {
            funnel.dropped(attempt.where(), full.get().drop(), now);
            return Reply.Show.with(Say.TOO_MANY);
        }
        attempts.consented(attempt.id(), here.figures().consentVersion(), now);
        return switch (plan.judge(number)) {
            case NumberStanding.NotOurs(NumberStanding.Reason reason) -> refuse(attempt, reason, now);
            case NumberStanding.Ours ours -> issue(attempt, here, number, key, now);
        };
    }

    private boolean solved(Attempt attempt, Wish wish, Instant now) {
        return !wish.picture().isEmpty() && pictures.solved(attempt.id(), wish.picture(), wish.answer(), now);
    }

    private Reply refuse(Attempt attempt, NumberStanding.Reason reason, Instant now) {
        attempts.move(attempt, new State.Refused(now), attempt.numberKey());
        funnel.dropped(attempt.where(), drop(reason), now);
        return Reply.Show.plain();
    }

    private Reply issue(Attempt attempt, Ground.Facts here, Msisdn number, Octets key, Instant now) {
        funnel.reached(attempt.where(), Step.NUMBER_GIVEN, now);
        State.Coded coded = new State.Coded(now, subscribers.idOf(number), key);
        if (!attempts.move(attempt, coded, Optional.of(key))) {
            return Reply.Show.plain();
        }
        return switch (codes.issue(attempt, key, CodeLimits.rules(here.figures()), now)) {
            case Issue.CoolingDown cooling -> {
                funnel.dropped(attempt.where(), Drop.CODE_COOLING_DOWN, now);
                yield Reply.Show.with(Say.COOLING_DOWN);
            }
            case Issue.Spent spent -> {
                funnel.dropped(attempt.where(), Drop.CODE_TRIES_SPENT, now);
                yield Reply.Show.with(Say.CODE_TRIES_SPENT);
            }
            case Issue.Send send -> {
                MessageId message = messages.send(message(attempt, number, send, here));
                codes.carriedBy(attempt.id(), key, message.value().toString());
                funnel.reached(attempt.where(), Step.CODE_SENT, now);
                yield send.again() ? Reply.Show.with(Say.SENT_AGAIN) : Reply.Show.plain();
            }
        };
    }

    private static Outgoing message(Attempt attempt, Msisdn number, Issue.Send send, Ground.Facts here) {
        return new Outgoing(
                Purpose.CODE,
                number,
                "login.code",
                Map.of(
                        "code",
                        send.digits(),
                        "minutes",
                        Long.toString(here.figures().codeLife().toMinutes())),
                attempt.language().locale(),
                send.expiresAt(),
                attempt.id(),
                attempt.spot().areaPath());
    }

    static Drop drop(NumberStanding.Reason reason) {
        return switch (reason) {
            case FOREIGN -> Drop.NUMBER_FOREIGN;
            case PORTED_OUT -> Drop.NUMBER_PORTED_OUT;
            case DENIED -> Drop.NUMBER_DENIED;
            case UNKNOWN -> Drop.NUMBER_UNKNOWN;
            case BOSS_REFUSED -> Drop.NUMBER_BOSS_REFUSED;
        };
    }
}
