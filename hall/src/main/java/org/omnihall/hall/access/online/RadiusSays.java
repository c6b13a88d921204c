package org.omnihall.hall.access.online;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.access.SessionOpened;
import org.omnihall.hall.access.aaa.ExpectedLogin;
import org.omnihall.hall.access.aaa.ExpectedLogins;
import org.omnihall.hall.access.aaa.LoginOutcomes;
import org.omnihall.hall.access.aaa.Refusal;
import org.omnihall.hall.access.attempt.Attempt;
import org.omnihall.hall.access.attempt.Attempts;
import org.omnihall.hall.access.attempt.NumberKeys;
import org.omnihall.hall.access.attempt.State;
import org.omnihall.hall.access.attempt.Way;
import org.omnihall.hall.access.binding.Binding;
import org.omnihall.hall.access.binding.Bindings;
import org.omnihall.hall.access.funnel.Drop;
import org.omnihall.hall.access.funnel.Funnel;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.FigureSet;
import org.omnihall.hall.access.network.Figures;
import org.omnihall.hall.access.network.Place;
import org.omnihall.hall.access.network.Places;
import org.omnihall.hall.messaging.Messages;
import org.omnihall.hall.messaging.Outgoing;
import org.omnihall.hall.messaging.Purpose;
import org.omnihall.hall.party.Msisdn;
import org.omnihall.hall.party.Subscribers;
import org.omnihall.octets.MacAddress;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What RADIUS asks of the login pages, and what it tells them: here bindings are born (rule 2) and the funnel's last steps are written. */
@Component
class RadiusSays implements ExpectedLogins, LoginOutcomes {

    private static final Duration NOTICE_LIFE = Duration.ofHours(12);

    private final Attempts attempts;
    private final NumberKeys keys;
    private final Bindings bindings;
    private final Funnel funnel;
    private final AccessControllers controllers;
    private final Places places;
    private final Figures figures;
    private final Subscribers subscribers;
    private final Messages messages;
    private final Clock clock;

    RadiusSays(
            Attempts attempts,
            NumberKeys keys,
            Bindings bindings,
            Funnel funnel,
            AccessControllers controllers,
            Places places,
            Figures figures,
            Subscribers subscribers,
            Messages messages,
            Clock clock) {
        this.attempts = attempts;
        this.keys = keys;
        this.bindings = bindings;
        this.funnel = funnel;
        this.controllers = controllers;
        this.places = places;
        this.figures = figures;
        this.subscribers = subscribers;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public boolean mayHaveSent(String user) {
        return Msisdn.parse(user).isPresent();
    }

    @Override
    public Optional<ExpectedLogin> find(
            long controllerId, String user, Optional<MacAddress> mac, Optional<InetAddress> ip) {
        Optional<Msisdn> number = Msisdn.parse(user);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        List<Attempt> live = attempts.expected(controllerId, keys.of(number.get()), clock.instant());
        return live.stream()
                .filter(attempt -> sameDevice(attempt, mac, ip))
                .findFirst()
                .or(() -> live.stream().findFirst())
                .flatMap(attempt -> expected(attempt, number.get()));
    }

    @Override
    public void accepted(UUID attempt, Optional<MacAddress> mac, Instant at) {
        attempts.find(attempt).ifPresent(found -> {
            funnel.reached(found.where(), Step.ACCESS_ACCEPTED, at);
            way(found.state()).ifPresent(way -> mac.ifPresent(device -> bind(found, way, device, at)));
        });
    }

    @Override
    public void rejected(UUID attempt, Refusal refusal, Instant at) {
        attempts.find(attempt)
                .ifPresent(found -> funnel.dropped(found.where(), Drop.ACCESS_REJECTED, refusal.name(), at));
    }

    @EventListener
    void sessionOpened(SessionOpened opened) {
        opened.journey()
                .filter(journey -> opened.subscriberId().isPresent()) // a network account comes by no page
                .flatMap(attempts::find)
                .ifPresent(attempt -> funnel.reached(attempt.where(), Step.ACCOUNTING_STARTED, opened.at()));
    }

    private void bind(Attempt attempt, Known known, MacAddress mac, Instant at) {
        if (attempt.device().mac().filter(tried -> !tried.equals(mac)).isPresent()) {
            return;
        }
        controllers.byId(attempt.controllerId()).ifPresent(controller -> {
            FigureSet here = figures.at(
                    places.at(controller, attempt.spot().ssid(), attempt.spot().apMac()));
            switch (known.way()) {
                case CODE -> bindings.born(birth(attempt, known.subscriber(), mac, here), at);
                case BINDING, MAC ->
                    bindings.find(attempt.spot().ssidGroup(), mac, at)
                            .ifPresent(binding -> usedAgain(attempt, binding, here, at));
            }
        });
    }

    private static Bindings.Birth birth(Attempt attempt, long subscriber, MacAddress mac, FigureSet here) {
        return new Bindings.Birth(
                attempt.spot().ssidGroup(),
                mac,
                subscriber,
                attempt.id(),
                attempt.spot().areaPath(),
                mac.locallyAdministered() ? here.bindingLifeRandomMac() : here.bindingLife(),
                here.bindingDevices());
    }

    private void usedAgain(Attempt attempt, Binding binding, FigureSet here, Instant at) {
        bindings.used(binding.id(), at);
        if (here.bindingNotice() && bindings.notice(binding.id(), at)) {
            subscribers
                    .numberOf(binding.subscriberId())
                    .ifPresent(number -> messages.send(notice(attempt, number, at)));
        }
    }

    private static Outgoing notice(Attempt attempt, Msisdn number, Instant at) {
        return new Outgoing(
                Purpose.SERVICE,
                number,
                "login.automatic",
                Map.of("place", attempt.spot().ssid()),
                attempt.language().locale(),
                at.plus(NOTICE_LIFE),
                attempt.id(),
                attempt.spot().areaPath());
    }

    private record Known(long subscriber, Way way) {}

    private static Optional<Known> way(State state) {
        return switch (state) {
            case State.Connecting s -> Optional.of(new Known(s.subscriber(), s.way()));
            case State.Online s -> Optional.of(new Known(s.subscriber(), s.way()));
            case State.Asked s -> Optional.empty();
            case State.Refused s -> Optional.empty();
            case State.Coded s -> Optional.empty();
            case State.Known s -> Optional.empty();
            case State.Slot s -> Optional.empty();
            case State.Failed s -> Optional.empty();
            case State.Ended s -> Optional.empty();
        };
    }

    private static boolean sameDevice(Attempt attempt, Optional<MacAddress> mac, Optional<InetAddress> ip) {
        boolean sameMac = mac.isEmpty()
                || attempt.device().mac().isEmpty()
                || attempt.device().mac().equals(mac);
        boolean sameIp = ip.isEmpty() || attempt.device().ip().equals(ip.get());
        return sameMac && sameIp;
    }

    private Optional<ExpectedLogin> expected(Attempt attempt, Msisdn number) {
        return way(attempt.state())
                .flatMap(known -> place(attempt)
                        .map(place -> new ExpectedLogin(
                                attempt.id(),
                                known.subscriber(),
                                number,
                                place,
                                attempt.device().mac(),
                                Optional.of(attempt.device().ip()))));
    }

    private Optional<Place> place(Attempt attempt) {
        return controllers
                .byId(attempt.controllerId())
                .map(controller -> places.at(
                        controller, attempt.spot().ssid(), attempt.spot().apMac()));
    }
}
