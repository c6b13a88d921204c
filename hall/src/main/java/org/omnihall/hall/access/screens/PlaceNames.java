package org.omnihall.hall.access.screens;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.network.Venues;
import org.springframework.stereotype.Component;

/** Finds names for ids and ids for typed names, of controllers and Venues. */
@Component
class PlaceNames {

    private static final int MOST = 200;

    private final AccessControllers controllers;
    private final Venues venues;

    PlaceNames(AccessControllers controllers, Venues venues) {
        this.controllers = controllers;
        this.venues = venues;
    }

    Map<Long, String> controllers() {
        return controllers.all().stream().collect(Collectors.toMap(AccessController::id, AccessController::name));
    }

    Map<Long, String> venues(Collection<Long> ids) {
        return venues.names(List.copyOf(ids));
    }

    /** What a list of suggestions offers in an Area. */
    List<String> someControllers(String areaPath) {
        return controllers.all().stream()
                .filter(controller -> controller.areaPath().startsWith(areaPath))
                .map(AccessController::name)
                .sorted()
                .limit(MOST)
                .toList();
    }

    List<String> someVenues(String areaPath) {
        return venues.some(areaPath, MOST);
    }

    /** The controllers whose name holds the text; nothing typed asks for nothing. */
    Optional<List<Long>> controllersNamed(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(controllers.all().stream()
                        .filter(controller ->
                                controller.name().toLowerCase(Locale.ROOT).contains(text))
                        .map(AccessController::id)
                        .limit(MOST)
                        .toList());
    }

    /** The Venues whose name begins with the text; nothing typed asks for nothing. */
    Optional<List<Long>> venuesNamed(String typed) {
        return typed.isBlank() ? Optional.empty() : Optional.of(venues.named(typed.strip(), MOST));
    }
}
