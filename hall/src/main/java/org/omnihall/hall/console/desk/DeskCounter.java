package org.omnihall.hall.console.desk;

import java.util.Optional;
import java.util.UUID;
import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.shell.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The place at which somebody serves a customer; whoever is not at it does nothing there. */
@Component
class DeskCounter {

    private final WorkPlaces places;
    private final DeskVisits visits;
    private final DeskCustomers customers;

    DeskCounter(WorkPlaces places, DeskVisits visits, DeskCustomers customers) {
        this.places = places;
        this.visits = visits;
        this.customers = customers;
    }

    /** A visit that is going on, and where. */
    record Served(Visit visit, Channel here) {}

    /**
     * His own running visit at the channel where he serves now. The customer is his business, or was handed over to him.
     *
     * @throws ResponseStatusException where there is none
     */
    Served at(Caller caller, UUID id) {
        Channel here = here(caller).orElseThrow(DeskCounter::missing);
        return visits.find(id)
                .filter(visit -> visit.login().equals(caller.login()))
                .filter(visit -> visit.channel().equals(here.id()))
                .filter(visit -> visit.endedAt().isEmpty())
                .filter(visit -> visit.handover().isPresent() || customers.isHis(caller, visit.whom()))
                .map(visit -> new Served(visit, here))
                .orElseThrow(DeskCounter::missing);
    }

    Optional<Channel> here(Caller caller) {
        return places.of(caller);
    }

    static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
