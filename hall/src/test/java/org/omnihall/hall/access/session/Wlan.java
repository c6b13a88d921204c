package org.omnihall.hall.access.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.omnihall.hall.access.limit.Owner;
import org.omnihall.octets.MacAddress;

/** People and moments of the session tests. */
final class Wlan {

    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    static final MacAddress LI_PHONE = MacAddress.parse("02-11-22-33-44-55").orElseThrow();
    static final MacAddress LI_TABLET = MacAddress.parse("02-11-22-33-44-66").orElseThrow();
    static final SessionPlace LAKE =
            new SessionPlace("/zj/hz/", OptionalLong.of(7), OptionalLong.empty(), Optional.of("CITY"), "CITY");

    private Wlan() {}

    static Instant noonPlus(long seconds) {
        return NOON.plusSeconds(seconds);
    }

    static Usage usage(long seconds, long octets) {
        return new Usage(octets, octets * 2, octets / 100, octets / 50, Duration.ofSeconds(seconds));
    }

    static AccountingEvent event(
            AccountingEvent.Kind kind, String name, Optional<UUID> journey, MacAddress mac, long second, long start) {
        Usage usage = kind == AccountingEvent.Kind.START
                ? Usage.NONE
                : usage(second - start, Math.max(0, second - start) * 1000);
        return new AccountingEvent(
                kind,
                1,
                name,
                journey.map(id -> new SessionClass.Handle(id, Optional.of(mac), Optional.empty())),
                new AccountingEvent.Device(
                        "13800138000",
                        Optional.of(mac),
                        Optional.empty(),
                        Optional.of("CITY"),
                        Optional.empty(),
                        Set.of(),
                        true),
                noonPlus(second),
                noonPlus(second),
                usage,
                Optional.empty());
    }

    /** The same with what its Accept granted. */
    static AccountingEvent granted(AccountingEvent event, UUID journey, Grant grant) {
        return new AccountingEvent(
                event.kind(),
                event.controllerId(),
                event.acctSessionId(),
                Optional.of(new SessionClass.Handle(journey, event.device().mac(), Optional.of(grant))),
                event.device(),
                event.at(),
                event.receivedAt(),
                event.usage(),
                event.cause());
    }

    static AccountingEvent start(String name, long second) {
        return event(AccountingEvent.Kind.START, name, Optional.empty(), LI_PHONE, second, second);
    }

    static AccountingEvent interim(String name, long second, long start) {
        return event(AccountingEvent.Kind.INTERIM, name, Optional.empty(), LI_PHONE, second, start);
    }

    static AccountingEvent stop(String name, long second, long start) {
        return event(AccountingEvent.Kind.STOP, name, Optional.empty(), LI_PHONE, second, start);
    }

    static SessionFacts facts(UUID id, AccountingEvent event) {
        return new SessionFacts(
                id,
                event.controllerId(),
                event.acctSessionId(),
                event.journey(),
                Optional.of(Owner.subscriber(17)),
                Optional.empty(),
                event.device().userName(),
                OptionalLong.of(17),
                OptionalLong.empty(),
                event.device().mac(),
                event.device().ip(),
                LAKE,
                Duration.ofMinutes(10),
                event.device().wlan());
    }
}
