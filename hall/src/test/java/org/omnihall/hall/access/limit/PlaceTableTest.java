package org.omnihall.hall.access.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.omnihall.hall.access.limit.Homes.NOON;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.omnihall.octets.MacAddress;

/** What was laid down is given back, whatever else was, until there is no room for it; then it is forgotten and never mistaken. */
class PlaceTableTest {

    private static final int ROOMY = 1 << 22;

    private static Taken place(long id) {
        return new Taken(
                new DeviceLimit.Place(new UUID(id, ~id), true, Optional.of(new MacAddress(id)), NOON),
                id,
                Optional.empty());
    }

    private static List<Taken> of(PlaceTable table, Owner owner) {
        return table.with(owner, OwnersPlaces::all);
    }

    private static void change(PlaceTable table, Owner owner, Function<OwnersPlaces, OwnersPlaces> what) {
        table.with(owner, his -> {
            table.put(what.apply(his));
            return his;
        });
    }

    @Test
    void givesBackWhatWasLaidDownLast() {
        PlaceTable table = new PlaceTable(ROOMY);
        Random random = new Random(11);
        Map<Owner, List<Taken>> all = new HashMap<>();
        for (int step = 0; step < 200_000; step++) {
            long number = random.nextInt(4_000);
            Owner owner = random.nextBoolean() ? Owner.account(number) : Owner.subscriber(number);
            List<Taken> his = all.computeIfAbsent(owner, none -> new ArrayList<>());
            if (his.isEmpty() || random.nextInt(5) < 3) {
                Taken more = place(step);
                his.add(more);
                change(table, owner, known -> known.with(more));
            } else {
                Taken gone = his.remove(random.nextInt(his.size()));
                change(table, owner, known -> known.without(gone.place().id()));
            }
        }
        all.forEach((owner, his) -> assertThat(of(table, owner)).isEqualTo(his));
        assertThat(table.pushedOut()).isZero();
    }

    @Test
    void remembersWhenAnOwnersSessionsWereReadThoughHeHasNone() {
        PlaceTable table = new PlaceTable(ROOMY);
        change(table, Owner.account(1), his -> his.read(List.of(), NOON));
        for (int i = 2; i < 10_000; i++) {
            change(table, Owner.account(i), his -> his.with(place(7)));
        }
        boolean isRead = table.with(Owner.account(1), his -> his.isReadSince(NOON));
        assertThat(isRead).isTrue();
    }

    @Test
    void forgetsSomeWhereThereIsNoRoomAndMistakesNobody() {
        int room = 4_096;
        int owners = 5 * room;
        PlaceTable table = new PlaceTable(room);
        for (int i = 0; i < owners; i++) {
            Taken his = place(i);
            change(table, Owner.account(i), known -> known.with(his));
        }
        int known = 0;
        for (int i = 0; i < owners; i++) {
            List<Taken> his = of(table, Owner.account(i));
            assertThat(his).isIn(List.of(), List.of(place(i)));
            known += his.size();
        }
        assertThat(known).isBetween(room / 2, room);
        assertThat(table.pushedOut()).isEqualTo(owners - known);
    }

    @Test
    void takesNoMoreThanItHolds() {
        PlaceStripe stripe = new PlaceStripe(1_000);
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 1_000; i++) {
                OwnersPlaces known = stripe.find(i).orElse(OwnersPlaces.unread(Owner.account(i)));
                stripe.put(
                        round % 2 == 0
                                ? known.with(place(i)).with(place(5_000 + i))
                                : known.without(place(i).place().id()));
            }
        }
        assertThat(stripe.octets()).isLessThan(1_000 * 250);
        stripe.clear();
        assertThat(stripe.find(1)).isEmpty();
        assertThat(stripe.octets()).isLessThan(100);
    }

    @Test
    void holdsFewerOwnersWhereTheyHaveMorePlaces() {
        PlaceStripe stripe = new PlaceStripe(1_000);
        int forgotten = 0;
        for (int i = 0; i < 1_000; i++) {
            OwnersPlaces his = OwnersPlaces.unread(Owner.account(i));
            for (int device = 0; device < 10; device++) {
                his = his.with(place(10_000L * device + i));
            }
            forgotten += stripe.put(his);
        }
        int known = 0;
        for (int i = 0; i < 1_000; i++) {
            int number = i;
            known += stripe.find(i).isPresent() ? 1 : 0;
            stripe.find(i)
                    .ifPresent(his -> assertThat(his.all()).hasSize(10).first().isEqualTo(place(number)));
        }
        assertThat(known).isBetween(100, 150);
        assertThat(forgotten).isEqualTo(1_000 - known);
        assertThat(stripe.octets()).isLessThan(1_000 * 120);
    }

    @Test
    void forgetsNobodyForThoseWhoHaveNothingAnyMore() {
        PlaceStripe stripe = new PlaceStripe(1_000);
        int forgotten = 0;
        for (int i = 0; i < 100_000; i++) {
            Taken his = place(i);
            forgotten += stripe.put(OwnersPlaces.unread(Owner.account(i)).with(his));
            if (i >= 500) {
                OwnersPlaces gone = stripe.find(i - 500).orElseThrow();
                stripe.put(gone.without(place(i - 500).place().id()));
            }
        }
        assertThat(forgotten).isZero();
    }

    @Test
    void keepsTheOneWhoHasMoreThanThereIsRoomFor() {
        PlaceStripe stripe = new PlaceStripe(8);
        stripe.put(OwnersPlaces.unread(Owner.account(1)).with(place(1)));
        OwnersPlaces his = OwnersPlaces.unread(Owner.account(2));
        for (int device = 0; device < 100; device++) {
            his = his.with(place(device));
            stripe.put(his);
        }
        assertThat(stripe.find(2))
                .hasValueSatisfying(found -> assertThat(found.all()).hasSize(100));
    }

    @Test
    void losesNothingBetweenThreads() throws Exception {
        PlaceTable table = new PlaceTable(ROOMY);
        int each = 20_000;
        List<Callable<Void>> work = IntStream.range(0, 4)
                .<Callable<Void>>mapToObj(thread -> () -> {
                    for (int i = 0; i < each; i++) {
                        Taken more = place((long) thread * each + i);
                        change(table, Owner.account(i % 500), his -> his.with(more));
                    }
                    return null;
                })
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        long places = IntStream.range(0, 500)
                .mapToLong(i -> of(table, Owner.account(i)).size())
                .sum();
        assertThat(places).isEqualTo(4L * each);
    }
}
