package org.omnihall.hall.access.screens;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnihall.hall.access.Overview;
import org.omnihall.hall.access.funnel.FunnelHours;
import org.omnihall.hall.access.funnel.FunnelReport;
import org.omnihall.hall.access.funnel.Step;
import org.omnihall.hall.access.network.AccessController;
import org.omnihall.hall.access.network.AccessControllers;
import org.omnihall.hall.access.session.OnlineFigures;
import org.springframework.stereotype.Component;

/** Sums up sessions, funnel and network. */
@Component
class OverviewOfTables implements Overview {

    private final OnlineFigures figures;
    private final FunnelReport funnel;
    private final AccessControllers controllers;
    private final PlaceNames names;

    OverviewOfTables(OnlineFigures figures, FunnelReport funnel, AccessControllers controllers, PlaceNames names) {
        this.figures = figures;
        this.funnel = funnel;
        this.controllers = controllers;
        this.names = names;
    }

    @Override
    public long online(String areaPath) {
        return figures.online(areaPath);
    }

    @Override
    public Day day(String areaPath, Instant from, Instant until) {
        List<FunnelHours.Line> lines = funnel.lines(FunnelReport.Asked.everything(areaPath, from, until));
        return new Day(reached(lines, Step.REDIRECTED), reached(lines, Step.ACCOUNTING_STARTED));
    }

    @Override
    public Map<Instant, Long> startsByMinute(String areaPath, Instant from, Instant until) {
        return funnel.minutes(areaPath, Step.ACCOUNTING_STARTED, from, until).stream()
                .collect(Collectors.toMap(FunnelReport.Minute::at, FunnelReport.Minute::times));
    }

    @Override
    public Controllers controllers(String areaPath) {
        List<Long> his = controllers.all().stream()
                .filter(controller -> controller.areaPath().startsWith(areaPath))
                .map(AccessController::id)
                .toList();
        Map<Long, OnlineFigures.AtController> seen = figures.byController();
        return new Controllers(
                his.size(), his.stream().filter(seen::containsKey).count());
    }

    @Override
    public List<Venue> topVenues(String areaPath, int most) {
        List<OnlineFigures.AtVenue> top = figures.topVenues(areaPath, most);
        Map<Long, String> called =
                names.venues(top.stream().map(OnlineFigures.AtVenue::venueId).toList());
        return top.stream()
                .map(venue -> new Venue(venue.venueId(), called.getOrDefault(venue.venueId(), "–"), venue.online()))
                .toList();
    }

    private static long reached(List<FunnelHours.Line> lines, Step step) {
        return lines.stream()
                .filter(line -> line.reason().isEmpty() && line.step().equals(step.name()))
                .mapToLong(FunnelHours.Line::times)
                .sum();
    }
}
