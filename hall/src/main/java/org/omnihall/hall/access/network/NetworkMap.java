package org.omnihall.hall.access.network;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The whole network at one moment, but for APs and accounts, of which there may be too many to hold. */
final class NetworkMap {

    /** A place that people know by name. */
    record VenueRow(long id, String areaPath, String name) {}

    /** @param group the SSIDs that share bindings */
    record SsidRow(long id, String areaPath, String name, String group, long profileId) {}

    record SsidAtVenueRow(long id, long ssidId, long venueId, Optional<Long> profileId) {}

    private record SsidAtVenueKey(long ssidId, long venueId) {}

    private static final int MOST_ASKED = 16_384;

    private final ControllerBook controllers;
    private final Map<Long, VenueRow> venues = new HashMap<>();
    private final Map<String, SsidRow> ssids = new HashMap<>();
    private final Map<SsidAtVenueKey, SsidAtVenueRow> ssidsAtVenues = new HashMap<>();
    private final Map<Long, AccessProfile> profiles = new LinkedHashMap<>();
    private final boolean anyCounts;
    private final Map<Scope, Map<Figure, FigureValue>> figures;
    private final Map<List<Scope>, FigureSet> resolved = new ConcurrentHashMap<>();

    /** Of spots that were asked for, as far as there is room: each login asks for its own twice. */
    private final Map<Spot, FigureSet> asked = new ConcurrentHashMap<>();

    NetworkMap(
            List<AccessController> controllers,
            List<VenueRow> venues,
            Ssids ssids,
            Map<Scope, Map<Figure, FigureValue>> figures) {
        this.controllers = new ControllerBook(controllers);
        venues.forEach(v -> this.venues.put(v.id(), v));
        ssids.profiles().forEach(p -> profiles.put(p.id(), p));
        ssids.names().forEach(s -> this.ssids.put(s.name(), s));
        ssids.atVenues().forEach(s -> ssidsAtVenues.put(new SsidAtVenueKey(s.ssidId(), s.venueId()), s));
        this.anyCounts =
                ssids.profiles().stream().anyMatch(profile -> profile.quota().counts());
        this.figures = figures;
    }

    /** SSIDs and what they give. */
    record Ssids(List<SsidRow> names, List<SsidAtVenueRow> atVenues, List<AccessProfile> profiles) {}

    ControllerBook controllers() {
        return controllers;
    }

    Optional<VenueRow> venue(long id) {
        return Optional.ofNullable(venues.get(id));
    }

    /** Those of this name; each in an Area of its own. */
    List<VenueRow> venuesNamed(String name) {
        return venues.values().stream()
                .filter(venue -> venue.name().equals(name))
                .toList();
    }

    Optional<SsidRow> ssid(String name) {
        return Optional.ofNullable(ssids.get(name));
    }

    Optional<SsidAtVenueRow> ssidAtVenue(long ssidId, long venueId) {
        return Optional.ofNullable(ssidsAtVenues.get(new SsidAtVenueKey(ssidId, venueId)));
    }

    Optional<AccessProfile> profile(long id) {
        return Optional.ofNullable(profiles.get(id));
    }

    Collection<AccessProfile> profiles() {
        return profiles.values();
    }

    /** Whether some profile bounds what people use in a day or a month. */
    boolean anyCounts() {
        return anyCounts;
    }

    Map<String, Long> profileIds() {
        Map<String, Long> ids = new HashMap<>();
        profiles.values().forEach(profile -> ids.put(profile.name(), profile.id()));
        return ids;
    }

    /** The operator's profile for what names none: the oldest one, which the schema brings and nobody can remove. */
    AccessProfile standardProfile() {
        for (AccessProfile first : profiles.values()) {
            return first;
        }
        throw new IllegalStateException("no access profile");
    }

    Map<Figure, FigureValue> figuresAt(Scope scope) {
        return figures.getOrDefault(scope, Map.of());
    }

    FigureSet figures(Spot spot) {
        FigureSet known = asked.get(spot);
        if (known != null) {
            return known;
        }
        FigureSet found = figures(spot.chain());
        if (asked.size() < MOST_ASKED) {
            asked.put(spot, found);
        }
        return found;
    }

    /** The figures along a chain of scopes, outermost first. Equal chains share one answer. */
    FigureSet figures(List<Scope> chain) {
        List<Scope> set = new ArrayList<>(chain);
        set.removeIf(scope -> !figures.containsKey(scope));
        if (set.isEmpty()) {
            return FigureSet.STANDARD;
        }
        return resolved.computeIfAbsent(set, this::resolve);
    }

    private FigureSet resolve(List<Scope> chain) {
        Map<Figure, FigureValue> values = new HashMap<>();
        chain.forEach(scope -> values.putAll(figuresAt(scope)));
        return new FigureSet(values);
    }

    /** The operator and each Area from the root down to the path: {@code /zj/hz/} gives operator, {@code /}, {@code /zj/}, {@code /zj/hz/}. */
    static List<Scope> areaChain(String areaPath) {
        List<Scope> chain = new ArrayList<>();
        chain.add(Scope.OPERATOR);
        for (int slash = areaPath.indexOf('/'); slash >= 0; slash = areaPath.indexOf('/', slash + 1)) {
            chain.add(Scope.area(areaPath.substring(0, slash + 1)));
        }
        return chain;
    }
}
