package org.omnihall.hall.access.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.omnihall.octets.MacAddress;

/** The places of one owner as a node knows them, as numbers. Never changed; a change is another one. */
final class OwnersPlaces {

    /** The numbers of a place: its id (two), MAC, controller, since and until in milliseconds. */
    static final int WIDTH = 6;

    private static final int MAC = 2;
    private static final int CONTROLLER = 3;
    private static final int SINCE = 4;
    private static final int UNTIL = 5;
    private static final long NOT_READ = Long.MIN_VALUE;
    private static final long NO_END = Long.MAX_VALUE;
    private static final long NO_MAC = -1;
    private static final long[] NOBODY = {};

    private final long owner;
    private final long readAt;
    private final long[] places;

    private OwnersPlaces(long owner, long readAt, long[] places) {
        this.owner = owner;
        this.readAt = readAt;
        this.places = places;
    }

    /** Of an owner whose sessions were not looked up yet. */
    static OwnersPlaces unread(Owner owner) {
        return new OwnersPlaces(owner.number(), NOT_READ, NOBODY);
    }

    /** From its numbers as {@link #writeTo} left them. */
    static OwnersPlaces of(long owner, long readAt, long[] numbers, int at, int length) {
        return new OwnersPlaces(owner, readAt, Arrays.copyOfRange(numbers, at, at + length));
    }

    void writeTo(long[] numbers, int at) {
        System.arraycopy(places, 0, numbers, at, places.length);
    }

    /** How many numbers its places are. */
    int length() {
        return places.length;
    }

    long owner() {
        return owner;
    }

    /** When they were read, as {@link #of} takes it. */
    long readAt() {
        return readAt;
    }

    int count() {
        return places.length / WIDTH;
    }

    /** Whether forgetting it loses nothing. */
    boolean saysNothing() {
        return saysNothing(readAt, places.length);
    }

    static boolean saysNothing(long readAt, int length) {
        return readAt == NOT_READ && length == 0;
    }

    /** Whether the open sessions are as of that moment or later. */
    boolean isReadSince(Instant moment) {
        return readAt != NOT_READ && readAt >= moment.toEpochMilli();
    }

    List<Taken> all() {
        List<Taken> all = new ArrayList<>(count());
        for (int at = 0; at < places.length; at += WIDTH) {
            Optional<Instant> until =
                    isOpen(at) ? Optional.empty() : Optional.of(Instant.ofEpochMilli(places[at + UNTIL]));
            Optional<MacAddress> mac =
                    places[at + MAC] == NO_MAC ? Optional.empty() : Optional.of(new MacAddress(places[at + MAC]));
            all.add(new Taken(
                    new DeviceLimit.Place(id(at), until.isEmpty(), mac, Instant.ofEpochMilli(places[at + SINCE])),
                    places[at + CONTROLLER],
                    until));
        }
        return all;
    }

    /** The newest admission that the controller asks for again: of the same login, or of the same device. */
    Optional<UUID> earlier(Admission admission) {
        int newest = -1;
        for (int at = 0; at < places.length; at += WIDTH) {
            if (!isOpen(at)
                    && places[at + CONTROLLER] == admission.controllerId()
                    && (isId(at, admission.journey()) || isOf(at, admission.mac()))
                    && (newest < 0 || places[newest + SINCE] <= places[at + SINCE])) {
                newest = at;
            }
        }
        return newest < 0 ? Optional.empty() : Optional.of(id(newest));
    }

    /** Those that are held at a moment. */
    OwnersPlaces heldAt(Instant moment) {
        long millis = moment.toEpochMilli();
        return only(at -> isOpen(at) || millis < places[at + UNTIL]);
    }

    /** With one more, in the place of the one with its id. */
    OwnersPlaces with(Taken one) {
        OwnersPlaces others = without(one.place().id());
        long[] more = Arrays.copyOf(others.places, others.places.length + WIDTH);
        write(one, more, others.places.length);
        return new OwnersPlaces(owner, readAt, more);
    }

    OwnersPlaces without(UUID id) {
        return only(at -> !isId(at, id));
    }

    /** Without the admission of a login, for its session began. */
    OwnersPlaces withoutAdmission(UUID journey) {
        return only(at -> isOpen(at) || !isId(at, journey));
    }

    /** With the open sessions as they were read; admissions stay whose sessions have not begun, on whichever node they would. */
    OwnersPlaces read(List<PlaceBook.Open> open, Instant moment) {
        Set<UUID> begun = open.stream().flatMap(one -> one.journey().stream()).collect(Collectors.toSet());
        OwnersPlaces admitted = only(at -> !isOpen(at) && !begun.contains(id(at)));
        int at = admitted.places.length;
        long[] all = Arrays.copyOf(admitted.places, at + open.size() * WIDTH);
        for (PlaceBook.Open one : open) {
            write(one.taken(), all, at);
            at += WIDTH;
        }
        return new OwnersPlaces(owner, moment.toEpochMilli(), all);
    }

    /** To be read again before the next answer. */
    OwnersPlaces stale() {
        return new OwnersPlaces(owner, NOT_READ, places);
    }

    /** The places that fulfil something; itself where all do, which is usual. */
    private OwnersPlaces only(IntPredicate which) {
        int kept = 0;
        for (int at = 0; at < places.length; at += WIDTH) {
            kept += which.test(at) ? WIDTH : 0;
        }
        if (kept == places.length) {
            return this;
        }
        long[] some = new long[kept];
        int to = 0;
        for (int at = 0; at < places.length; at += WIDTH) {
            if (which.test(at)) {
                System.arraycopy(places, at, some, to, WIDTH);
                to += WIDTH;
            }
        }
        return new OwnersPlaces(owner, readAt, some);
    }

    private boolean isOpen(int at) {
        return places[at + UNTIL] == NO_END;
    }

    private UUID id(int at) {
        return new UUID(places[at], places[at + 1]);
    }

    private boolean isId(int at, UUID id) {
        return places[at] == id.getMostSignificantBits() && places[at + 1] == id.getLeastSignificantBits();
    }

    private boolean isOf(int at, Optional<MacAddress> mac) {
        return mac.isPresent() && places[at + MAC] == mac.get().bits();
    }

    private static void write(Taken one, long[] places, int at) {
        UUID id = one.place().id();
        places[at] = id.getMostSignificantBits();
        places[at + 1] = id.getLeastSignificantBits();
        places[at + MAC] = one.place().mac().map(MacAddress::bits).orElse(NO_MAC);
        places[at + CONTROLLER] = one.controllerId();
        places[at + SINCE] = one.place().since().toEpochMilli();
        places[at + UNTIL] = one.until().map(Instant::toEpochMilli).orElse(NO_END);
    }
}
