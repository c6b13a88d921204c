package org.omnihall.hall.access.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.omnihall.octets.MacAddress;

/**
 * The places of one owner as a node knows them: 48 octets a place, so that millions of owners fit into memory. Never changed; a change is another
 * one.
 */
final class OwnersPlaces {

    private static final int WIDTH = 6;
    private static final long NOT_READ = Long.MIN_VALUE;
    private static final long NO_END = Long.MAX_VALUE;
    private static final long NO_MAC = -1;

    private final long owner;
    private final long readAt;

    /** A place is id (two numbers), MAC, controller, since and until in milliseconds. */
    private final long[] places;

    private OwnersPlaces(long owner, long readAt, long[] places) {
        this.owner = owner;
        this.readAt = readAt;
        this.places = places;
    }

    /** Of an owner whose sessions were not looked up yet. */
    static OwnersPlaces unread(Owner owner) {
        return new OwnersPlaces(owner.number(), NOT_READ, new long[0]);
    }

    boolean isOf(Owner asked) {
        return owner == asked.number();
    }

    /** Whether the open sessions are as of that moment or later. */
    boolean isReadSince(Instant moment) {
        return readAt != NOT_READ && readAt >= moment.toEpochMilli();
    }

    List<Taken> all() {
        List<Taken> all = new ArrayList<>(places.length / WIDTH);
        for (int at = 0; at < places.length; at += WIDTH) {
            Optional<Instant> until =
                    places[at + 5] == NO_END ? Optional.empty() : Optional.of(Instant.ofEpochMilli(places[at + 5]));
            Optional<MacAddress> mac =
                    places[at + 2] == NO_MAC ? Optional.empty() : Optional.of(new MacAddress(places[at + 2]));
            all.add(new Taken(
                    new DeviceLimit.Place(
                            new UUID(places[at], places[at + 1]),
                            until.isEmpty(),
                            mac,
                            Instant.ofEpochMilli(places[at + 4])),
                    places[at + 3],
                    until));
        }
        return all;
    }

    /** With one more, in the place of the one with its id. */
    OwnersPlaces with(Taken one) {
        List<Taken> more = all();
        more.removeIf(taken -> taken.place().id().equals(one.place().id()));
        more.add(one);
        return of(readAt, more);
    }

    OwnersPlaces without(Predicate<Taken> which) {
        List<Taken> fewer = all();
        return fewer.removeIf(which) ? of(readAt, fewer) : this;
    }

    /** With the open sessions as they were read; admissions stay whose sessions have not begun, on whichever node they would. */
    OwnersPlaces read(List<PlaceBook.Open> open, Instant at) {
        List<Taken> places = all();
        Set<UUID> begun = open.stream().flatMap(one -> one.journey().stream()).collect(Collectors.toSet());
        places.removeIf(
                taken -> taken.place().open() || begun.contains(taken.place().id()));
        open.forEach(one -> places.add(one.taken()));
        return of(at.toEpochMilli(), places);
    }

    /** To be read again before the next answer. */
    OwnersPlaces stale() {
        return new OwnersPlaces(owner, NOT_READ, places);
    }

    private OwnersPlaces of(long read, List<Taken> taken) {
        long[] row = new long[taken.size() * WIDTH];
        int at = 0;
        for (Taken one : taken) {
            row[at] = one.place().id().getMostSignificantBits();
            row[at + 1] = one.place().id().getLeastSignificantBits();
            row[at + 2] = one.place().mac().map(MacAddress::bits).orElse(NO_MAC);
            row[at + 3] = one.controllerId();
            row[at + 4] = one.place().since().toEpochMilli();
            row[at + 5] = one.until().map(Instant::toEpochMilli).orElse(NO_END);
            at += WIDTH;
        }
        return new OwnersPlaces(owner, read, row);
    }
}
